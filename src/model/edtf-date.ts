import edtf, { format } from 'edtf';

/**
 * Dates are EDTF (Extended Date/Time Format, ISO 8601-2): `2018-11-08`, `2020-06-19~` (about),
 * `2020-06-18/2020-06` (between). The years are those of the earliest and the latest day meant.
 */
export type EdtfDate = {
	edtf: string;
	/** The first and the last moment that it may mean, in milliseconds of Unix time. */
	first: number;
	last: number;
	firstYear: number;
	lastYear: number;
};

/** What was read before: an archive asks for the same days again and again, and a grammar is slow. */
const known = new Map<string, EdtfDate | undefined>();

/** Parse an EDTF date of level 0 to 2; returns nothing where it is not one. */
export function parseEdtfDate(text: string): EdtfDate | undefined {
	if (!known.has(text)) known.set(text, readEdtfDate(text));
	return known.get(text);
}

function readEdtfDate(text: string): EdtfDate | undefined {
	try {
		const bounds = text.split('/').map((side) => edtf(side));
		const [first, last = first] = bounds;
		if (!first || !last || bounds.length > 2 || first.min > last.max) return undefined;
		const [firstYear, lastYear] = [yearOf(first.min), yearOf(last.max)];
		// Years that a calendar of ours does not reach.
		if (Number.isNaN(firstYear) || Number.isNaN(lastYear)) return undefined;
		return { edtf: text, first: first.min, last: last.max, firstYear, lastYear };
	} catch {
		return undefined;
	}
}

/**
 * Find the earliest and the latest moment that an EDTF date may mean, in milliseconds of Unix time; returns
 * nothing where it is not a date.
 */
export function boundsOfEdtfDate(text: string): { first: number; last: number } | undefined {
	const date = parseEdtfDate(text);
	return date && { first: date.first, last: date.last };
}

/** Say whether a date is one that HTML's `time` element can hold: a plain day, month or year. */
export function isPlainDate(text: string): boolean {
	return /^(?!0000)\d{4}(?:-(?:0\d|1[0-2])(?:-\d\d)?)?$/.test(text);
}

/** A text published earlier, later or at so uncertain a time is no article of a newspaper or the web. */
const FIRST_YEAR = 1000;
const LAST_YEAR = 2999;
const MAX_YEARS = 200;

/** Say whether an EDTF date may be one of publication: of years with four digits, and not of too many. */
export function isPublicationDate(text: string): boolean {
	const date = parseEdtfDate(text);
	return (
		date !== undefined &&
		date.firstYear >= FIRST_YEAR &&
		date.lastYear <= LAST_YEAR &&
		date.lastYear - date.firstYear < MAX_YEARS
	);
}

function yearOf(time: number): number {
	return new Date(time).getUTCFullYear();
}

/**
 * Format an EDTF date for readers: “8 November 2018”, “about 19 June 2020”. A day, month or year, doubtful
 * or not, is put in words; of anything rarer (seasons, decades, sets) the EDTF itself is the clearest.
 */
export function formatEdtfDate(text: string): string {
	const [first = '', last] = text.split('/');
	if (last === undefined) return formatSide(first);
	// A coarser last side is meant to its end: 2020-06-18/2020-06 ends with June.
	const until = precisionOf(last) < precisionOf(first) ? 'the end of ' : '';
	return `between ${formatSide(first)} and ${until}${formatSide(last)}`;
}

function precisionOf(side: string): number {
	return side.split('-').length;
}

const doubts: { [mark: string]: string } = {
	'~': 'about ',
	'?': 'possibly ',
	'%': 'possibly about ',
};

function formatSide(side: string): string {
	const [, date, mark = ''] = /^(\d{4}(?:-(?:0\d|1[0-2])(?:-\d\d)?)?)([~?%])?$/.exec(side) ?? [];
	if (date === undefined || parseEdtfDate(date) === undefined) return side;
	const written = sayDay(date);
	return (doubts[mark] ?? '') + written;
}

const said = new Map<string, string>();

/** Put a plain day, month or year in words. */
function sayDay(date: string): string {
	const kept = said.get(date);
	if (kept !== undefined) return kept;
	const words = format(edtf(date), 'en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
	said.set(date, words);
	return words;
}
