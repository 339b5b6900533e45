import {
	boundsOfEdtfDate,
	formatEdtfDate,
	isPlainDate,
	parseEdtfDate,
} from '../model/edtf-date.ts';

/** A year, with its month and day as far as they are known. */
export type DateParts = [year: number, month?: number, day?: number];

/** How sure a date is: `~`, `?` and `%` of EDTF. */
export type Doubt = 'circa' | 'uncertain' | 'uncertain and circa';

/** A date taken apart; the last side of an interval is as fine as its first. */
export type DatedSides = {
	first: DateParts;
	last: DateParts | undefined;
	doubt: Doubt | undefined;
};

/** A date in each form that a format of citation asks for. */
export type DateForms = {
	/** As it is stored: `2021-03-02`, `2021-03~`, `2021-03-01/2021-03-05`. For `DCTERMS.issued`. */
	edtf: string;
	/** For readers: “about March 2021”. */
	words: string;
	sides: DatedSides;
	/** `2021/03/02`, for `citation_publication_date`; of an interval the first day. */
	highwire: string;
	/**
	 * `2021-03-02`, for HTML’s `time` and JSON-LD: the part that is certain, of an interval its first day.
	 * Nothing where not even the year is certain.
	 */
	plain: string | undefined;
	csl: { 'date-parts': DateParts[]; circa?: true };
	biblatex: string;
	/** For BibTeX; the month as BibTeX’s own macro. */
	bibtex: { year: string; month: string | undefined };
	/** `2021/03/02/`; `note` says what that cannot. */
	ris: { date: string; note: string | undefined };
};

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

const doubts: { [mark: string]: Doubt } = {
	'~': 'circa',
	'?': 'uncertain',
	'%': 'uncertain and circa',
};

/** A date is cited in every style, of every paragraph and note. */
const derived = new Map<string, DateForms | undefined>();

/** Derive every form of an EDTF date; returns nothing where the date is unknown. */
export function deriveDateForms(edtf: string): DateForms | undefined {
	if (!derived.has(edtf)) derived.set(edtf, derive(edtf));
	return derived.get(edtf);
}

function derive(edtf: string): DateForms | undefined {
	const sides = edtf === 'unknown' ? undefined : readSides(edtf);
	if (!sides) return undefined;
	const { first, last, doubt } = sides;
	const dateParts = last ? [first, last] : [first];
	const certain: DateParts = doubt ? coarsen(first) : first;
	return {
		edtf,
		words: sayDate(edtf),
		sides,
		highwire: write(first, '/'),
		plain: certain.length > 0 ? write(certain, '-') : undefined,
		csl: { 'date-parts': dateParts, ...(doubt ? { circa: true } : {}) },
		biblatex: isBiblatexDate(edtf) ? edtf : writeMarked(sides),
		bibtex: {
			year: write([first[0]], '-'),
			month: first[1] === undefined ? undefined : months[first[1] - 1],
		},
		ris: {
			date: `${[...write(first, '/').split('/'), '', ''].slice(0, 3).join('/')}/`,
			note: last || doubt ? sayDate(edtf) : undefined,
		},
	};
}

/** `[2021, 3]` as `2021-03`. */
function write(parts: DateParts, separator: '-' | '/'): string {
	return parts
		.map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0'))
		.join(separator);
}

function writeMarked({ first, last, doubt }: DatedSides): string {
	const [mark = ''] = Object.entries(doubts).find(([, meant]) => meant === doubt) ?? [];
	return (last ? [first, last] : [first]).map((parts) => write(parts, '-') + mark).join('/');
}

/** Put a date in words; parts that are left open are not said. */
function sayDate(edtf: string): string {
	return formatEdtfDate(edtf.replaceAll(/(?<=\d)(?:-XX)+(?=$|\/)/g, ''));
}

/** Leave out the finest part. */
function coarsen(parts: DateParts): DateParts {
	return parts.slice(0, -1) as unknown as DateParts;
}

/** Take an EDTF date apart; what has no plain sides (decades, sets, seasons) is told by its years. */
function readSides(edtf: string): DatedSides | undefined {
	const date = parseEdtfDate(edtf);
	if (!date) return undefined;
	const doubt = doubts[/[~?%]/.exec(edtf)?.[0] ?? ''];
	const [first, last] = edtf.split('/').map(readParts);
	if (!first || (edtf.includes('/') && !last)) {
		const { firstYear, lastYear } = date;
		return {
			first: [firstYear],
			last: lastYear === firstYear ? undefined : [lastYear],
			doubt: doubt ?? 'uncertain',
		};
	}
	return { first, last: last && refine(last, first.length, edtf), doubt };
}

/** Read a year, month or day; marks of doubt and parts that are left open are not read. */
function readParts(side: string): DateParts | undefined {
	const bare = side.replaceAll(/[~?%]/g, '').replace(/(?:-XX)+$/, '');
	return isPlainDate(bare) ? (bare.split('-').map(Number) as DateParts) : undefined;
}

/** Say a coarse last side to its end, as it is meant: of 2020-06-18/2020-06 the last day is 30 June. */
function refine(last: DateParts, precision: number, edtf: string): DateParts {
	const bounds = boundsOfEdtfDate(edtf);
	if (last.length >= precision || !bounds) return last;
	const end = new Date(bounds.last);
	const parts = [end.getUTCFullYear(), end.getUTCMonth() + 1, end.getUTCDate()];
	return parts.slice(0, precision) as DateParts;
}

/** Say whether BibLaTeX reads the date as it is stored. */
function isBiblatexDate(edtf: string): boolean {
	return edtf
		.split('/')
		.every((side) => /^\d{4}(?:-(?:0\d|1[0-2]|XX)(?:-(?:\d\d|XX))?)?[~?%]?$/.test(side));
}
