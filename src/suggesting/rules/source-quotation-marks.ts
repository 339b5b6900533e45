import { firstOfParagraph, flagPattern } from '../flag-pattern.ts';
import type { SuggestionRule } from '../suggestion.ts';

export const rule: SuggestionRule = {
	id: 'source-quotation-marks',
	label: 'Quotation marks of the source',
	looksFor: 'Angled or low quotation marks, and English marks round a bare name.',
	why: 'Russian, Spanish and others have marks of their own and set them also round the names of firms, papers and sites. Copied, they look foreign; turned into English marks, they make a name look ironic.',
	examples: [
		{ text: 'He wrote «Nothing new» on the wall.', marks: ['«Nothing'] },
		{ text: 'It is sold in the shop “Luchnik”.', marks: ['“Luchnik”'] },
	],
	type: 'linguistic/punctuation',
	severity: 'minor',
	message: 'The quotation mark belongs to the source language.',
	concerns: 'translation',
	find: (context) => [
		...firstOfParagraph(flagPattern(context, /[«„‹]\s?[\p{L}\p{N}’'-]+[»“›]?/dgu)),
		...flagPattern(context, /(?<=\p{Ll} )“\p{Lu}[\p{L}-]+”/dgu, () => ({
			message: 'A bare name stands in quotation marks, as the source sets it.',
		})),
	],
};
