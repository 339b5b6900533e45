import { expect, test } from 'vitest';
import { anchorsSchema } from '../../../src/model/anchors.ts';
import {
	archiveSchema,
	eventSchema,
	nameSchema,
	outletSchema,
	termSchema,
} from '../../../src/model/authorities.ts';
import { noteSchema, pointSchema, quotationSchema } from '../../../src/model/note.ts';
import { decisionSchema, readingSchema } from '../../../src/model/reading.ts';
import { recordSchema } from '../../../src/model/record.ts';
import { sampleArchive, sampleOutlet, sampleRecord } from '../samples.ts';

/** One valid value for each schema of what an author writes. */
const valid = {
	record: sampleRecord,
	archive: sampleArchive,
	outlet: sampleOutlet,
	note: {
		id: 'lock',
		p: 1,
		captured: 'a lock',
		type: 'style/calque',
		severity: 'major',
		confidence: 'certain',
		by: 'first reading',
	},
	quotation: { p: 1, captured: '“We', speaker: 'Durov', status: 'do-not-quote' },
	point: { note: 'lock' },
	term: {
		id: 'blokirovka',
		source: 'блокировка',
		language: 'ru',
		gloss: 'blocking',
		renderings: ['lock', 'a lock'],
		right: ['blocking'],
		explanation: 'Not a lock.',
	},
	event: {
		id: 'fine',
		date: '2017-10-16',
		title: 'A fine',
		description: 'A court fines.',
		reports: [{ article: 7, paragraphs: [1, 2] }],
	},
	name: { id: 'durov', name: 'Durov', description: 'Founder.', spellings: ['Durov', 'Durova'] },
	anchors: {
		capture_sha256: 'ab',
		length: 9,
		words: 2,
		paragraphs: [[0, 9]],
		sentences: [[0, 9]],
		notes: [{ note: 'lock', start: 0, end: 4, exact: 'lock', prefix: '', suffix: '' }],
	},
	reading: {
		reading: 'first',
		note: 'lock',
		start: 0,
		end: 4,
		type: 'style/calque',
		severity: 'minor',
		confidence: 'certain',
	},
	decision: { first: 'lock', second: 'none', decided: 'dropped', reason: 'It is usual.' },
};

const schemas = {
	record: recordSchema,
	archive: archiveSchema,
	outlet: outletSchema,
	note: noteSchema,
	quotation: quotationSchema,
	point: pointSchema,
	term: termSchema,
	event: eventSchema,
	name: nameSchema,
	anchors: anchorsSchema,
	reading: readingSchema,
	decision: decisionSchema,
};
type Kind = keyof typeof schemas;
const kinds = Object.keys(schemas) as Kind[];

const refusedPaths = (kind: Kind, value: unknown) =>
	schemas[kind].safeParse(value).error?.issues.map((issue) => issue.path.join('.')) ?? [];

test.for(kinds)('a whole %s is accepted as it is', (kind) => {
	expect(schemas[kind].parse(valid[kind])).toEqual(valid[kind]);
});

test.for(kinds)('a field that a %s does not know is refused', (kind) => {
	const [issue] = schemas[kind].safeParse({ ...valid[kind], severty: 'x' }).error?.issues ?? [];
	expect(issue).toMatchObject({ code: 'unrecognized_keys', keys: ['severty'] });
});

test.for(kinds)(
	'a %s lacks none of the fields it has here, but for those it may leave out',
	(kind) => {
		for (const field of Object.keys(valid[kind])) {
			const { [field]: _left, ...rest } = valid[kind] as { [field: string]: unknown };
			expect(refusedPaths(kind, rest)).toEqual([field]);
		}
	},
);

test.for([
	['number', 0],
	['number', 1.5],
	['verdict', 'translated'],
	['verdict_confidence', 1.01],
	['verdict_confidence', -0.01],
	['source_language', 'Russian'],
	['source_language', 'ru_RU'],
	['source_language', 'ru-12'],
	['source_language', 'zh-yue'],
	['revisions', []],
	['events', ['Not An Id']],
	['not_checked', ' '],
] as const)('a record whose %s is %j is refused', ([field, value]) => {
	expect(refusedPaths('record', { ...sampleRecord, [field]: value })[0]).toMatch(
		new RegExp(`^${field}`),
	);
});

test.for(['unknown', 'en', 'sr-Latn', 'yue', 'pt-BR'])(
	'a record may be translated from %s',
	(source_language) => {
		expect(refusedPaths('record', { ...sampleRecord, source_language })).toEqual([]);
	},
);

test.for(['AB'.repeat(32), 'ab'.repeat(31), 'gh'.repeat(32)])(
	'a capture is not identified by %s',
	(sha256) => {
		const capture = { ...sampleRecord.capture, sha256 };
		expect(refusedPaths('record', { ...sampleRecord, capture })).toEqual(['capture.sha256']);
	},
);

test.for([
	['p', 0],
	['p', '1'],
	['captured', ''],
	['prefix', ''],
	['occurrence', 0],
	['type', 'style/calc'],
	['severity', 'huge'],
	['confidence', 'sure'],
	['masked', 'true'],
	['reading', ' '],
] as const)('a note whose %s is %j is refused', ([field, value]) => {
	expect(refusedPaths('note', { ...valid.note, [field]: value })).toEqual([field]);
});

test.for([
	'ftp://example.org/',
	'example.org',
	'',
	'https://example.org/?a=b',
	'https://example.org/?',
	'https://example.org/#top',
	'https://me:word@example.org/',
	'https://me@example.org/',
])('an archive is not served at %j', (site) => {
	expect(refusedPaths('archive', { ...sampleArchive, site })).toEqual(['site']);
});

test('an archive may have an address', () => {
	const site = 'https://example.org/calque/';
	expect(archiveSchema.parse({ ...sampleArchive, site }).site).toBe(site);
});
