import { addressOf, hasHeadline, type Note } from '../model/article.ts';
import type { Archive, Outlet } from '../model/authorities.ts';
import { publicAddress } from '../model/public-address.ts';
import type { Author, Record } from '../model/record.ts';
import { machineOf } from './page-facts.ts';
import { keepOneLine } from './keep-one-line.ts';

/** What is cited: an article, or a paragraph or note of it. */
export type Citable = {
	record: Record;
	/** As it may be shown: see `shownTitleOf`. */
	title: string;
	/** Who put the captured page on the web. */
	outlet: Outlet | undefined;
	/** Who published the text that was translated. */
	originalOutlet: Outlet | undefined;
	archive: Archive;
	paragraph?: number;
	note?: Pick<Note, 'id' | 'ordinal' | 'paragraph' | 'shown' | 'by'>;
};

/** What every format of citation says, whatever is cited; a note is a work of the archive’s editors. */
export type Work = {
	kind: 'article' | 'note';
	/** ASCII, and the same for ever: `petrov2018-7-v1`, `petrov2018-7-v1-n-lock`. */
	key: string;
	title: string;
	authors: Author[];
	/** The engine, or that it is unknown; nothing where nothing was translated. */
	translator: string | undefined;
	/** The outlet that published it, or the archive. */
	container: string | undefined;
	/** “Machine translation, rev. 1”. */
	medium: string;
	/** EDTF, or `unknown`. */
	date: string;
	/** BCP 47, or `unknown`. */
	originalLanguage: string;
	originalTitle: string | undefined;
	originalContainer: string | undefined;
	revision: { number: number; date: string };
	/** Of the article; a note’s is in its title. */
	paragraph: number | undefined;
	/** The frozen address that is cited, from the root of the site: `/a/7/v1/#p12`. */
	path: string;
	/** The same on the web; nothing while the archive has no public address. */
	address: string | undefined;
};

/** What was described last: each format asks for it, one after the other. */
let lastDescribed: { citable: Citable; work: Work } | undefined;

/** Say what is cited, in the terms that all formats share. */
export function describeWork(citable: Citable): Work {
	if (lastDescribed?.citable !== citable) lastDescribed = { citable, work: describe(citable) };
	return lastDescribed.work;
}

function describe(citable: Citable): Work {
	const { record, archive, outlet, originalOutlet, note } = citable;
	const revision = record.revisions.at(-1) ?? { number: 1, date: 'unknown' };
	const path = citedPath(citable);
	const key = keyOf(citable);
	const shared = {
		translator: creditTranslator(record),
		originalLanguage: record.source_language,
		revision: { number: revision.number, date: revision.date },
		path,
		address: publicAddress(path, archive.site),
	};
	if (note) {
		return {
			...shared,
			kind: 'note',
			key: `${key}-n-${note.id}`,
			title: titleOfNote(citable, note),
			authors: [{ name: capitalise(keepOneLine(archive.editors)) }],
			translator: undefined,
			container: keepOneLine(archive.title),
			medium: sayMedium(record, 'Note on '),
			date: revision.date,
			originalTitle: undefined,
			originalContainer: undefined,
			paragraph: undefined,
		};
	}
	const container = nameOutlet(outlet, record.publisher.outlet);
	return {
		...shared,
		kind: 'article',
		key,
		title: keepOneLine(citable.title),
		authors: authorsOf(record, container),
		container,
		medium: sayMedium(record, ''),
		date: record.published.date,
		originalTitle: record.title.original && keepOneLine(record.title.original),
		originalContainer: nameOutlet(originalOutlet, record.original.outlet),
		paragraph: citable.paragraph,
	};
}

/** Credit the machine as translator, as far as it is known; returns nothing for a text written in English. */
export function creditTranslator(record: Record): string | undefined {
	const credit = machineOf(record)?.credit;
	return credit && keepOneLine(credit);
}

/** Who signed the article; where nobody did, the outlet that printed it. */
function authorsOf({ authors }: Record, container: string | undefined): Author[] {
	if (!authors) return container === undefined ? [] : [{ name: container }];
	return authors.map((author) =>
		'name' in author
			? { name: keepOneLine(author.name) }
			: {
					family: keepOneLine(author.family),
					...(author.given !== undefined && { given: keepOneLine(author.given) }),
				},
	);
}

/** Say that a machine translated, in itself and with the revision: “Machine translation, rev. 1”. */
function sayMedium({ verdict, revisions }: Record, noteOn: '' | 'Note on '): string {
	const article = noteOn ? `${noteOn}a ` : '';
	const what = {
		'machine-translated': `${article}machine translation, `,
		unclear: `${article}possible machine translation, `,
		native: noteOn ? 'Note, ' : '',
	}[verdict];
	const text = `${what}rev. ${revisions.at(-1)?.number ?? 1}`;
	return verdict === 'native' ? text : capitalise(text);
}

/** Name an outlet; one that the archive does not describe by its id. */
function nameOutlet(outlet: Outlet | undefined, id: string): string | undefined {
	return outlet ? keepOneLine(outlet.name) : isUnknown(id) ? undefined : id;
}

/** Say whether an id stands for an outlet that is not known, or that there is none. */
function isUnknown(id: string): boolean {
	return id === 'unknown' || id === 'none';
}

/** Name a note. Where the article shows of its record only, no words of the capture are told. */
function titleOfNote({ record, title }: Citable, note: NonNullable<Citable['note']>): string {
	const quoted = record.capture.display === 'record' ? '' : ` on “${keepOneLine(note.shown)}”`;
	const headline = keepOneLine(title);
	return `Note ${note.ordinal}${quoted} in paragraph ${note.paragraph} of ${hasHeadline(record) ? `“${headline}”` : headline}`;
}

/** Give the frozen address that a citation carries, from the root of the site. */
export function citedPath({
	record: { number, revisions },
	paragraph,
	note,
}: Pick<Citable, 'record' | 'paragraph' | 'note'>): string {
	if (note) return addressOf.notePage(number, note.id);
	const page = addressOf.revision(number, revisions.at(-1)?.number ?? 1);
	return paragraph === undefined ? page : `${page}#p${paragraph}`;
}

/** Name the article for reference managers: first author or outlet, year, number, revision. */
function keyOf({ record, outlet }: Citable): string {
	const [author] = record.authors ?? [];
	const word =
		[
			author && ('family' in author ? author.family : author.name),
			nameOutlet(outlet, record.publisher.outlet),
			record.publisher.outlet,
		]
			.map((name) => (name === undefined || isUnknown(name) ? '' : toAscii(name)))
			.find((name) => name !== '') ?? 'article';
	const year = /^\d{4}/.exec(record.published.date)?.[0] ?? '';
	return `${word}${year}-${record.number}-v${record.revisions.at(-1)?.number ?? 1}`;
}

/** Keep the letters of a Latin name, without marks and in lower case. */
function toAscii(name: string): string {
	return name
		.normalize('NFKD')
		.toLowerCase()
		.replace(/[^a-z]/g, '')
		.slice(0, 32);
}

/** Format an author as a byline would: “Ivan Petrov”. */
export function formatName(author: Author): string {
	if ('name' in author) return author.name;
	return [author.given, author.family].filter((part) => part !== undefined).join(' ');
}

/** Say, at the end of a citation, that the archive has no public address yet. */
export function sayNoAddress(path: string): string {
	return `The archive has no public address yet; path ${path}`;
}

/** Begin a text with a capital letter. */
export function capitalise(text: string): string {
	const [first = ''] = text;
	return first.toUpperCase() + text.slice(first.length);
}
