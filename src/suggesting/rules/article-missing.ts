import { anyOf, flagPattern } from '../flag-pattern.ts';
import { countNouns } from '../word-classes.ts';
import type { SuggestionRule } from '../suggestion.ts';

const idioms = new Set([
	'by law',
	'on order',
	'by car',
	'by phone',
	'by letter',
	'on request',
	'by order',
	'from city',
	'on appeal',
	'by agreement',
	'of law',
	'of government',
	'of service',
	'by request',
	'of year',
	'with law',
	'on application',
]);
export const rule: SuggestionRule = {
	id: 'article-missing',
	label: 'An article missing',
	looksFor:
		'An abbreviation of a state body, or a noun for one of several, without an article after a preposition or at the beginning of a sentence.',
	why: 'Russian and the other Slavic languages have no articles, and engines put in too few.',
	examples: [
		{ text: 'Mayor signed decision of court.', marks: ['of court'] },
		{ text: 'He was told by company about it.', marks: ['by company'] },
		{ text: 'He works in court.', marks: [] },
	],
	type: 'linguistic/function-words',
	severity: 'minor',
	message: 'English needs an article here.',
	concerns: 'translation',
	find: (context) => {
		const bodiesOfState = context.names
			.filter(({ names }) =>
				names.some((name) =>
					/Service|Agency|Ministry|Committee|Bureau|Office|Council|Union/.test(name),
				),
			)
			.flatMap(({ names }) => names.filter((name) => /^\p{Lu}{2,}$/u.test(name)));
		return [
			...flagPattern(
				context,
				new RegExp(
					`(?<!\\p{L})(?:of|by|from|with|to|against|for) ${anyOf(bodiesOfState)}(?![\\p{L}’' -]|-)(?=[.,»”]|$)`,
					'dgu',
				),
			),
			...flagPattern(
				context,
				new RegExp(
					`(?<=^|[.!?] )${anyOf(countNouns.map((noun) => noun.charAt(0).toUpperCase() + noun.slice(1)))} (?:\\p{Ll}+)`,
					'dgu',
				),
				([words]) => (/(?:s|:)$/.test(words.split(' ')[0] ?? '') ? undefined : {}),
			),
			...flagPattern(
				context,
				new RegExp(
					`(?<!\\p{L})(?:of|by|from|with|against|between|on) (?:${anyOf(countNouns)}|Department|Ministry)(?=[ .,]|$)(?! (?:of|and|to))`,
					'dgu',
				),
				([words]) => (idioms.has(words.toLowerCase()) ? undefined : {}),
			),
		];
	},
};
