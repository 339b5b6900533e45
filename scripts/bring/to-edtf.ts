import { isPublicationDate } from '../../src/model/edtf-date.ts';

const months = [
	['jan', 'янв'],
	['feb', 'фев'],
	['mar', 'мар'],
	['apr', 'апр'],
	['may', 'мая'],
	['jun', 'июн'],
	['jul', 'июл'],
	['aug', 'авг'],
	['sep', 'сен'],
	['oct', 'окт'],
	['nov', 'ноя'],
	['dec', 'дек'],
];

/**
 * Read a date of a page as EDTF, as exactly as it is certain: `2018-11-08T22:30+03:00` is the day that the page
 * names, in its own zone. Returns nothing for a form that may mean two days, and for no date at all.
 */
export function toEdtf(written: string): string | undefined {
	const text = written.trim().slice(0, 100);
	const [year, month, day] = partsOf(text) ?? [];
	if (year === undefined) return undefined;
	const date = [String(year), pad(month), pad(day)].filter((part) => part !== '').join('-');
	return isPublicationDate(date) && exists(year, month, day) ? date : undefined;
}

type Parts = [year: number, month?: number, day?: number];

function partsOf(text: string): Parts | undefined {
	const numbers = (match: RegExpExecArray | null) => match?.slice(1).map(Number);
	const iso = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T\s].*)?)?)?$/.exec(text);
	if (iso)
		return iso.slice(1).flatMap((part: string | undefined) => (part ? Number(part) : [])) as Parts;
	const basic = numbers(
		/^(\d{4})(\d\d)(\d\d)(?:T.*)?$/.exec(text) ?? /^(\d{4})\/(\d\d?)\/(\d\d?)(?:\s.*)?$/.exec(text),
	);
	if (basic) return basic as Parts;
	const [d = 0, m = 0, y = 0] = numbers(/^(\d\d?)\.(\d\d?)\.(\d{4})(?:[\s,].*)?$/.exec(text)) ?? [];
	if (y > 0) return [y, m, d];
	const [first = 0, second = 0, last = 0] =
		numbers(/^(\d\d?)\/(\d\d?)\/(\d{4})(?:[\s,].*)?$/.exec(text)) ?? [];
	if (last > 0) {
		if (first === second || second > 12) return [last, first, second];
		return first > 12 ? [last, second, first] : undefined;
	}
	return partsInWords(text);
}

function partsInWords(text: string): Parts | undefined {
	const plain = text.replace(/^\p{L}+,?\s+(?=\d\d?(?:st|nd|rd|th)?\s+\p{L}|\p{L}+\.?\s+\d)/u, '');
	const dayFirst = /^(\d\d?)(?:st|nd|rd|th)?\s+(\p{L}+)\.?,?\s+(\d{4})(?:\D.*)?$/u.exec(plain);
	if (dayFirst) return named(dayFirst[3], dayFirst[2], dayFirst[1]);
	const monthFirst = /^(\p{L}+)\.?\s+(\d\d?)(?:st|nd|rd|th)?,?\s+(\d{4})(?:\D.*)?$/u.exec(plain);
	if (monthFirst) return named(monthFirst[3], monthFirst[1], monthFirst[2]);
	const [, month, year] = /^(\p{L}+)\.?,?\s+(\d{4})$/u.exec(text) ?? [];
	return named(year, month);
}

function named(year?: string, word = '', day?: string): Parts | undefined {
	const start = word.toLowerCase().slice(0, 3);
	const month = months.findIndex((names) => names.includes(start)) + 1;
	if (year === undefined || month === 0) return undefined;
	return day === undefined ? [Number(year), month] : [Number(year), month, Number(day)];
}

function exists(year: number, month = 1, day = 1): boolean {
	const date = new Date(Date.UTC(year, month - 1, day));
	return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function pad(part: number | undefined): string {
	return part === undefined ? '' : String(part).padStart(2, '0');
}
