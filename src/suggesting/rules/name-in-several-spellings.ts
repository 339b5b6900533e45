import { firstBy, flagPattern } from '../flag-pattern.ts';
import { distance } from 'fastest-levenshtein';
import type { Finding, SuggestionRule } from '../suggestion.ts';

function isVariant(word: string, name: string): boolean {
	const [a, b] = [word, name].map((one) =>
		one.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase(),
	);
	const limit = name.length >= 7 ? 2 : 1;
	return (
		a?.[0] === b?.[0] &&
		distance(a ?? '', b ?? '') <= (a === b ? 0 : limit) &&
		word.slice(0, -1) !== name &&
		!/s$/.test(word)
	);
}

function firstOfNames(findings: Finding[]): Finding[] {
	return firstBy(findings, ({ paragraph, correction }) => `${paragraph} ${correction}`);
}

export const rule: SuggestionRule = {
	id: 'name-in-several-spellings',
	label: 'A name spelled another way',
	looksFor:
		'A capitalised word that differs by one or two letters, accents or capitals from a name that the archive knows.',
	why: 'Names are transliterated by rules that differ between engines, or keep a case ending of the source.',
	examples: [
		{ text: 'The firm Lanternna was closed.', marks: ['Lanternna'] },
		{ text: 'The firm Lanterna was closed.', marks: [] },
	],
	type: 'locale/name',
	severity: 'minor',
	message: 'The archive spells this name otherwise.',
	concerns: 'translation',
	find: (context) => {
		const known = new Set(
			context.names.flatMap(({ names }) =>
				names.flatMap((name) => name.match(/\p{L}{5,}/gu) ?? []),
			),
		);
		return firstOfNames(
			flagPattern(
				context,
				/(?<![\p{L}\p{M}])\p{Lu}[\p{L}\p{M}]{4,}(?![\p{L}\p{M}])/dgu,
				([word]) => {
					if (known.has(word) || context.vocabulary.has(word.toLowerCase())) return undefined;
					const near = [...known].find((name) => isVariant(word, name));
					return near
						? { message: `The archive spells a name so: ${near}.`, correction: near }
						: undefined;
				},
			),
		);
	},
};
