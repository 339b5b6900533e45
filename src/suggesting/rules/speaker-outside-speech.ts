import { flagPattern, isQuoted } from '../flag-pattern.ts';
import type { SuggestionRule } from '../suggestion.ts';

/** A text with more of them is a talk or a letter, where somebody does speak. */
const MOST = 3;

export const rule: SuggestionRule = {
	id: 'speaker-outside-speech',
	label: 'We and you in the paper’s own voice',
	looksFor:
		'“Our”, “we”, “your” or “yourself” outside quotation marks, in a text that has few of them.',
	why: 'The Russian possessive for “one’s own” and the reflexive pronoun have no person; engines guess one, and the paper seems to speak of itself.',
	examples: [
		{ text: 'The firm praised our new model.', marks: ['our'] },
		{ text: 'We like our town, and you like yours: my house is your house, our house.', marks: [] },
		{ text: '“We like our new model,” the firm said.', marks: [] },
	],
	type: 'linguistic/textual',
	severity: 'major',
	message: 'Nobody speaks here: a pronoun without person was given one.',
	concerns: 'translation',
	find: (context) => {
		const found = flagPattern(
			context,
			/(?<!\p{L})(?:our|we|us|my|your|yourself|yourselves|ourselves|myself)(?!\p{L})/dgu,
			({ index }, text) =>
				isQuoted(text, index) ||
				(text.slice(0, index).match(/"/g)?.length ?? 0) % 2 === 1 ||
				/\?/.test(text)
					? undefined
					: {},
		);
		return found.length > MOST ? [] : found;
	},
};
