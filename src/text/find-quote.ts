import { splitsCharacter } from './code-points.ts';

/**
 * A quote selector names a place in a text by its words (Web Annotation, TextQuoteSelector): `exact` is
 * the passage, `prefix` and `suffix` the characters that adjoin it where the passage alone recurs.
 * `occurrence`, 1 for the first, decides among places that the other three leave open.
 */
export type QuoteSelector = {
	exact: string;
	prefix?: string | undefined;
	suffix?: string | undefined;
	occurrence?: number | undefined;
};

/**
 * The outcome of a search; offsets are UTF-16 code units of the text searched, `end` exclusive. Of a quote
 * that stands very often, `ambiguous` has the first `MAX_PLACES` places.
 */
export type QuotePlace =
	| { kind: 'found'; startCodeUnit: number; endCodeUnit: number }
	| { kind: 'missing' }
	| { kind: 'ambiguous'; startCodeUnits: number[] };

/** No search lists more places than this: nobody reads on, and a text of megabytes could have millions. */
export const MAX_PLACES = 1000;

/**
 * Find where `quote` stands in `text`.
 *
 * Compares code unit by code unit: a place that matches only approximately is an editorial decision, so
 * this never guesses. `suggestQuotes` offers an editor the nearest passages.
 */
export function findQuote(text: string, quote: QuoteSelector): QuotePlace {
	const { exact, occurrence } = quote;
	const places = listPlaces(text, quote, occurrence ?? MAX_PLACES);
	const chosen = occurrence === undefined ? places : places.slice(occurrence - 1);
	const [start, another] = chosen;
	if (start === undefined) return { kind: 'missing' };
	if (another !== undefined) return { kind: 'ambiguous', startCodeUnits: chosen };
	return { kind: 'found', startCodeUnit: start, endCodeUnit: start + exact.length };
}

/** List the first `count` places where `exact` stands between `prefix` and `suffix`; an empty quote has none. */
export function listPlaces(
	text: string,
	{ exact, prefix = '', suffix = '' }: QuoteSelector,
	count = Infinity,
): number[] {
	const places: number[] = [];
	if (exact === '') return places;
	const whole = prefix + exact + suffix;
	for (let at = text.indexOf(whole); at !== -1; at = text.indexOf(whole, at + 1)) {
		const start = at + prefix.length;
		if (splitsCharacter(text, start) || splitsCharacter(text, start + exact.length)) continue;
		if (places.push(start) >= count) break;
	}
	return places;
}
