import { flagPattern } from '../flag-pattern.ts';
import type { SuggestionRule } from '../suggestion.ts';

export const rule: SuggestionRule = {
	id: 'subject-missing',
	label: 'A finite verb without a subject',
	looksFor:
		'A clause that begins with a verb or an adverb of need and has no subject, and a word such as “necessary” after a noun without “to be”.',
	why: 'Russian, Spanish and Croatian leave the subject out where English says they, you, it or one; Russian also leaves out “to be”.',
	examples: [
		{ text: 'To cross the river, need to build a bridge.', marks: ['need to'] },
		{ text: 'Is necessary to wait.', marks: ['Is necessary'] },
		{ text: 'You need to build a bridge.', marks: [] },
	],
	type: 'linguistic/grammar',
	severity: 'major',
	message: 'The clause has no subject, or no verb “to be”.',
	concerns: 'translation',
	find: (context) => [
		...flagPattern(
			context,
			/(?:(?<=, )(?:need|must|is necessary|is possible|is impossible)|(?<=^|[.!?] |[.,] [«“]|^[«“])(?:Need|Needs|Say|Says|Is|Are|Was|Has|Have not|Must|Can|Cannot|Do not|Will|Was not)) \p{Ll}+/dgu,
			(_, text) => (text.endsWith('?') ? undefined : {}),
		),
		...flagPattern(
			context,
			/(?<=(?:owners?|people|company|government|users|parties|agencies|it|this|them)(?: of the \p{Ll}+)? )(?:necessary|possible|impossible|ready|obliged) (?:to \p{Ll}+|that)/dgu,
		),
		...flagPattern(
			context,
			/(?<=(?:, |[.;:–—] ?)(?:[\p{Ll}]+ ){0,6})enough (?:\p{Ll}+ )?\p{Ll}+s(?= and|[.,])/dgu,
		),
	],
};
