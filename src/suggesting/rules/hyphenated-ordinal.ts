import { flagPattern } from '../flag-pattern.ts';
import type { SuggestionRule } from '../suggestion.ts';

export const rule: SuggestionRule = {
	id: 'hyphenated-ordinal',
	label: 'Ordinals in the form of the source',
	looksFor:
		'A figure joined to an English ordinal ending by a hyphen, and “the 5th article” where English numbers laws as “Article 5”.',
	why: 'Russian and other Slavic languages join the ending to the figure with a hyphen and number the articles of a law with ordinals.',
	examples: [
		{ text: 'It was the 12-th congress.', marks: ['12-th'] },
		{ text: 'See the 7th paragraph of the law.', marks: ['the 7th paragraph'] },
		{ text: 'It was the 12th congress.', marks: [] },
	],
	type: 'locale/number',
	severity: 'minor',
	message: 'The ordinal is written the way of the source.',
	concerns: 'translation',
	find: (context) =>
		flagPattern(
			context,
			/(?<![\p{L}\p{N}])(?:\d+-(?:st|nd|rd|th|s|x|y|i|m|ti|go|ya)|(?:the )?\d+(?:st|nd|rd|th) (?:article|paragraph|part|clause|item|chapter|section))(?![\p{L}\p{N}])/dgu,
		),
};
