import { flagPattern } from '../flag-pattern.ts';
import type { SuggestionRule } from '../suggestion.ts';

const singular =
	'(?:year|month|week|day|hour|minute|user|people?s|message|address|person|country|company|server|ruble|rouble|dollar|euro|time|party|member|city)';
export const rule: SuggestionRule = {
	id: 'foreign-number',
	label: 'Numbers in the form of the source',
	looksFor: 'Thousands marked by full stops, a scale word or a number before a singular noun.',
	why: 'Spanish, Croatian and others separate thousands by a full stop; after a number, Slavic nouns stand in a form that engines take for a singular.',
	examples: [
		{ text: 'It cost 12.500 crowns.', marks: ['12.500'] },
		{ text: 'Three year later it rained.', marks: ['Three year'] },
		{ text: 'It took three years and a million dollars.', marks: [] },
	],
	type: 'locale/number',
	severity: 'minor',
	message: 'The figure, or the noun after it, is in the form of the source.',
	concerns: 'translation',
	find: (context) => [
		...flagPattern(context, /(?<![\d.,])\d{1,3}(?:\.000|\.\d{3}(?= \p{Ll}))(?![\d.])/dgu),
		...flagPattern(
			context,
			new RegExp(
				`(?<![\\p{L}\\p{N}])(?:[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Ss]everal|[Mm]any|(?:[2-9]|\\d{2,3})|(?<!a |one |\\d )million) ${singular}(?![\\p{L}-])`,
				'dgu',
			),
		),
	],
};
