import { firstBy, flagPattern } from '../flag-pattern.ts';
import { bodies, offices, countNouns, things } from '../word-classes.ts';
import type { SuggestionRule } from '../suggestion.ts';

/** Days, months, peoples and languages keep their capital. */
const neverSmall =
	/^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$|^(?:January|February|March|April|May|June|July|August|September|October|November|December)$|(?:ian|ish|ese|ans)s?$|^(?:Internet|God|Constitution|Parliament|Earth|West|East|North|South)$/;
const commonNouns = new Set([
	...offices,
	...countNouns,
	...bodies,
	...things,
	'bank',
	'state',
	'protocol',
	'ministry',
	'act',
	'chamber',
	'federation',
]);

export const rule: SuggestionRule = {
	id: 'capital-on-common-noun',
	label: 'A capital on a common noun',
	looksFor:
		'A capital inside a sentence on a word that the archive’s own English writes small: offices, bodies, things.',
	why: 'Engines keep capitals that the source had for another reason, or restore them by a model of headlines and names.',
	examples: [
		{ text: 'The old bridge was inspected by the Director of the port.', marks: ['Director'] },
		{ text: 'They met on Monday in Madrid.', marks: [] },
	],
	type: 'linguistic/spelling',
	severity: 'minor',
	message: 'Here the word is a common noun and begins small.',
	concerns: 'translation',
	find: (context) => {
		const known = new Set(
			context.names.flatMap(({ names }) => names.flatMap((name) => name.split(/[^\p{L}]+/u))),
		);
		const found = flagPattern(
			context,
			/(?<=\p{Ll},? )(?<at>\p{Lu}\p{Ll}{2,})(?=[ ,.;:»”])(?! \p{Lu})/dgu,
			({ index, 1: word = '' }, text) => {
				const small = word.toLowerCase();
				if (
					known.has(word) ||
					neverSmall.test(word) ||
					/\p{Lu}[\p{L}.]* $/u.test(text.slice(0, index))
				)
					return undefined;
				return context.vocabulary.has(small) ||
					commonNouns.has(small) ||
					commonNouns.has(small.replace(/s$/, ''))
					? { correction: small }
					: undefined;
			},
		);
		return firstBy(found, ({ paragraph, correction }) => `${paragraph} ${correction}`);
	},
};
