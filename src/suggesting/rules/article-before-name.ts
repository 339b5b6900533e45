import { anyOf, flagPattern, namesOf } from '../flag-pattern.ts';
import type { SuggestionRule } from '../suggestion.ts';

export const rule: SuggestionRule = {
	id: 'article-before-name',
	label: 'An article before a name',
	looksFor:
		'“The” before the name of a firm or an app that takes no article and has no noun after it.',
	why: 'A source without articles leaves the engine to guess, and a source such as Spanish has them before names, too.',
	examples: [
		{ text: 'He spoke with the Google about it.', marks: ['the Google'] },
		{ text: 'The Google offices are closed.', marks: ['The Google'] },
	],
	type: 'linguistic/function-words',
	severity: 'minor',
	message: 'The name takes no article.',
	concerns: 'translation',
	find: (context) =>
		flagPattern(
			context,
			new RegExp(
				`(?<!\\p{L})[Tt]he ${anyOf(namesOf(context, 'organisation').filter((name) => /^\p{Lu}\p{L}*\p{Ll}\p{L}*$/u.test(name)))}(?![\\p{L}’'-])(?! (?:messenger|app|application|channel|team|founder|company|service|administration|network|platform|user|users|case|account))`,
				'dgu',
			),
		),
};
