import type { Confidence, Severity } from '../model/typology.ts';

/** Write a number for readers: with a true minus sign, and `decimals` places where there are any. */
export function formatFigure(value: number, decimals = 0): string {
	return value.toFixed(decimals).replace('-', '−');
}

/**
 * Name the figures that the site prints. `scripts/recompute-figures.ts` finds each by its name and computes
 * it again from the published data.
 */
export const figureOf = {
	article: (number: number, what: string) => `article-${number}.${what}`,
	/** Of a score card: `score` is the translation's, `capture` that of the damage to the capture. */
	score: (number: number, score: 'score' | 'capture' | 'wmt', end: 'low' | 'high') =>
		`article-${number}.${score}.${end}`,
	counted: (
		number: number,
		score: 'score' | 'capture',
		severity: Severity,
		confidence: Confidence | 'all',
	) => `article-${number}.${score}.${severity}.${confidence}`,
	penalty: (number: number, score: 'score' | 'capture', of: string) =>
		`article-${number}.${score}.penalty.${of}`,
	type: (type: string, what: 'notes' | 'articles') => `type-${type}.${what}`,
	/** Of the rules that suggest notes, one of them or `all`, on a part of the articles. */
	suggestions: (rule: string, part: string, what: string) => `suggestions.${rule}.${part}.${what}`,
	tally: (table: string, id: string, what: string) => `${table}.${id}.${what}`,
};
