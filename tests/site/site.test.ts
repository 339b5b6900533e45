import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { dirname, normalize } from 'node:path/posix';
import { beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { findMarkupProblems, findW3cProblems } from '../../scripts/html-problems.ts';
import { articleFields, noteFields } from '../../src/exchange/json-lines.ts';
import type { Event, Name, Term } from '../../src/model/authorities.ts';
import { listAccounts } from '../../src/model/authorities.ts';
import { attributeOf, elementsNamed, parseHtml } from '../unit/parse-html.ts';
import { buildSite, fixtures, layArchive, makeFolder } from '../build-site.ts';
import { listAddresses, listPages, readRows, readSite, weighPage } from './site-files.ts';

const fixtureSite = makeFolder('fixture-site');
const realSite = makeFolder('real-site');
const nowhere = makeFolder('no-captures');
let printed = '';

beforeAll(() => {
	buildSite(layArchive(fixtures.archive, fixtures.hostile), fixtures.captures, fixtureSite);
	printed = buildSite('content', nowhere, realSite);
});

const everyPage = () =>
	[fixtureSite, realSite].flatMap((site) =>
		listPages(site).map((path) => ({ site, path, html: readSite(site, path) })),
	);

test('a build without captures gives every article and no warning', () => {
	expect(printed).not.toMatch(/warn/i);
	const rows = readRows(realSite, 'data/articles.jsonl');
	expect(rows.map(({ article }) => article)).toEqual([1, 2, 3, 4, 5, 6, 7]);
	for (const { article, capture_attached } of rows) {
		expect(listPages(realSite)).toContain(`a/${String(article)}/index.html`);
		// Only the open collection keeps its captured texts with the project.
		expect(capture_attached).toBe(Number(article) >= 6);
	}
});

test('every link of every page leads to a page and fragment that is there', () => {
	const broken = everyPage().flatMap(({ site, path, html }) =>
		listAddresses(html)
			.filter((address) => !/^[a-z]+:/.test(address))
			.filter((address) => !isAnswered(site, path, address.replaceAll('&#x26;', '&')))
			.map((address) => `${path}: ${address}`),
	);
	expect(broken).toEqual([]);
});

test('every page of the test archive, with its captures and hostile words, is valid HTML', async () => {
	const pages = listPages(fixtureSite).map((path) => join(fixtureSite, path));
	expect(findW3cProblems(fixtureSite)).toEqual([]);
	expect(await findMarkupProblems(pages)).toEqual([]);
});

function isAnswered(site: string, from: string, address: string): boolean {
	const [path = '', fragment] = address.split('#');
	const target =
		path === ''
			? from
			: path.startsWith('/')
				? path.slice(1)
				: normalize(join(dirname(from), path));
	const file =
		target === '' || target === '.' || target.endsWith('/') ? join(target, 'index.html') : target;
	if (!existsSync(join(site, file))) return false;
	return (
		fragment === undefined || fragment === '' || readSite(site, file).includes(` id="${fragment}"`)
	);
}

test('no page but the one for what is not found has an absolute link to its own site', () => {
	for (const { path, html } of everyPage())
		if (path !== '404.html')
			expect(listAddresses(html).filter((address) => address.startsWith('/'))).toEqual([]);
});

test('no page and no sheet asks another host for anything', () => {
	for (const { html } of everyPage())
		expect(html).not.toMatch(
			/<(?:script|img|iframe|link rel="stylesheet")[^>]*(?:src|href)="(?:https?:)?\/\//,
		);
	for (const site of [fixtureSite, realSite])
		for (const name of readdirSync(join(site, '_astro')).filter((file) => file.endsWith('.css')))
			expect(readFileSync(join(site, '_astro', name), 'utf8')).not.toMatch(
				/url\(["']?(?:https?:)?\/\//,
			);
});

test('every page carries the strict policy before anything else, and no script that it does not allow', () => {
	for (const { html } of everyPage()) {
		const policy = /<meta http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(html);
		expect(policy?.[1]).toMatch(
			/^default-src 'none'; script-src 'self' 'wasm-unsafe-eval' 'sha256-[^']+';/,
		);
		expect(policy?.[1]).not.toMatch(/unsafe-inline|'unsafe-eval'/);
		expect(html.indexOf('<script')).toBeGreaterThan(policy?.index ?? Infinity);
		const scripts = elementsNamed(parseHtml(html), 'script');
		const inline = scripts.filter(
			(script) =>
				attributeOf(script, 'src') === undefined &&
				attributeOf(script, 'type') !== 'application/ld+json',
		);
		expect(inline).toHaveLength(1);
		expect(html).not.toMatch(/<[^>]+\s(?:on[a-z]+|style)="/);
	}
});

test('no id stands twice on a page', () => {
	for (const { path, html } of everyPage()) {
		const ids = [...html.matchAll(/<[^>]*\sid="([^"]+)"/g)].map((match) => match[1]);
		expect(
			ids.filter((id, index) => ids.indexOf(id) !== index),
			path,
		).toEqual([]);
	}
});

test('an article weighs at most 25 kB with its sheet at 50 notes, and loads one sheet', () => {
	const heavy = readRows(realSite, 'data/articles.jsonl').filter(
		(row) => Number(row['notes']) >= 50,
	);
	expect(heavy.length).toBeGreaterThan(0);
	for (const { article } of heavy) {
		expect(weighPage(realSite, `a/${String(article)}/index.html`, 50)).toBeLessThanOrEqual(25_000);
		expect(
			readSite(realSite, `a/${String(article)}/index.html`).match(/rel="stylesheet"/g),
		).toHaveLength(1);
	}
});

test('the data files have exactly the documented fields, and counts that add up', () => {
	for (const site of [fixtureSite, realSite]) {
		const articles = readRows(site, 'data/articles.jsonl');
		const notes = readRows(site, 'data/notes.jsonl');
		for (const row of articles) {
			expect(Object.keys(row)).toEqual(Object.keys(articleFields));
			const own = notes.filter((note) => note['article'] === row['article']);
			expect(own).toHaveLength(Number(row['notes']));
			for (const severity of ['critical', 'major', 'minor'])
				expect(own.filter((note) => note['severity'] === severity)).toHaveLength(
					Number(row[severity]),
				);
		}
		for (const row of notes) expect(Object.keys(row)).toEqual(Object.keys(noteFields));
	}
});

test('a masked string stands in the data and nowhere else but under its cover', () => {
	const masked = readRows(fixtureSite, 'data/notes.jsonl').filter((row) => row['masked'] === true);
	expect(masked.length).toBeGreaterThan(0);
	for (const { exact } of masked) {
		const written = String(exact).replaceAll('&', '&#x26;').replaceAll('<', '&#x3C;');
		for (const path of listPages(fixtureSite)) {
			const uncovered = readSite(fixtureSite, path).replace(
				/<span class="cover"[^>]*><\/span>\s*<(span|bdi) class="planted">.*?<\/\1>/gs,
				'',
			);
			expect(uncovered, path).not.toContain(written);
		}
	}
});

/** The notes that a page links to, as the data files name them. */
function linkedNotes(html: string): string[] {
	return listAddresses(html).flatMap((address) => {
		const [, article, note] = /(?:^|\/)a\/(\d+)\/#note-(.+)$/.exec(address) ?? [];
		return article === undefined ? [] : [`${article} ${note}`];
	});
}

const namesOfNotes = (rows: Record<string, unknown>[]) =>
	rows.map(({ article, note }) => `${String(article)} ${String(note)}`);

/** Read an address and, where it is cut into pages, all of them as one. */
function readPages(site: string, address: string): string {
	const numbered = new RegExp(`^${address}(?:\\d+/)?index\\.html$`);
	return listPages(site)
		.filter((path) => numbered.test(path))
		.map((path) => readSite(site, path))
		.join('');
}

const readList = <Entry>(folder: string, name: string) =>
	parse(readFileSync(join(folder, name), 'utf8')) as Entry[];

const archives = () => [
	{ site: fixtureSite, folder: fixtures.archive },
	{ site: realSite, folder: 'content' },
];

test('each list of notes has exactly its notes, each once, in every order', () => {
	for (const site of [fixtureSite, realSite]) {
		const notes = readRows(site, 'data/notes.jsonl');
		for (const severity of ['', 'minor', 'major', 'critical'])
			for (const confidence of ['', 'certain', 'likely', 'possible'])
				for (const order of ['', 'by-type/', 'by-severity/']) {
					const address = `notes/${severity && `severity/${severity}/`}${confidence && `confidence/${confidence}/`}${order}`;
					const wanted = notes.filter(
						(note) =>
							(severity === '' || note['severity'] === severity) &&
							(confidence === '' || note['confidence'] === confidence),
					);
					expect(linkedNotes(readPages(site, address)).sort(), address).toEqual(
						namesOfNotes(wanted).sort(),
					);
				}
	}
});

test('a list without notes has no page', () => {
	const notes = readRows(fixtureSite, 'data/notes.jsonl');
	expect(
		notes.filter((note) => note['severity'] === 'critical' && note['confidence'] === 'possible'),
	).toEqual([]);
	expect(listPages(fixtureSite)).not.toContain(
		'notes/severity/critical/confidence/possible/index.html',
	);
});

test('the concordance of a term has every note that names it, and no other', () => {
	for (const { site, folder } of archives()) {
		const notes = readRows(site, 'data/notes.jsonl');
		const terms = readList<Term>(folder, 'terms.yaml');
		expect(terms.length).toBeGreaterThan(0);
		const index = readSite(site, 'terms/index.html');
		for (const { id } of terms) {
			const own = notes.filter((note) => note['term'] === id);
			const lines = linkedNotes(readPages(site, `terms/${id}/`));
			expect(lines.sort(), id).toEqual(namesOfNotes(own).sort());
			expect(listAddresses(index), id).toContain(`../terms/${id}/`);
		}
	}
});

test('every report of an event is linked, and where two articles report it, compared', () => {
	for (const { site, folder } of archives()) {
		const html = readSite(site, 'events/index.html');
		const compared: string[] = [];
		for (const event of readList<Event>(folder, 'events.yaml')) {
			const accounts = listAccounts(event);
			const paragraphs = accounts.flatMap(({ article, paragraphs: numbers }) =>
				numbers.map((number) => `a/${article}/#p${number}`),
			);
			const [, row = ''] = new RegExp(`<tr id="${event.id}">(.*?)</tr>`, 's').exec(html) ?? [];
			expect(listAddresses(row)).toEqual(
				expect.arrayContaining(paragraphs.map((path) => `../${path}`)),
			);
			expect(listAddresses(html)).toContain(`#${event.id}`);
			if (accounts.length < 2) continue;
			compared.push(`compare/${event.id}/index.html`);
			expect(listAddresses(readSite(site, `compare/${event.id}/index.html`))).toEqual(
				expect.arrayContaining(paragraphs.map((path) => `../../${path}`)),
			);
		}
		expect(compared.length).toBeGreaterThan(0);
		expect(listPages(site).filter((path) => path.startsWith('compare/'))).toEqual(compared.sort());
	}
});

test('every person, organisation and outlet has an entry, and names have every spelling', () => {
	for (const { site, folder } of archives())
		for (const kind of ['people', 'organisations', 'outlets']) {
			const html = readSite(site, `${kind}/index.html`);
			for (const { id, spellings = [] } of readList<Partial<Name>>(folder, `${kind}.yaml`)) {
				const [, entry = ''] =
					new RegExp(`<li id="${id}">(.*?)(?=<li id="|</main>)`, 's').exec(html) ?? [];
				expect(entry, id).not.toBe('');
				for (const spelling of spellings) expect(entry).toContain(`>${spelling}</bdi>`);
			}
		}
});
