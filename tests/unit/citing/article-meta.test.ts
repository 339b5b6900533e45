import { readFileSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { articleMeta, noteMeta, type HeadTag } from '../../../src/citing/article-meta.ts';
import { linkFrom } from '../../../src/components/link-from.ts';
import { hostileLine, SEED } from '../generators.ts';
import { writeHead, writePage } from './head-html.ts';
import { factsWith, pageCases, publicArchive, sampleFacts } from './page-cases.ts';
import { readAsZotero } from './zotero.ts';
import type { PageFacts } from '../../../src/citing/page-facts.ts';

const link = linkFrom(new URL('https://example.org/a/7/'));
const tagsOf = (facts: PageFacts) => articleMeta(facts, { link });
const read = (facts: PageFacts) => readAsZotero(writePage(writeHead(tagsOf(facts))));
const linksOf = (tags: HeadTag[], rel: string) =>
	tags
		.filter(({ attributes }) => attributes['rel'] === rel)
		.map(({ attributes }) => attributes['href']);
const contentOf = (tags: HeadTag[], name: string) =>
	tags.find(({ attributes }) => (attributes['name'] ?? attributes['property']) === name)
		?.attributes['content'];

const goldens = new URL('../../fixtures/citing/zotero.json', import.meta.url);

test('Zotero reads every kind of page as it was seen to be right', () => {
	const items = Object.fromEntries(
		Object.entries(pageCases).map(([name, facts]) => [name, read(facts)]),
	);
	if (process.env['UPDATE']) writeFileSync(goldens, `${JSON.stringify(items, undefined, '\t')}\n`);
	expect(items).toEqual(JSON.parse(readFileSync(goldens, 'utf8')));
});

test.for(Object.entries(pageCases))('what Zotero reads equals the record: %s', ([, facts]) => {
	const { record, title, archive } = facts;
	const item = read(facts);
	expect(item.itemType).toBe('newspaperArticle');
	// An attribute has no white space at its ends when Zotero is done with it.
	expect(item['title']).toBe(title.trim());
	expect(item['publicationTitle']).toBe(facts.outlet?.name ?? record.publisher.outlet);
	expect(item['publisher']).toBe(archive.publisher);
	expect(item['language']).toBe('en');
	expect(item['rights']).toBe(
		record.capture.display === 'record'
			? 'In copyright, rights-holder unlocatable'
			: 'In copyright',
	);
	expect(item['archiveLocation']).toBe('Calque, no. 7');
	expect(item).not.toHaveProperty('edition');
	const signed = record.authors ?? [{ name: facts.outlet?.name ?? record.publisher.outlet }];
	const authors = signed.map((author) => ({
		type: 'author',
		...('name' in author ? { family: author.name } : author),
	}));
	expect(item.creators.filter(({ type }) => type === 'author')).toEqual(authors);
	const credits = { native: [], unclear: ['possible machine translation (engine unknown)'] };
	const engine = record.engine.version ? 'Apertium 3.8.3' : record.engine.name;
	const expected =
		record.verdict === 'machine-translated'
			? [engine === 'unknown' ? 'machine translation (engine unknown)' : engine]
			: credits[record.verdict];
	expect(item.creators.filter(({ type }) => type === 'translator')).toEqual(
		expected.map((family) => ({ type: 'translator', family })),
	);
});

test.for([
	['2018-11-08', '2018/11/08', '2018-11-08', '2018-11-08'],
	['2018-11', '2018/11', '2018-11', '2018-11'],
	['2018-11~', '2018/11', '2018', '2018-11~'],
	['2018-11-XX', '2018/11', '2018-11', '2018-11-XX'],
	['2021-03-01/2021-03-05', '2021/03/01', '2021-03-01', '2021-03-01/2021-03-05'],
	['unknown', undefined, undefined, undefined],
])('of the date %s Highwire has %s, Open Graph %s and Dublin Core %s', ([date, ...written]) => {
	const tags = tagsOf(factsWith({ published: { date: date ?? '', evidence: 'x' } }));
	expect(
		['citation_publication_date', 'article:published_time', 'DCTERMS.issued'].map((name) =>
			contentOf(tags, name),
		),
	).toEqual(written);
});

test('the address that Zotero keeps is the revision’s, of old ones too, and they name the latest', () => {
	const newest = pageCases['newest of three revisions'] ?? sampleFacts;
	const old = pageCases['old revision'] ?? sampleFacts;
	expect(read(newest)['url']).toBe('https://example.org/calque/a/7/v3/');
	expect(read(old)['url']).toBe('https://example.org/calque/a/7/v2/');
	for (const facts of [newest, old])
		expect(linksOf(tagsOf(facts), 'latest-version')).toEqual(['https://example.org/calque/a/7/']);
	expect(linksOf(tagsOf(old), 'predecessor-version')).toEqual([
		'https://example.org/calque/a/7/v1/',
	]);
	expect(linksOf(tagsOf(old), 'successor-version')).toEqual(['https://example.org/calque/a/7/v3/']);
	expect(linksOf(tagsOf(newest), 'successor-version')).toEqual([]);
	expect(contentOf(tagsOf(old), 'DCTERMS.modified')).toBe('2027-01-03');
	expect(() => tagsOf({ ...old, revision: 9 })).toThrow('no revision 9');
});

test('without a public address nothing is claimed to be one, and the links are relative', () => {
	const tags = tagsOf(pageCases['without a public address'] ?? sampleFacts);
	expect(contentOf(tags, 'citation_public_url')).toBeUndefined();
	expect(linksOf(tags, 'cite-as')).toEqual([]);
	expect(linksOf(tags, 'linkset')).toEqual(['../../a/7/v1/linkset.json']);
	expect(linksOf(tags, 'latest-version')).toEqual(['../../a/7/']);
	expect(contentOf(tags, 'DC.description')).toBe(
		'Medium: Machine translation, rev. 1\nThe archive has no public address yet; path /a/7/v1/',
	);
	expect(writeHead(tags)).not.toContain('example.org/calque');
});

test('a page of a web archive is linked as a copy of the page itself', () => {
	const copied = tagsOf(pageCases['captured from a web archive'] ?? sampleFacts);
	expect(linksOf(copied, 'original')).toEqual(['https://example.org/x']);
	expect(linksOf(copied, 'memento')).toEqual([
		'https://web.archive.org/web/20181109000000/https://example.org/x',
	]);
	expect(linksOf(tagsOf(sampleFacts), 'memento')).toEqual([]);
	const unknown = factsWith({ publisher: { outlet: 'x', url: 'unknown', evidence: 'x' } });
	expect(linksOf(tagsOf(unknown), 'original')).toEqual([]);
});

test('only files that the revision has are linked', () => {
	const tags = articleMeta(sampleFacts, { link, files: [] });
	expect(linksOf(tags, 'describedby')).toEqual([]);
	expect(linksOf(tags, 'item')).toEqual([]);
	expect(linksOf(tagsOf(sampleFacts), 'describedby')).toHaveLength(4);
	expect(linksOf(tagsOf(sampleFacts), 'item')).toEqual([
		'https://example.org/calque/a/7/v1/article.tei.xml',
	]);
});

test('a name with both a space and a full stop keeps its words, with a space more', () => {
	const [author] = read(factsWith({ authors: [{ name: 'Just blog (example.org)' }] })).creators;
	expect(author).toEqual({ type: 'author', family: 'Just blog (example. org)' });
});

test('no name that is no person’s is ever split', () => {
	const words = ['Apertium', '3.8.3', 'ООО', '2go', 'News', '№1', 'O’Neill', 'example.org', '(x)'];
	fc.assert(
		fc.property(fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 4 }), (parts) => {
			const [author] = read(factsWith({ authors: [{ name: parts.join(' ') }] })).creators;
			expect(author).not.toHaveProperty('given');
			expect(author?.family.replaceAll(' ', '')).toBe(parts.join(''));
			// White space is gained only after a full stop of a name of several words.
			if (parts.length === 1 || !parts.some((part) => part.includes('.')))
				expect(author?.family).toBe(parts.join(' '));
		}),
		{ seed: SEED },
	);
});

test('a comma in a name does not make it a person’s', () => {
	const [author] = read(factsWith({ authors: [{ name: 'Petrov, Lee and Sons' }] })).creators;
	expect(author).toEqual({ type: 'author', family: 'Petrov – Lee and Sons' });
});

test('the tags are few enough for the page', () => {
	const head = Object.values(pageCases).map((facts) => gzipSync(writeHead(tagsOf(facts))).length);
	expect(Math.max(...head)).toBeLessThanOrEqual(800);
});

test('whatever stands in a headline stays in its attribute', () => {
	fc.assert(
		fc.property(hostileLine, (title) => {
			fc.pre(title.trim() !== '');
			const item = read({ ...sampleFacts, title });
			expect(item['title']).toBe(title.trim());
			expect(item['url']).toBe('https://example.org/calque/a/7/v1/');
		}),
		{ seed: SEED },
	);
});

const note = { id: 'lock', ordinal: 3, type: 'style/calque', by: 'first reading' } as const;

test('a note’s page is a web page by the editors', () => {
	expect(readAsZotero(writePage(writeHead(noteMeta(sampleFacts, note))))).toEqual({
		itemType: 'webpage',
		creators: [{ type: 'author', family: 'the Calque editors – machine-assisted' }],
		title: 'Note 3 on “Watchdog locks the messenger”: calque',
		publicationTitle: 'Calque',
		publisher: 'Calque',
		date: '2026-11-22',
		url: 'https://example.org/calque/a/7/n/lock/',
		language: 'en',
		rights: 'CC BY 4.0',
		extra: 'Layer: first reading',
		abstractNote: 'An abstract.',
	});
});

test('a note’s page without a public address says so', () => {
	const tags = noteMeta({ ...sampleFacts, archive: { ...publicArchive, site: 'unset' } }, note);
	expect(linksOf(tags, 'cite-as')).toEqual([]);
	expect(contentOf(tags, 'DC.description')).toBe(
		'Layer: first reading\nThe archive has no public address yet; path /a/7/n/lock/',
	);
});
