import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { dirname, normalize } from 'node:path/posix';
import { beforeAll, expect, test } from 'vitest';
import { articleFields, noteFields } from '../../src/exchange/json-lines.ts';
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
		expect([...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>/g)]).toHaveLength(1);
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
				/<(mark|span) class="[^"]*\bmasked\b[^"]*" role="img"[^>]*>.*?<\/\1>/gs,
				'',
			);
			expect(uncovered, path).not.toContain(written);
		}
	}
});
