import { flagPattern } from '../flag-pattern.ts';
import type { SuggestionRule } from '../suggestion.ts';

/** An adjective of a nation before a common noun is no name; nor is the first word of a sentence. */
const nations =
	/^(?:\p{L}+(?:ian|ish|ese)|American|German|French|Dutch|The|This|That|Its|Our|His|Their|One|Each|Every|Another)\s/u;
export const rule: SuggestionRule = {
	id: 'capital-missing-in-name',
	label: 'A small letter inside the name of a body',
	looksFor: 'The name of a court, council or service with a capital on its first word only.',
	why: 'Russian, Croatian and Spanish give a capital to the first word of such a name; English to every main word.',
	examples: [
		{ text: 'It went to the Arbitration court.', marks: ['Arbitration court'] },
		{ text: 'The Russian court was closed.', marks: [] },
	],
	type: 'linguistic/spelling',
	severity: 'minor',
	message: 'The name of a body has capitals on all its main words.',
	concerns: 'translation',
	find: (context) =>
		flagPattern(
			context,
			/(?<=\p{L} |^)(?<at>\p{Lu}\p{Ll}+ (?:court|council|committee|ministry|university|academy|assembly|commission|bureau|fund|duma|parliament))(?!\p{L})/dgu,
			([, words = '']) => (nations.test(words) ? undefined : {}),
		),
};
