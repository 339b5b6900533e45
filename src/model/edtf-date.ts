import edtf, { format } from 'edtf';

/**
 * Dates are EDTF (Extended Date/Time Format, ISO 8601-2): `2018-11-08`, `2020-06-19~` (about),
 * `2020-06-18/2020-06` (between). The years are those of the earliest and the latest day meant.
 */
export type EdtfDate = { edtf: string; firstYear: number; lastYear: number };

/** Parse an EDTF date of level 0 to 2; returns nothing where it is not one. */
export function parseEdtfDate(text: string): EdtfDate | undefined {
	try {
		const bounds = text.split('/').map((side) => edtf(side));
		const [first, last = first] = bounds;
		if (!first || !last || bounds.length > 2 || first.min > last.max) return undefined;
		return { edtf: text, firstYear: yearOf(first.min), lastYear: yearOf(last.max) };
	} catch {
		return undefined;
	}
}

function yearOf(time: number): number {
	return new Date(time).getUTCFullYear();
}

/** Format an EDTF date for readers: “8 November 2018”, “about 19 June 2020”. */
export function formatEdtfDate(text: string): string {
	const sides = text.split('/').map(formatSide);
	const [first, last] = sides;
	return last === undefined ? (first ?? text) : `between ${first} and ${last}`;
}

function formatSide(side: string): string {
	try {
		return format(edtf(side), 'en-GB', { day: 'numeric', month: 'long', year: 'numeric' }).replace(/^circa /, 'about ');
	} catch {
		return side;
	}
}
