import type { SuggestionFigures } from '../model/suggestion-figures.ts';
import { sumCounts, type Counts } from './measure-rules.ts';

/** What is told of a rule, or of all together, over some articles. */
export type Measured = Counts & {
	/** Shares in whole per cent; nothing where nothing was suggested, or there was no note. */
	precision: number | undefined;
	strictPrecision: number | undefined;
	recall: number | undefined;
};

/** The parts that are told apart: all articles captured elsewhere, the two halves of them, the open collection. */
export const parts = ['captured', 'tuned', 'held-out', 'open'] as const;
export type Part = (typeof parts)[number];

/** Take the articles of a part. */
export function partOf(figures: readonly SuggestionFigures[], part: Part): SuggestionFigures[] {
	return figures.filter(({ role }) => (part === 'captured' ? role !== 'open' : role === part));
}

/** Add up how a rule did; all rules together where none is named. */
export function sumFigures(figures: readonly SuggestionFigures[], rule?: string): Measured {
	const sum = sumCounts(
		figures.flatMap((row) => (rule === undefined ? row.together : (row.rules[rule] ?? []))),
	);
	const notes = figures.reduce((total, row) => total + row.together.notes, 0);
	return {
		...sum,
		notes,
		precision: perCent(sum.hits, sum.suggested),
		strictPrecision: perCent(sum.sameDimension, sum.suggested),
		recall: perCent(sum.found, notes),
	};
}

/** The share of suggestions, in whole per cent, that would touch a note by chance. */
export function chanceOf(
	figures: readonly SuggestionFigures[],
	of: keyof SuggestionFigures['chanceTenths'],
): number | undefined {
	const tenths = figures.reduce((total, row) => total + row.chanceTenths[of], 0);
	return perCent(tenths, 10 * sumFigures(figures).suggested);
}

function perCent(part: number, whole: number): number | undefined {
	return whole === 0 ? undefined : Math.round((100 * part) / whole);
}
