import edtf from 'edtf';

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
		const bounds = text
			.split('/')
			.map((side) => (isPlainDate(side) ? boundsOfPlain(side) : edtf(side)));
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
 * Find the bounds of a plain day, month or year, as nearly all dates are; the grammar takes a thousand times as long to
 * come to the same. Returns nothing where the calendar has no such day, as the 29th of February 1900.
 */
function boundsOfPlain(text: string): { min: number; max: number } | undefined {
	const [year = 0, month, day] = text.split('-').map(Number);
	const startOf = (monthIndex: number, dayOfMonth: number) => {
		const date = new Date(0);
		// `Date.UTC` takes the years below 100 for those of the last century.
		date.setUTCFullYear(year, monthIndex, dayOfMonth);
		return date.getTime();
	};
	if (month === undefined) return { min: startOf(0, 1), max: startOf(12, 1) - 1 };
	// There is no month 0, and no day that its month has not.
	if (month === 0) return undefined;
	if (day === undefined) return { min: startOf(month - 1, 1), max: startOf(month, 1) - 1 };
	const min = startOf(month - 1, day);
	if (day === 0 || min >= startOf(month, 1)) return undefined;
	return { min, max: startOf(month - 1, day + 1) - 1 };
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

/** The months, by their numbers. */
const monthNames =
	'January February March April May June July August September October November December'.split(
		' ',
	);

/** Put a plain day, month or year in words. */
function sayDay(date: string): string {
	const [year = 0, month, day] = date.split('-').map(Number);
	const words = [day, month === undefined ? undefined : monthNames[month - 1], year];
	return words.filter((word) => word !== undefined).join(' ');
}
