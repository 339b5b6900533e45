import { anyOf, flagPattern, namesOf } from '../flag-pattern.ts';
import { functionWords } from '../word-classes.ts';
import type { SuggestionRule } from '../suggestion.ts';

const DETERMINERS = 'the|a|an|this|these|his|her|its|their|our|of|between|and|his own|her own';
/** Nouns that make a compound of which the name is the first part. */
const LATER = 'messenger|app|application|user|users|account|accounts|channel|channels|page|founder';

/** A noun by its form: no word of a closed class, no adverb, adjective or participle. */
function isNoun(word: string): boolean {
	return (
		!functionWords.has(word) &&
		!/(?:ly|ed|ing|ian|ish|ese|ous|ful|ive|al|ic)$/.test(word) &&
		!prepositions.has(word)
	);
}
const prepositions = new Set([
	'like',
	'such',
	'including',
	'called',
	'named',
	'except',
	'unlike',
	'popular',
	'block',
	'lock',
	'unblock',
	'former',
]);

export const rule: SuggestionRule = {
	id: 'name-after-noun',
	label: 'A name stranded after its noun',
	looksFor:
		'A name without a preposition after a noun with an article: “the keys Telegram” for “Telegram’s keys”.',
	why: 'A name in Latin letters or in quotation marks has no case ending in the source and merely follows its noun. English needs a possessive, a preposition or the name in front.',
	examples: [
		{ text: 'They lost the keys Lanterna on Monday.', marks: ['keys Lanterna'] },
		{ text: 'The page «Luch» was closed.', marks: ['page «Luch»'] },
		{ text: 'They spoke about Lanterna.', marks: [] },
	],
	type: 'linguistic/function-words',
	severity: 'minor',
	message: 'How the name belongs to the noun before it was lost.',
	concerns: 'translation',
	find: (context) => {
		const names = anyOf(namesOf(context, 'organisation').filter((name) => /^\p{L}+$/u.test(name)));
		const noun = `(?<noun>(?!ing)\\p{Ll}{3,})`;
		const judge = ({ groups }: RegExpExecArray) =>
			isNoun(groups?.['noun'] ?? '') ? {} : undefined;
		return [
			...flagPattern(
				context,
				new RegExp(
					`(?<!\\p{L})(?:${DETERMINERS}) (?:(?!(?:of|in|on|with|for|to|by|at|from|and|that|as)\\b)[\\p{Ll}-]+ ){0,2}(?<at>${noun} ${names})(?![\\p{L}’'-])(?! (?:${LATER}))`,
					'dgu',
				),
				judge,
			),
			...flagPattern(context, new RegExp(`(?<at>${noun} «\\p{Lu}[\\p{L}-]+»)`, 'dgu'), judge),
			...flagPattern(
				context,
				new RegExp(
					`(?<!\\p{L})(?<at>(?<noun>still|this|that|again) ${names})(?![\\p{L}’'-])`,
					'dgu',
				),
			),
		];
	},
};
