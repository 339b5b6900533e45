import { flagPattern, namesOf } from '../flag-pattern.ts';
import type { SuggestionRule } from '../suggestion.ts';

export const rule: SuggestionRule = {
	id: 'look-alike-abbreviation',
	label: 'Abbreviations that may be Cyrillic',
	looksFor:
		'Capital abbreviations made only of letters that look the same in Latin and Cyrillic, where the source is Russian or another language in Cyrillic.',
	why: 'A Cyrillic abbreviation of such letters passes through an engine by its shape and then reads as an English one that does not exist.',
	examples: [{ text: 'He works at the BHK, not at the FBI.', marks: ['BHK'], language: 'ru' }],
	type: 'accuracy/untranslated',
	severity: 'major',
	message:
		'Every letter of this abbreviation is also a Cyrillic one; it may be an abbreviation of the source, passed on by its shape.',
	concerns: 'translation',
	find: (context) => {
		if (!/^(?:ru|uk|be|bg|mk|sr)\b/.test(context.sourceLanguage)) return [];
		const known = new Set(namesOf(context, 'organisation'));
		return flagPattern(
			context,
			/(?<![\p{L}\p{N}])[ABCEHKMOPTXY]{3,5}(?![\p{L}\p{N}])/dgu,
			([word]) => (known.has(word) ? undefined : {}),
		);
	},
};
