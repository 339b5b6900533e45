import { flagPattern } from '../flag-pattern.ts';
import type { SuggestionRule } from '../suggestion.ts';

export const rule: SuggestionRule = {
	id: 'stop-after-quotes',
	label: 'A full stop after the quotation mark',
	looksFor: 'A closing quotation mark followed by a full stop.',
	why: 'Russian always sets the stop outside. English usage differs, but is one throughout a text; machines mix the two.',
	examples: [{ text: 'He called it “a ruin”. Nobody laughed.', marks: ['”.'] }],
	type: 'linguistic/punctuation',
	severity: 'minor',
	message: 'The stop stands after the closing mark, the way of the source.',
	concerns: 'translation',
	find: (context) => flagPattern(context, /[»”]\./dgu),
};
