import { flagPattern } from '../flag-pattern.ts';
import type { SuggestionRule } from '../suggestion.ts';

export const rule: SuggestionRule = {
	id: 'dash-before-speech',
	label: 'A dash before the speaker',
	looksFor:
		'A closing quotation mark, with or without a comma, and a dash before the words that say who spoke.',
	why: 'Russian sets a comma and a dash there. English has the comma alone.',
	examples: [{ text: '“It rains,” — said the mayor.', marks: [',” — said'] }],
	type: 'linguistic/punctuation',
	severity: 'minor',
	message: 'The dash before the speaker is the source’s punctuation.',
	concerns: 'translation',
	find: (context) => flagPattern(context, /[,.]?[»”"][,.]? ?[—–-]+ \p{Ll}+/dgu),
};
