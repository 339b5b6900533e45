import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { parseCsv } from '../../../../scripts/figures/parse-csv.ts';
import { readPackageSource } from '../../../../scripts/package/read-source.ts';
import { buildPackage } from '../../../../src/exchange/package/build-package.ts';
import { makeBag } from '../../../../src/exchange/package/bag.ts';
import { formatDataCite } from '../../../../src/exchange/package/datacite.ts';
import { identifyPackage } from '../../../../src/exchange/package/identify-package.ts';
import { textFile, type PackageSource } from '../../../../src/exchange/package/source.ts';
import { zipFiles } from '../../../../src/exchange/package/zip-files.ts';
import { sampleArchive, sampleArticle, sampleRecord } from '../../samples.ts';
import { writeFolder } from '../../temporary-folder.ts';
import { expandSafely, hasXmllint, readSchema, readXml, schemas } from '../validators.ts';

const hash = (algorithm: 'sha256' | 'sha512', bytes: Uint8Array) =>
	createHash(algorithm).update(bytes).digest('hex');

/** A package of each kind: with a public address and notes of every sort, without an address, and empty of notes. */
const sources: { [name: string]: PackageSource } = {
	fixtures: readPackageSource('tests/fixtures/archive'),
	content: readPackageSource('content'),
	bare: {
		archive: {
			...sampleArchive,
			title: 'Ключи: & <more>',
			licences: { ...sampleArchive.licences, data: 'https://rightsstatements.org/vocab/CNE/1.0/' },
		},
		articles: [sampleArticle(['One.'], [])],
		terms: [],
		events: [],
		people: [],
		organisations: [],
		outlets: [],
		content: [],
	},
};

const packages = Object.entries(sources).map(([name, source]) => {
	const identity = identifyPackage(source);
	if (!identity) throw new Error(`${name} has no date`);
	const files = buildPackage(source, identity, hash);
	const text = (path: string) => {
		const file = files.find((each) => each.path === path);
		if (!file) throw new Error(`${name} has no ${path}`);
		return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(file.bytes);
	};
	return { name, source, identity, files, text };
});

type Resource = {
	name: string;
	path: string;
	bytes: number;
	hash: string;
	schema?: {
		fields: { name: string; type: string; constraints?: { required?: boolean } }[];
		primaryKey: string[];
		foreignKeys?: { fields: string[]; reference: { resource: string; fields: string[] } }[];
	};
};
const resourcesOf = ({ text }: (typeof packages)[number]) =>
	(JSON.parse(text('datapackage.json')) as { resources: Resource[] }).resources;

test.for(packages)('$name: datapackage.json is valid by the profiles of Frictionless', (each) => {
	const ajv = new Ajv({ strict: false, allErrors: true });
	addFormats(ajv);
	ajv.addFormat('textarea', true);
	const descriptor = JSON.parse(each.text('datapackage.json')) as { [key: string]: unknown };
	const isPackage = ajv.compile(readSchema('frictionless/data-package.json'));
	isPackage(descriptor);
	expect(isPackage.errors).toBeNull();
	const resource = readSchema('frictionless/tabular-data-resource.json.gz') as {
		properties: { schema: object };
	};
	const isTable = ajv.compile(resource.properties.schema);
	for (const { schema } of resourcesOf(each).filter((one) => one.schema)) {
		isTable(schema);
		expect(isTable.errors).toBeNull();
	}
	isTable({ fields: [{ name: 'x', type: 'no type' }] });
	expect(isTable.errors).not.toBeNull();
	// What version 2 adds.
	expect(descriptor).toMatchObject({
		$schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
		contributors: [{ roles: ['creator'] }, { roles: ['publisher'] }],
	});
});

test.for(packages)(
	'$name: every file of the payload is a resource, with its size and hash',
	(each) => {
		const resources = resourcesOf(each);
		const payload = each.files.filter(({ path }) => path.startsWith('data/'));
		expect(resources.map(({ path }) => path)).toEqual(payload.map(({ path }) => path));
		expect(new Set(resources.map(({ name }) => name)).size).toBe(resources.length);
		resources.forEach(({ bytes, hash: written, name }, index) => {
			const file = payload[index];
			expect(name).toMatch(/^[a-z0-9._-]+$/);
			expect(bytes).toBe(file?.bytes.length);
			expect(written).toBe(`sha256:${hash('sha256', file?.bytes ?? new Uint8Array())}`);
		});
	},
);

test.for(packages)('$name: tables have the fields, types and keys that are declared', (each) => {
	const tables = new Map(
		resourcesOf(each)
			.filter(({ schema }) => schema)
			.map(({ name, path, schema }) => {
				const [header = [], ...rows] = parseCsv(each.text(path));
				expect(header).toEqual(schema?.fields.map((field) => field.name));
				return [name, { header, rows, schema }];
			}),
	);
	expect(tables.size).toBe(10);
	const cells = (name: string, fields: string[]) => {
		const { header, rows } = tables.get(name) ?? expect.fail(`no table ${name}`);
		return rows.map((row) => fields.map((field) => row[header.indexOf(field)]));
	};
	for (const [name, { rows, schema }] of tables) {
		const keys = cells(name, schema?.primaryKey ?? []).map((key) => JSON.stringify(key));
		expect(new Set(keys).size).toBe(rows.length);
		for (const { fields, reference } of schema?.foreignKeys ?? []) {
			const targets = new Set(
				cells(reference.resource, reference.fields).map((key) => JSON.stringify(key)),
			);
			for (const key of cells(name, fields))
				if (key.some((cell) => cell !== '')) expect(targets).toContain(JSON.stringify(key));
		}
		schema?.fields.forEach(({ name: field, type, constraints }) => {
			for (const [cell = ''] of cells(name, [field])) {
				if (constraints?.required) expect(cell).not.toBe('');
				if (cell !== '') expect(cell).toMatch(formsOf[type] ?? /^never$/);
			}
		});
	}
});

const formsOf: { [type: string]: RegExp } = {
	string: /^[^]*$/,
	integer: /^\d+$/,
	number: /^\d+(?:\.\d+)?$/,
	boolean: /^(?:true|false)$/,
	array: /^\[.*\]$/,
};

test.for(packages)('$name: every form has the same articles and notes', async (each) => {
	const { source, text } = each;
	const lines = (path: string) =>
		text(path)
			.split('\n')
			.slice(0, -1)
			.map((line) => JSON.parse(line) as { article: number; note: string });
	const ids = source.articles.flatMap(({ number, notes }) =>
		notes.map(({ id }) => `${number} ${id}`),
	);
	expect(lines('data/notes.jsonl').map(({ article, note }) => `${article} ${note}`)).toEqual(ids);
	expect(
		parseCsv(text('data/notes.csv'))
			.slice(1)
			.map(([article, note]) => `${article} ${note}`),
	).toEqual(ids);
	const annotations = JSON.parse(text('data/annotations.jsonld')) as {
		total: number;
		first?: { items: { id: string }[] };
	};
	expect(annotations.total).toBe(ids.length);
	expect(annotations.first?.items ?? []).toHaveLength(ids.length);
	expect(await expandSafely(annotations)).toHaveLength(1);
	expect(
		source.articles.flatMap(({ number }) =>
			readXml(text(`data/articles/${number}/article.tei.xml`))
				.filter(({ name }) => name === 'annotation')
				.map(({ attributes }) => `${number} ${attributes['xml:id']?.slice('note-'.length)}`),
		),
	).toEqual(ids);
	expect(
		source.articles.flatMap(({ number }) =>
			(
				JSON.parse(text(`data/articles/${number}/article.json`)) as { notes: { note: string }[] }
			).notes.map(({ note }) => `${number} ${note}`),
		),
	).toEqual(ids);
	expect(lines('data/articles.jsonl').map(({ article }) => article)).toEqual(
		source.articles.map(({ number }) => number),
	);
	expect(lines('data/revisions.jsonl')).toHaveLength(
		source.articles.flatMap(({ record }) => record.revisions).length,
	);
});

test.for(packages)('$name: CITATION.cff is valid by the schema of version 1.2.0', ({ text }) => {
	const ajv = new Ajv({ strict: false });
	addFormats(ajv);
	const isCitation = ajv.compile(readSchema('cff/schema.json'));
	const citation = parse(text('CITATION.cff'), { version: '1.1' }) as object;
	isCitation(citation);
	expect(isCitation.errors).toBeNull();
	expect(isCitation({ ...citation, license: 'no licence' })).toBe(false);
});

test.skipIf(!hasXmllint).for(packages)(
	'$name: datacite.xml is valid by DataCite 4.6 (needs xmllint)',
	({ text }) => {
		const validate = (document: string) =>
			spawnSync(
				'xmllint',
				['--nonet', '--noout', '--schema', join(schemas, 'datacite/metadata-excerpt.xsd'), '-'],
				{ input: document, encoding: 'utf8' },
			);
		const { status, stderr } = validate(text('datacite.xml'));
		expect({ status, stderr }).toEqual({ status: 0, stderr: '- validates\n' });
		expect(validate(text('datacite.xml').replace('"Dataset"', '"Data"')).status).not.toBe(0);
	},
);

test.for(packages)(
	'$name: the RO-Crate knows every word and describes every file',
	async (each) => {
		const crate = JSON.parse(each.text('ro-crate-metadata.json')) as {
			'@graph': { '@id': string; '@type': string; hasPart?: { '@id': string }[] }[];
		};
		await expandSafely(crate);
		const graph = new Map(crate['@graph'].map((entity) => [entity['@id'], entity]));
		expect(graph.size).toBe(crate['@graph'].length);
		const payload = each.files.filter(({ path }) => path.startsWith('data/'));
		expect(graph.get('./')?.hasPart?.map((part) => decodeURI(part['@id']))).toEqual(
			payload.map(({ path }) => path),
		);
		expect(graph.get('ro-crate-metadata.json')).toMatchObject({
			conformsTo: { '@id': 'https://w3id.org/ro/crate/1.2' },
			about: { '@id': './' },
		});
		const references = JSON.stringify(crate['@graph']).matchAll(/\{"@id":"([^"]*)"\}/g);
		for (const [, id = ''] of references)
			expect(graph.has(id) || id === 'https://w3id.org/ro/crate/1.2').toBe(true);
	},
);

test('a translation by a known engine is an action, with its original and its result', () => {
	const { text } = packages[1] ?? packages[0] ?? expect.fail();
	const { '@graph': graph } = JSON.parse(text('ro-crate-metadata.json')) as {
		'@graph': object[];
	};
	expect(graph).toContainEqual({
		'@id': '#translation-7',
		'@type': 'CreateAction',
		name: 'Machine translation of no. 7',
		instrument: { '@id': '#engine-Apertium%203.8.3' },
		object: { '@id': 'data/content/articles/7-kljucevi-telegrama/original.txt' },
		result: { '@id': 'data/articles/7/article.tei.xml' },
	});
	expect(text('datacite.xml')).toContain('contributorType="Translator"');
});

test.for(packages)('$name: no capture that may not be distributed is in any file', (each) => {
	const { source, files } = each;
	for (const { number, record } of source.articles) {
		if (record.capture.distributed) continue;
		const read = JSON.parse(each.text(`data/articles/${number}/article.json`)) as {
			paragraphs: { captured: unknown; original: unknown }[];
		};
		for (const { captured, original } of read.paragraphs)
			expect([captured, original]).toEqual([null, null]);
		expect(
			files.some(({ path }) =>
				new RegExp(`^data/content/articles/${number}-.*/(capture|original)\\.txt$`).test(path),
			),
		).toBe(false);
		expect(files.some(({ bytes }) => hash('sha256', bytes) === record.capture.sha256)).toBe(false);
	}
});

test('a package is dated by the newest revision, and named by its title', () => {
	expect(packages.map(({ identity }) => identity)).toEqual([
		{ slug: 'test-archive', date: expect.stringMatching(/^2026-/) as string },
		{ slug: 'calque', date: expect.stringMatching(/^2026-/) as string },
		{ slug: 'more', date: '2026-11-22' },
	]);
	const article = sampleArticle([], []);
	const revisions = [
		{ number: 1, date: '2026-12-01', reason: 'First.' },
		{ number: 2, date: '2027-02~', reason: 'About then.' },
	];
	const record = { ...sampleRecord, revisions };
	expect(
		identifyPackage({
			archive: { ...sampleArchive, title: 'Ключи' },
			articles: [{ ...article, record }, article],
		}),
	).toEqual({ slug: 'archive', date: '2027-02-01' });
	expect(identifyPackage({ archive: sampleArchive, articles: [] })).toBeUndefined();
});

test('a DataCite record without articles has no empty lists', () => {
	const written = formatDataCite(
		{ archive: sampleArchive, articles: [] },
		{ slug: 'calque', date: '2026-11-22' },
	);
	expect(written).not.toMatch(/relatedIdentifiers|contributors/);
	expect(written).toContain('<identifier identifierType="URN">urn:calque:archive</identifier>');
});

test('a bag lists each file once, and sha256sum and sha512sum find them whole', () => {
	const bag = makeBag(
		[textFile('data/б.txt', 'b'), textFile('data/a b.txt', '')],
		[textFile('x.txt', 'x')],
		[['External-Description', 'two\nlines ']],
		hash,
	);
	const folder = writeFolder(Object.fromEntries(bag.map(({ path, bytes }) => [path, bytes])));
	for (const algorithm of ['sha256', 'sha512'])
		for (const manifest of ['manifest', 'tagmanifest']) {
			const { status, stdout } = spawnSync(
				`${algorithm}sum`,
				['--strict', '-c', `${manifest}-${algorithm}.txt`],
				{ cwd: folder, encoding: 'utf8' },
			);
			expect(status).toBe(0);
			expect(stdout.split('\n').length - 1).toBe(manifest === 'manifest' ? 2 : 5);
		}
	const info = bag.find(({ path }) => path === 'bag-info.txt');
	expect(new TextDecoder().decode(info?.bytes)).toBe(
		'External-Description: two lines\nPayload-Oxum: 1.2\n',
	);
	expect(() => makeBag([textFile('data/a\n', '')], [], [], hash)).toThrow('cannot hold a file');
});

test('a zip holds the files in order, whatever order they came in', () => {
	const files = [textFile('b', 'two'), textFile('a/é', 'one'.repeat(100))];
	const zip = zipFiles(files, 'folder', '2026-11-22');
	expect(zipFiles(files.toReversed(), 'folder', '2026-11-22')).toEqual(zip);
	const read = unzipSync(zip);
	expect(Object.keys(read)).toEqual(['folder/a/é', 'folder/b']);
	expect(new TextDecoder().decode(read['folder/b'])).toBe('two');
	expect(zipFiles(files, 'folder', '1066-10-14').length).toBe(zip.length);
});
