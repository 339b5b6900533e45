import { anyOf, flagPattern, namesOf } from '../flag-pattern.ts';
import { functionWords, peoplePlural, bodies, offices } from '../word-classes.ts';
import type { SuggestionRule } from '../suggestion.ts';

/** “One of the users” and the like are plain English. */
const quantities = new Set([
	'one',
	'some',
	'many',
	'tens',
	'hundreds',
	'dozens',
	'most',
	'part',
	'all',
	'none',
	'several',
	'majority',
	'number',
	'half',
	'millions',
	'thousands',
	'list',
	'register',
	'group',
	'result',
	'results',
	'middle',
	'end',
	'beginning',
	'center',
	'member',
	'capital',
	'city',
	'behalf',
	'hands',
]);
export const rule: SuggestionRule = {
	id: 'genitive-chain',
	label: 'Nouns chained by “of”',
	looksFor:
		'Three nouns in a row joined by “of”, and “the … of the …” where the last are people, a body or a name that English would give a possessive.',
	why: 'One case or one preposition of the source serves for owner, doer, content and kind. Rendered link by link it gives a chain of “of”.',
	examples: [
		{ text: 'The letters of the voters were lost.', marks: ['letters of the voters'] },
		{ text: 'The mayor of the town spoke.', marks: [] },
	],
	type: 'style/calque',
	severity: 'minor',
	message: 'A possessive, a noun before the noun or a verb would say this in English.',
	concerns: 'translation',
	find: (context) => {
		const owners = `(?:${anyOf(peoplePlural)}|${anyOf(bodies)}|messengers?|apps?|services|devices|${anyOf(namesOf(context, 'organisation').filter((name) => /^\p{L}+$/u.test(name)))})`;
		const judge = ([words]: RegExpExecArray) => {
			const first = words.replace(/^the /i, '').split(' ')[0]?.toLowerCase() ?? '';
			return offices.includes(first) ||
				offices.includes(first.replace(/s$/, '')) ||
				quantities.has(first) ||
				functionWords.has(first)
				? undefined
				: {};
		};
		return [
			...flagPattern(
				context,
				new RegExp(`(?<!\\p{L})\\p{L}+ of the ${owners}(?![\\p{L}-])`, 'dgu'),
				judge,
			),
			...flagPattern(
				context,
				new RegExp(`(?<!\\p{L})\\p{L}+ of (?!the )\\p{Ll}+ of (?:the )?\\p{L}+`, 'dgu'),
				judge,
			),
			...flagPattern(
				context,
				/(?<!\p{L})\p{Ll}+ with the (?:issue|question|problem|situation) of/dgu,
			),
			...flagPattern(context, /(?<!\p{L})\p{Ll}+ of \p{L}+ and of \p{L}+/dgu),
			...flagPattern(context, /(?<!\p{L})\p{Ll}+(?:ers|ors) of \p{Ll}+ing \p{Ll}+/dgu),
		];
	},
};
