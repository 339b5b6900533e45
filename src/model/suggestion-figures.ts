import { z } from 'zod';
import { idField } from './fields.ts';

const count = z.int().nonnegative();

const countsSchema = z.strictObject({
	/** Suggestions made. */
	suggested: count,
	/** Those that share a word with a note, and with a note of the same dimension. */
	hits: count,
	sameDimension: count,
	/** Notes that a suggestion touches, and one of the same dimension. */
	found: count,
	foundSameDimension: count,
	/** Notes that were there to be found. */
	notes: count,
});

/**
 * One line of content/suggestion-figures.jsonl: how the rules that suggest notes did on one article, measured
 * against its notes while its capture was at hand. `npm run suggest -- --measure` writes the file.
 */
export const suggestionFiguresSchema = z.strictObject({
	article: z.int().positive(),
	/** `tuned`: the rules were adjusted on it; `held-out`: not; `open`: of the open collection, nor adjusted on. */
	role: z.enum(['tuned', 'held-out', 'open']),
	/** All rules; suggestions that overlap count as one. */
	together: countsSchema,
	/** How many of them would touch a note, and one of the same dimension, by chance; in tenths. */
	chanceTenths: z.strictObject({ loose: count, strict: count }),
	/** Each rule that suggested something. */
	rules: z.record(idField, countsSchema),
});
export type SuggestionFigures = z.infer<typeof suggestionFiguresSchema>;
