import type { Paragraph } from '../../src/text/paragraphs.ts';
import { suggestQuotes, type QuoteSuggestion } from '../../src/text/suggest-quotes.ts';

/** A longer quote is no near miss of anything that a reader could take in, and comparing is costly. */
const MAX_COMPARED = 400;
/** In a longer text an editor does not look for a near miss, and comparing would take long. */
const MAX_SEARCHED = 100_000;

/** Suggest the passages of some paragraphs that are nearest to a quote; offsets count from the whole text. */
export function suggestPassages(
	paragraphs: readonly Paragraph[],
	quote: string,
): QuoteSuggestion[] {
	if (
		quote.length > MAX_COMPARED ||
		paragraphs.reduce((sum, { text }) => sum + text.length, 0) > MAX_SEARCHED
	)
		return [];
	return paragraphs
		.flatMap(({ text, startCodeUnit }) =>
			suggestQuotes(text, quote).map((found) => ({
				...found,
				startCodeUnit: startCodeUnit + found.startCodeUnit,
			})),
		)
		.sort((a, b) => b.similarity - a.similarity)
		.slice(0, 3);
}
