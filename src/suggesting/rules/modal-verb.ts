import { flagPattern } from '../flag-pattern.ts';
import type { SuggestionRule } from '../suggestion.ts';

export const rule: SuggestionRule = {
	id: 'modal-verb',
	label: 'Must, may and should',
	looksFor:
		'“May not” for cannot, “should be” for must be, “unable to” for could not, in a translated text.',
	why: 'One word of the source states what is possible and what is allowed, or a duty and an expectation. English has to choose.',
	examples: [
		{ text: 'The owners may not have the keys.', marks: ['may not have'] },
		{ text: 'The bridge should be closed.', marks: ['should be closed'] },
	],
	type: 'accuracy/mistranslation',
	severity: 'major',
	message: 'The source’s word may mean another modal verb.',
	concerns: 'translation',
	find: (context) =>
		flagPattern(
			context,
			/(?<!\p{L})(?:may not \p{Ll}+|should be \p{Ll}+ed|unable to \p{Ll}+|must be \p{Ll}+ed)(?!\p{L})/dgu,
		),
};
