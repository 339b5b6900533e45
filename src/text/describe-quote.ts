import { splitsCharacter } from './code-points.ts';
import { findQuote, type QuoteSelector } from './find-quote.ts';

/**
 * Describe the place [start, end) of `text`, in UTF-16 code units, as a quote that `findQuote` finds again.
 *
 * The context is the shortest, word by word, that makes the quote unique, and empty where the quote is
 * unique by itself: a captured text is often someone else's, so no more of it is repeated than needed.
 * Context is at most `contextLength` code units on each side; where that is not enough, `occurrence` decides.
 */
export function describeQuote(
	text: string,
	startCodeUnit: number,
	endCodeUnit: number,
	{ contextLength = 96 } = {},
): QuoteSelector {
	const exact = text.slice(startCodeUnit, endCodeUnit);
	const isUnique = (quote: QuoteSelector) => findQuote(text, quote).kind === 'found';
	if (isUnique({ exact })) return { exact };

	const prefixes = contextsBefore(text, startCodeUnit, contextLength);
	const suffixes = contextsAfter(text, endCodeUnit, contextLength);
	for (const words of Array.from({ length: Math.max(prefixes.length, suffixes.length) }).keys()) {
		const prefix = prefixes[Math.min(words, prefixes.length - 1)] ?? '';
		const suffix = suffixes[Math.min(words, suffixes.length - 1)] ?? '';
		for (const quote of [
			{ exact, prefix },
			{ exact, suffix },
			{ exact, prefix, suffix },
		])
			if (isUnique(quote)) return quote;
	}
	return { exact, occurrence: occurrenceAt(text, exact, startCodeUnit) };
}

/** List contexts that end at `end`, each a word longer than the last. */
function contextsBefore(text: string, end: number, contextLength: number): string[] {
	const start = Math.max(0, end - contextLength);
	const first = splitsCharacter(text, start) ? start + 1 : start;
	const window = text.slice(first, end);
	const starts = [...window.matchAll(/\S+\s*/gu)].map((word) => word.index).reverse();
	return [...starts.map((at) => window.slice(at)), window];
}

/** List contexts that begin at `start`, each a word longer than the last. */
function contextsAfter(text: string, start: number, contextLength: number): string[] {
	const end = Math.min(text.length, start + contextLength);
	const window = text.slice(start, splitsCharacter(text, end) ? end - 1 : end);
	const ends = [...window.matchAll(/\s*\S+/gu)].map((word) => word.index + word[0].length);
	return [...ends.map((at) => window.slice(0, at)), window];
}

function occurrenceAt(text: string, exact: string, startCodeUnit: number): number {
	const place = findQuote(text, { exact });
	return place.kind === 'ambiguous' ? place.startCodeUnits.indexOf(startCodeUnit) + 1 : 1;
}
