import { anyOf, flagPattern } from '../flag-pattern.ts';
import { peoplePlural } from '../word-classes.ts';
import type { SuggestionRule } from '../suggestion.ts';

export const rule: SuggestionRule = {
	id: 'article-with-people',
	label: 'An article before people in general',
	looksFor:
		'“The” before people named for what they are or do, where they were not spoken of before in the text.',
	why: 'A source without articles does not tell those already spoken of from people in general.',
	examples: [
		{ text: 'The mayor received the journalists.', marks: ['the journalists'] },
		{ text: 'Some journalists came. The mayor received the journalists.', marks: [] },
		{ text: 'He met the Norwegians.', marks: ['the Norwegians'] },
	],
	type: 'linguistic/function-words',
	severity: 'minor',
	message: 'Unless certain people are meant, English has no article here.',
	concerns: 'translation',
	find: (context) => {
		const met = new Set<string>();
		return flagPattern(
			context,
			new RegExp(
				`(?<!\\p{L})(?:(?<at>the (?<known>${anyOf(peoplePlural)}|\\p{Lu}\\p{Ll}+ians))|(?<bare>${anyOf(peoplePlural)}))(?! of| who| that|['’-])(?!\\p{L})`,
				'dgu',
			),
			({ groups }) => {
				const word = groups?.['known'] ?? groups?.['bare'] ?? '';
				const isNew = !met.has(word);
				met.add(word);
				return isNew && groups?.['known'] !== undefined ? {} : undefined;
			},
		);
	},
};
