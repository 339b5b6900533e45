import { readFileSync } from 'node:fs';
import type { Citable } from '../../../src/citing/citable.ts';
import { createCitationStyles } from '../../../src/citing/citation-formats.ts';
import type { Record } from '../../../src/model/record.ts';
import { sampleArchive, sampleNote, sampleOutlet, sampleRecord } from '../samples.ts';

const read = (file: string) =>
	readFileSync(new URL(`../../../src/citing/styles/${file}`, import.meta.url), 'utf8');

export const styleTexts = {
	apa: read('apa.csl'),
	mla: read('modern-language-association.csl'),
	chicagoNotes: read('chicago-notes-bibliography.csl'),
	chicagoAuthorDate: read('chicago-author-date.csl'),
	locale: read('locales-en-US.xml'),
};

/** Started once for every test that asks. */
export const citationStyles = createCitationStyles(styleTexts);

const gazette = {
	...sampleOutlet,
	id: 'vechernyaya-gazeta',
	name: 'Vechernyaya Gazeta',
	kind: 'newspaper',
};
const petrov = { family: 'Petrov', given: 'Ivan' };

/** A record with `fields` of its own, signed by Ivan Petrov in the “Vechernyaya Gazeta”. */
export function sampleCitable(fields: Partial<Record> = {}, rest: Partial<Citable> = {}): Citable {
	const record: Record = {
		...sampleRecord,
		authors: [petrov],
		publisher: { ...sampleRecord.publisher, outlet: gazette.id },
		...fields,
	};
	const { captured, supplied } = record.title;
	return {
		record,
		title: captured === 'none' ? `[${supplied}]` : captured,
		outlet: gazette,
		originalOutlet: undefined,
		archive: { ...sampleArchive, site: 'https://example.org/calque' },
		...rest,
	};
}

/** A citable whose article nobody signed. */
export function unsignedCitable(
	fields: Partial<Record> = {},
	rest: Partial<Citable> = {},
): Citable {
	const { record, ...citable } = sampleCitable(fields, rest);
	const { authors: _authors, ...unsigned } = record;
	return { ...citable, record: unsigned };
}

const dated = (date: string) => ({ published: { date, evidence: 'Dateline.' } });
const apertium = { ...sampleRecord.engine, name: 'Apertium', version: '3.8.3' };

/** The cases that every style and file is pinned by: what can be known, and what cannot. */
export const cases: { [name: string]: Citable } = {
	'a person': sampleCitable(),
	'two persons': sampleCitable({ authors: [petrov, { family: 'Sidorova', given: 'Anna' }] }),
	'a name that is no person’s': sampleCitable({ authors: [{ name: 'Northern News Agency' }] }),
	unsigned: unsignedCitable(),
	'unsigned, in an outlet that is unknown': unsignedCitable(
		{ publisher: { ...sampleRecord.publisher, outlet: 'unknown' } },
		{ outlet: undefined },
	),
	'written in English': sampleCitable({ verdict: 'native', source_language: 'en' }),
	'perhaps a translation': sampleCitable({ verdict: 'unclear' }),
	'an engine known with its version': sampleCitable({ engine: apertium }),
	'no date': sampleCitable(dated('unknown')),
	'a month, about': sampleCitable(dated('2018-11~')),
	'a day, possibly': sampleCitable(dated('2018-11-08?')),
	'between two days of a month': sampleCitable(dated('2020-06-18/2020-06')),
	'between two days of two years': sampleCitable(dated('2024-08-28/2025-08-27')),
	'a headline of signs and its original': sampleCitable({
		title: {
			captured: '“Tom & Jerry”: 100% of_it {costs} $5 | #1',
			supplied: 'A price is named',
			original: '«Том и Джерри»: 100% за $5 & более_того',
		},
		engine: apertium,
	}),
	'no headline': sampleCitable({
		title: { captured: 'none', supplied: 'A regulator blocks a messenger' },
	}),
	'a paragraph': sampleCitable({}, { paragraph: 12 }),
	'a note': sampleCitable(
		{},
		{ note: sampleNote('lock', 'carries a lock', 3, { ordinal: 3, paragraph: 12 }) },
	),
	'a second revision': sampleCitable({
		revisions: [
			{ number: 1, date: '2026-11-22', reason: 'First entry.' },
			{ number: 2, date: '2027-01-03', reason: 'A note.' },
		],
	}),
	'no public address': sampleCitable({}, { archive: sampleArchive, paragraph: 12 }),
	'a note, no public address': sampleCitable(
		{},
		{
			archive: sampleArchive,
			note: sampleNote('lock', 'carries a lock', 3, { ordinal: 3, paragraph: 12 }),
		},
	),
};
