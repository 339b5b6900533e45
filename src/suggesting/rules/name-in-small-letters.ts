import { anyOf, flagPattern, namesOf } from '../flag-pattern.ts';
import type { SuggestionRule } from '../suggestion.ts';

export const rule: SuggestionRule = {
	id: 'name-in-small-letters',
	label: 'A name in small letters',
	looksFor:
		'A name that the archive knows, written without its capital, and the foreign word before it.',
	why: 'Words that a host plants in a page, and strings of search robots, write names small; translated articles hardly ever do.',
	examples: [{ text: 'Read all about google at home.', marks: ['google'] }],
	type: 'capture/injected-text',
	severity: 'major',
	message: 'A known name stands in small letters, as strings planted by a host have it.',
	concerns: 'text',
	find: (context) =>
		flagPattern(
			context,
			new RegExp(
				`(?<![\\p{L}.@/-])(?:(?<before>\\p{Ll}+) )?(?<at>${anyOf(
					namesOf(context, 'organisation')
						.filter((name) => /^\p{Lu}\p{Ll}{5,}$/u.test(name))
						.map((name) => name.toLowerCase()),
				)})(?![\\p{L}./-])`,
				'dgu',
			),
		),
};
