import { flagPattern } from '../flag-pattern.ts';
import type { SuggestionRule } from '../suggestion.ts';

export const rule: SuggestionRule = {
	id: 'doubled-word',
	label: 'A word twice',
	looksFor: 'The same word twice in a row.',
	why: 'Engines repeat a word where two words of the source have one rendering, and scrapers where two lines overlap.',
	examples: [
		{ text: 'They left the the house.', marks: ['the the'] },
		{ text: 'I know that that is so.', marks: [] },
	],
	type: 'linguistic/grammar',
	severity: 'minor',
	message: 'The word stands twice.',
	concerns: 'text',
	find: (context) =>
		flagPattern(
			context,
			/(?<![\p{L}\p{N}’'-])(\p{L}{2,}) \1(?![\p{L}\p{N}’'-])/dgiu,
			([, word = '']) => (/^(?:that|had|is|very|so)$/iu.test(word) ? undefined : {}),
		),
};
