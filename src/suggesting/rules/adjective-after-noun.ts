import { flagPattern } from '../flag-pattern.ts';
import type { SuggestionRule } from '../suggestion.ts';

export const rule: SuggestionRule = {
	id: 'adjective-after-noun',
	label: 'An adjective behind its noun',
	looksFor:
		'An adjective of time or relation between a noun and a comma or stop, and an abbreviation behind the noun that it describes.',
	why: 'Spanish sets the adjective behind its noun, and engines that have lost a Russian genitive leave it there.',
	examples: [
		{ text: 'They spoke of measures future.', marks: ['measures future'] },
		{ text: 'He wrote down the number PIN of the card.', marks: ['number PIN'] },
	],
	type: 'linguistic/word-order',
	severity: 'minor',
	message: 'The adjective comes before its noun in English.',
	concerns: 'translation',
	find: (context) => [
		...flagPattern(
			context,
			/(?<!\p{L})\p{Ll}+s (?:future|national|federal|internal|external|official|legal|social|economic|military|political|personal|private|secret|regional|local|international|recent|previous|additional|technical)(?=[.,;]|$)/dgu,
		),
		...flagPattern(
			context,
			/(?<!\p{L})(?:address|number|code|file|service|protocol|system|card|law)(?:es|s)? (?:IP|PIN|PDF|ID|SIM|SMS|GPS|URL|\p{Lu}\p{Ll}+a)(?![\p{L}-])/dgu,
		),
	],
};
