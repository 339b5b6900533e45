import { flagPattern } from '../flag-pattern.ts';
import type { SuggestionRule } from '../suggestion.ts';

export const rule: SuggestionRule = {
	id: 'stray-space',
	label: 'A space where none belongs',
	looksFor: 'A space before a comma or stop, and two spaces inside a sentence.',
	why: 'A word that the engine had no rendering for may leave its spaces behind, and engines that work word by word set marks as if they were words.',
	examples: [
		{ text: 'It rained , and they left.', marks: ['rained ,'] },
		{ text: 'They met  in the park.', marks: ['met  in'] },
		{ text: 'They left. It rained.', marks: [] },
	],
	type: 'linguistic/punctuation',
	severity: 'minor',
	message: 'The space may be all that is left of a word.',
	concerns: 'text',
	find: (context) => [
		...flagPattern(context, /[\p{L}\p{N}]+ +[,;](?= )/dgu),
		...flagPattern(context, /[\p{L}\p{N}]+ {2,}\p{Ll}+/dgu),
	],
};
