import { flagPattern } from '../flag-pattern.ts';
import type { SuggestionRule } from '../suggestion.ts';

export const rule: SuggestionRule = {
	id: 'clause-initial-also',
	label: 'Also and other openers',
	looksFor:
		'A sentence that opens with “Also”, “Besides”, “Thus”, “Sadly” or “At that” and a comma or a subject.',
	why: 'Russian and Croatian open a sentence with such a word as a matter of course. English puts it inside, or leaves it out.',
	examples: [
		{ text: 'Also the mayor spoke.', marks: ['Also'] },
		{ text: 'The mayor also spoke.', marks: [] },
	],
	type: 'style/calque',
	severity: 'minor',
	message: 'English would put the word inside the sentence.',
	concerns: 'translation',
	find: (context) =>
		flagPattern(
			context,
			/(?<=^|[.!?»”] )(?:Also|Besides|Thus|So,|Sadly|At that|By the way|Moreover|Herewith|Thereby)(?=,? )/dgu,
		),
};
