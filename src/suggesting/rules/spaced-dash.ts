import { firstOfParagraph, flagPattern } from '../flag-pattern.ts';
import type { SuggestionRule } from '../suggestion.ts';

export const rule: SuggestionRule = {
	id: 'spaced-dash',
	label: 'A dash where English has another mark',
	looksFor: 'A dash between spaces, other than before a speaker.',
	why: 'Russian and other languages use the dash for the missing verb “to be”, for appositions and for results, where English has a comma, a colon or words.',
	examples: [{ text: 'The rivers – all three – were full.', marks: ['rivers – all'] }],
	type: 'linguistic/punctuation',
	severity: 'minor',
	message: 'The dash stands for a comma, a colon or a verb that English would have.',
	concerns: 'translation',
	find: (context) => firstOfParagraph(flagPattern(context, /[\p{L}\p{N}]+ [—–] [\p{L}\p{N}]+/dgu)),
};
