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
		const [firstYear, lastYear] = [yearOf(first.min), yearOf(last.max)];
		// Years that a calendar of ours does not reach.
		if (Number.isNaN(firstYear) || Number.isNaN(lastYear)) return undefined;
		return { edtf: text, firstYear, lastYear };
	} catch {
		return undefined;
	}
}

function yearOf(time: number): number {
	return new Date(time).getUTCFullYear();
}

/**
 * Format an EDTF date for readers: “8 November 2018”, “about 19 June 2020”. A day, month or year, doubtful
 * or not, is put in words; of anything rarer (seasons, decades, sets) the EDTF itself is the clearest.
 */
export function formatEdtfDate(text: string): string {
	const sides = text.split('/').map(formatSide);
	const [first, last] = sides;
	return last === undefined ? (first ?? text) : `between ${first} and ${last}`;
}

const doubts: { [mark: string]: string } = {
	'~': 'about ',
	'?': 'possibly ',
	'%': 'possibly about ',
};

function formatSide(side: string): string {
	const [, date, mark = ''] = /^(\d{4}(?:-(?:0\d|1[0-2])(?:-\d\d)?)?)([~?%])?$/.exec(side) ?? [];
	if (date === undefined || parseEdtfDate(date) === undefined) return side;
	const written = format(edtf(date), 'en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
	return (doubts[mark] ?? '') + written;
}
