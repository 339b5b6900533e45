import {
	codePointLength,
	sliceCodePoints,
	splitsCharacter,
	toCodePoint,
} from '../../text/code-points.ts';

/** A place in a text in code points, end exclusive, and by which reading of the numbers it was found. */
export type FoundPlace = { start: number; end: number; by: PlaceReading };
export type PlaceReading =
	| 'code points, end exclusive'
	| 'code points, end inclusive'
	| 'UTF-16 units, end exclusive'
	| 'UTF-16 units, end inclusive'
	| 'white space apart'
	| 'the quote alone';

type Reading = Extract<PlaceReading, `${string}clusive`>;

/**
 * Decide what the numbers of a span mean by the words that it is said to hold: the first of `readings` under
 * which the text has those words, then one that has them but for white space, then the one place in the text
 * that has them. Returns nothing where none does; nothing is guessed.
 */
export function findPlace(
	text: string,
	quote: string,
	start: number | undefined,
	end: number | undefined,
	readings: readonly Reading[],
): FoundPlace | undefined {
	if (start !== undefined && end !== undefined) {
		for (const by of readings) {
			const place = placeOf(text, start, end, by);
			if (place && sliceCodePoints(text, place.start, place.end) === quote) return { ...place, by };
		}
		for (const by of readings) {
			const place = placeOf(text, start, end, by);
			if (place && isSameApartFromSpace(sliceCodePoints(text, place.start, place.end), quote))
				return { ...place, by: 'white space apart' };
		}
	}
	const first = quote === '' ? -1 : text.indexOf(quote);
	if (first === -1 || text.includes(quote, first + 1)) return undefined;
	if (splitsCharacter(text, first) || splitsCharacter(text, first + quote.length)) return undefined;
	const from = toCodePoint(text, first);
	return { start: from, end: from + codePointLength(quote), by: 'the quote alone' };
}

/** Read two numbers as a place in a text; nothing where they name none. */
export function placeOf(
	text: string,
	start: number,
	end: number,
	by: Reading,
): { start: number; end: number } | undefined {
	const until = by.endsWith('inclusive') ? end + 1 : end;
	if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || start > until)
		return undefined;
	if (by.startsWith('code'))
		return until > codePointLength(text) ? undefined : { start, end: until };
	if (until > text.length || splitsCharacter(text, start) || splitsCharacter(text, until))
		return undefined;
	return { start: toCodePoint(text, start), end: toCodePoint(text, until) };
}

function isSameApartFromSpace(a: string, b: string): boolean {
	const bare = (text: string) => text.replace(/\s+/g, '');
	return bare(b) !== '' && bare(a) === bare(b);
}
