import { flagPattern } from '../flag-pattern.ts';
import type { SuggestionRule } from '../suggestion.ts';

export const rule: SuggestionRule = {
	id: 'negation-out-of-place',
	label: 'A negation where English has none',
	looksFor: '“Not” before or after the wrong verb, and two negatives for one.',
	why: 'The negation of the source stands before the verb and is said again with nobody and never. Word by word it ends up on the wrong side, or cancels itself.',
	examples: [
		{ text: 'Nobody not came.', marks: ['Nobody not'] },
		{ text: 'They not can swim.', marks: ['not can'] },
		{ text: 'The order not signed.', marks: ['not signed'] },
		{ text: 'The order was not signed.', marks: [] },
	],
	type: 'linguistic/grammar',
	severity: 'major',
	message: 'The negation stands where English has none, or is said twice.',
	concerns: 'translation',
	find: (context) => [
		...flagPattern(
			context,
			/(?<!\p{L})not (?:can|could|will|would|must|may|should|has|have|is|are|was|were|do|does|did)(?! not)(?!\p{L})/dgu,
		),
		...flagPattern(context, /(?<!\p{L})(?:no one|nobody|nothing|never|none|more) not(?!\p{L})/dgiu),
		...flagPattern(
			context,
			/(?<!(?:is|are|was|were|be|been|being|has|have|had|do|does|did|will|would|can|could|may|might|must|shall|should|if|but|or|and|not|as|still|also|yet) )(?<=\p{Ll}{3,} )not (?:\p{Ll}{3,}ed|came|went|made|gave|took|known)(?!\p{L})/dgu,
		),
	],
};
