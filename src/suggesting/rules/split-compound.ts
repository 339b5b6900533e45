import { flagPattern } from '../flag-pattern.ts';
import type { SuggestionRule } from '../suggestion.ts';

const prepositions = '(?:from|for|of|because|under|over|after|before|with|by|at|behind|in|on|to)';
export const rule: SuggestionRule = {
	id: 'split-compound',
	label: 'Compounds translated half by half',
	looksFor:
		'Words joined by a hyphen that English never joins: two prepositions, an abbreviation with a preposition or conjunction, a noun with “the” and another noun.',
	why: 'Compound prepositions, pairs of nouns and case endings after a hyphen are looked up in halves, and the halves are set side by side.',
	examples: [
		{ text: 'They came out from-under the bridge.', marks: ['from-under'] },
		{ text: 'The plant-the supplier was closed.', marks: ['plant-the supplier'] },
		{ text: 'He spoke for the UNO-in.', marks: ['UNO-in'] },
		{ text: 'An on-site visit and a well-known man.', marks: [] },
	],
	type: 'accuracy/mistranslation',
	severity: 'minor',
	message: 'The two halves of a compound were translated one by one.',
	concerns: 'translation',
	find: (context) => [
		...flagPattern(
			context,
			new RegExp(`(?<![\\p{L}\\p{N}-])${prepositions}-${prepositions}(?![\\p{L}\\p{N}-])`, 'dgu'),
		),
		...flagPattern(context, /(?<![\p{L}\p{N}-])\p{Ll}{3,}-(?:the|a|an) \p{Ll}+/dgu),
		...flagPattern(
			context,
			/(?<![\p{L}\p{N}-])\p{Lu}{2,}-(?:in|and|at|on|to|with|om|ov|e|u|a)(?![\p{L}\p{N}-])/dgu,
		),
	],
};
