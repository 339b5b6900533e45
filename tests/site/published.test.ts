import { execFileSync } from 'node:child_process';
import { appendFileSync, existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';
import { listPermalinks } from '../../src/edition/list-permalinks.ts';
import { readArchive } from '../../src/edition/read-archive.ts';
import type { Permalink } from '../../src/model/permalink.ts';
import { listWords } from '../../src/text/count-words.ts';
import { buildSite, fixtures, layArchive, makeFolder } from '../build-site.ts';
import { readSite } from './site-files.ts';

/** An archive that was released twice, with a note and an article withdrawn, a redirect and a text that may not be shown. */
const content = layArchive(fixtures.archive);
const site = makeFolder('published-site');
const captures = join(process.cwd(), fixtures.captures);

const folderOf = (number: number) =>
	readdirSync(join(content, 'articles')).find((name) => name.startsWith(`${number}-`)) ?? '';
const edit = (number: number, file: string, change: (text: string) => string) => {
	const path = join(content, 'articles', folderOf(number), file);
	writeFileSync(path, change(readFileSync(path, 'utf8')));
};
const release = (reason: string, date: string) =>
	execFileSync(process.execPath, ['scripts/release.ts', '--reason', reason, '--date', date], {
		env: { ...process.env, CALQUE_CONTENT: content, CALQUE_CAPTURES: captures },
		stdio: 'pipe',
	});

beforeAll(() => {
	release('First release.', '2026-12-01');
	edit(3, 'reading.md', (text) => text.replace('opens later', 'opens an hour later'));
	edit(1, 'commentary.mdx', (text) =>
		text.replace(
			'<Note id="logotip"',
			'<Note id="logotip" withdrawn="2027-01-10" withdrawnBecause="Said twice." replacedBy="caption-fused"',
		),
	);
	edit(2, 'record.yaml', (text) =>
		text.replace('  distributed: false', '  distributed: false\n  display: excerpt'),
	);
	edit(
		5,
		'record.yaml',
		(text) => `${text}withdrawn:\n  date: "2027-01-10"\n  reason: Its publisher asked for it.\n`,
	);
	appendFileSync(
		join(content, 'redirects.jsonl'),
		`${JSON.stringify({ from: '/old/page/', to: '/a/1/', since: '2027-01-10', reason: 'Renumbered.' })}\n`,
	);
	release('Corrections.', '2027-01-11');
	buildSite(content, captures, site);
}, 300_000);

const pageAt = (url: string) =>
	readSite(site, `${url.slice(1)}${url.endsWith('/') ? 'index.html' : ''}`);

test('every published address answers, with every fragment', () => {
	const ledger = readFileSync(join(content, 'permalinks.jsonl'), 'utf8')
		.trim()
		.split('\n')
		.map((line) => JSON.parse(line) as Permalink);
	expect(ledger.length).toBeGreaterThan(60);
	for (const { url, fragments = [] } of ledger) {
		const page = pageAt(url);
		for (const id of fragments) expect(page, `${url}#${id}`).toContain(` id="${id}"`);
	}
	// What the archive says that it answers is there as well.
	for (const { url } of listPermalinks(readArchive({ content, captures })))
		expect(existsSync(join(site, url, url.endsWith('/') ? 'index.html' : '')), url).toBe(true);
});

test('an old revision keeps its words, says that a newer one exists, and leads to it', () => {
	const old = pageAt('/a/3/v1/');
	expect(old).toContain('opens later');
	expect(old).toContain('A newer one exists');
	expect(old).toContain('href="../../../a/3/#p1"');
	expect(old).toContain('<link rel="canonical" href="https://archive.example/a/3/">');
	expect(old).toContain('content="https://archive.example/a/3/v1/"');
	expect(old).toContain('rel="successor-version" href="https://archive.example/a/3/v2/"');
	const now = pageAt('/a/3/');
	expect(now).toContain('opens an hour later');
	expect(now).not.toContain('A newer one exists');
	expect(now).toContain('content="https://archive.example/a/3/v2/"');
});

test('the history tells what differs', () => {
	const history = pageAt('/a/3/history/');
	expect(history).toContain('Corrections.');
	expect(history).toMatch(/<ins>an hour <\/ins>/);
});

test('what was withdrawn says so at its address, and is nowhere else', () => {
	expect(pageAt('/a/5/')).toContain('Its publisher asked for it.');
	expect(pageAt('/a/5/v1/')).toContain('Its publisher asked for it.');
	const note = pageAt('/a/1/n/logotip/');
	expect(note).toContain('Said twice.');
	expect(note).toContain('href="../../../../a/1/n/caption-fused/"');
	expect(pageAt('/a/1/')).toMatch(/id="note-logotip"[^]*?Said twice\./);
	for (const file of ['data/articles.jsonl', 'data/notes.jsonl', 'feeds/all.json', 'sitemap.xml'])
		expect(readSite(site, file), file).not.toMatch(/\/a\/5\/|logotip/);
	for (const text of listTexts(site))
		expect(text.includes('A Russian word left as it was'), 'the note’s words').toBe(false);
});

test('a moved address is answered in three ways', () => {
	expect(readSite(site, '_redirects')).toContain('\n/old/page/ /a/1/ 301\n');
	expect(readSite(site, 'redirects.nginx.map')).toContain('\n/old/page/ /a/1/;\n');
	const page = pageAt('/old/page/');
	expect(page).toContain('content="0; url=../../a/1/"');
	expect(page).toContain('<link rel="canonical" href="https://archive.example/a/1/">');
});

test('of a text that may only be quoted, no eight words in a row stand in any file', () => {
	const capture = readdirSync(captures)
		.map((name) => readFileSync(join(captures, name), 'utf8'))
		.find((text) => text.startsWith('The drivers of crane'));
	const words = listWords(capture ?? '');
	expect(words.length).toBeGreaterThan(60);
	const runs = words.slice(0, -7).map((_, index) => words.slice(index, index + 8).join(' '));
	let searched = 0;
	for (const text of listTexts(site)) {
		searched++;
		const own = ` ${listWords(text).join(' ')} `;
		for (const run of runs) expect(own.includes(` ${run} `) && run).toBe(false);
	}
	expect(searched).toBeGreaterThan(200);
	// Its words are searched nevertheless.
	expect([...listTexts(site)].some((text) => / catch | crane /.test(text))).toBe(true);
});

/** Read every file of a site as text; what Pagefind compressed is unpacked, tags are taken out of pages. */
function* listTexts(folder: string): Generator<string> {
	for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
		if (!/\.[a-z_]+$|_redirects$/.test(path) || /\.(?:png|woff2|wasm)$/.test(path)) continue;
		const bytes = readFileSync(join(folder, path));
		const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b;
		const text = (isPacked ? gunzipSync(bytes) : bytes).toString('utf8');
		yield text;
		if (path.endsWith('.html')) yield text.replace(/<[^>]*>/g, '');
	}
}
