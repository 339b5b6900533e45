import { anyOf, firstOfText, flagPattern } from '../flag-pattern.ts';
import { months } from '../word-classes.ts';
import type { SuggestionRule } from '../suggestion.ts';

const shortMonths = 'Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec';
export const rule: SuggestionRule = {
	id: 'foreign-date',
	label: 'Dates in the form of the source',
	looksFor:
		'Months in small letters, months in capital or bare short forms, a month joined to its year by “of”, a day after its month with a full stop, and a year with a full stop inside a sentence.',
	why: 'Spanish and the Slavic languages write months small, Croatian and Serbian end ordinals with a full stop, Spanish joins day, month and year with “de”.',
	examples: [
		{ text: 'It opened in March of 2011.', marks: ['March of 2011'] },
		{ text: 'On 3 january it closed.', marks: ['january'] },
		{ text: 'It rained on May 4. 2011.', marks: ['4. 2011'] },
		{ text: '5 Nov the mayor spoke.', marks: ['5 Nov'] },
		{ text: 'It opened in 2011. Then it closed.', marks: [] },
	],
	type: 'locale/date',
	severity: 'minor',
	message: 'The date is written the way of the source.',
	concerns: 'translation',
	find: (context) => [
		...firstOfText(
			flagPattern(
				context,
				new RegExp(`(?<!\\p{L})${anyOf(months)} of (?:this year|\\d{4})`, 'dgu'),
			),
		),
		...firstOfText(
			flagPattern(
				context,
				new RegExp(
					`\\d{1,2} (?<at>${anyOf(months.map((month) => month.toLowerCase()))})(?!\\p{L})`,
					'dgu',
				),
			),
		),
		...firstOfText(
			flagPattern(
				context,
				new RegExp(
					`(?<!\\p{L})\\d{1,2} (?:${shortMonths}|${shortMonths.toUpperCase()})(?![\\p{L}.])`,
					'dgu',
				),
				() => ({ correction: undefined }),
			),
		),
		...firstOfText(
			flagPattern(
				context,
				new RegExp(
					`(?<!\\p{L})${anyOf(months)} (?<at>\\d{1,2}\\.(?: \\d{4}\\.?|(?=[,. ])\\.?)?)(?=,|\\.|\\s\\p{Ll})`,
					'dgu',
				),
			),
		),
		...firstOfText(
			flagPattern(context, /(?<!\d[.,])(?<![\p{L}\d])(?<at>(?:19|20)\d\d\.) \p{Ll}/dgu),
		),
	],
};
