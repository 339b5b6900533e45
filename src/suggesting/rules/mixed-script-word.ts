import { flagPattern } from '../flag-pattern.ts';
import type { SuggestionRule } from '../suggestion.ts';

export const rule: SuggestionRule = {
	id: 'mixed-script-word',
	label: 'Letters of two alphabets',
	looksFor: 'A word with both Latin and Cyrillic or Greek letters in it.',
	why: 'Such a word looks whole and is not: it was fused from two, or a letter of another alphabet was slipped in. Readers seldom see it, and search never finds it.',
	examples: [
		{ text: 'The photо was taken in May.', marks: ['photо'] },
		{ text: 'The photo was taken in May.', marks: [] },
	],
	type: 'linguistic/encoding',
	severity: 'minor',
	message: 'Latin letters and those of another alphabet stand in one word.',
	concerns: 'text',
	find: (context) =>
		flagPattern(
			context,
			/(?=[\p{L}\p{M}]*\p{sc=Latin})[\p{L}\p{M}]*[\p{sc=Cyrillic}\p{sc=Greek}][\p{L}\p{M}]*/dgu,
		),
};
