import { anyOf, flagPattern } from '../flag-pattern.ts';
import { months } from '../word-classes.ts';
import type { SuggestionRule } from '../suggestion.ts';

export const rule: SuggestionRule = {
	id: 'time-out-of-place',
	label: 'A time or place before the verb',
	looksFor:
		'A date, a day or a place between the subject and its verb, and a place between a verb and its object.',
	why: 'The order of the source is free and puts circumstances early. In English they go first or last.',
	examples: [
		{ text: 'The mayor on Monday, May 4, spoke of it.', marks: ['on Monday, May 4, spoke'] },
		{ text: 'The results held in Madrid on 5th May count.', marks: ['held in Madrid'] },
		{ text: 'On Monday, May 4, the mayor spoke of it.', marks: [] },
	],
	type: 'linguistic/word-order',
	severity: 'minor',
	message: 'The circumstance would stand first or last in English.',
	concerns: 'translation',
	find: (context) => [
		...flagPattern(
			context,
			new RegExp(
				`(?<=\\p{L}[”»]? )on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, (?:${anyOf(months)} \\d+|\\d+ ${anyOf(months)}), \\p{Ll}+`,
				'dgu',
			),
		),
		...flagPattern(
			context,
			/(?<!\p{L})(?:results|decision|statement|meeting|law|measures) (?<at>(?:held|taken|adopted|made|signed|published) in \p{Lu}\p{Ll}+)(?= on)/dgu,
		),
	],
};
