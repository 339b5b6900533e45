import { anyOf, firstOfParagraph, flagPattern, isQuoted, namesOf } from '../flag-pattern.ts';
import { offices, things } from '../word-classes.ts';
import type { SuggestionRule } from '../suggestion.ts';

const PEOPLE = [...offices, 'actor', 'politician', 'author']
	.map((word) => `[${word.charAt(0).toUpperCase()}${word.charAt(0)}]${word.slice(1)}`)
	.join('|');
export const rule: SuggestionRule = {
	id: 'pronoun-for-thing',
	label: 'He for a thing',
	looksFor:
		'“He”, “his” or “him” in a paragraph that has named nobody yet, and “who” after a thing.',
	why: 'Nouns of the source are masculine or feminine, and their pronouns with them. Carried over, the pronoun points to a man who is not there.',
	examples: [
		{ text: 'The bridge lost his railing.', marks: ['his'] },
		{ text: 'Peter Falk lost his hat.', marks: [] },
		{ text: 'The mayor lost his hat.', marks: [] },
	],
	type: 'linguistic/textual',
	severity: 'major',
	message: 'The pronoun may stand for a thing or a body.',
	concerns: 'translation',
	find: (context) => {
		const persons = new RegExp(
			`${anyOf(namesOf(context, 'person'))}|\\p{Lu}\\p{Ll}+ \\p{Lu}\\p{Ll}+|(?<!\\p{L})(?:[Mm]an|[Bb]oy|[Bb]rothers?|[Ss]ource|${PEOPLE})(?!\\p{L})`,
			'u',
		);
		const namesNobody = ({ index }: RegExpExecArray, text: string) =>
			persons.test(text.slice(0, index)) || isQuoted(text, index) ? undefined : {};
		return [
			...firstOfParagraph(
				flagPattern(context, /(?<!\p{L})(?:he|his|him)(?!\p{L})/dgu, namesNobody),
			),
			...flagPattern(context, /(?<=to |from |for |of |by )him(?= will| would| was| is)/dgu),
			...flagPattern(context, new RegExp(`(?<!\\p{L})${anyOf(things)} who(?!\\p{L})`, 'dgiu')),
		];
	},
};
