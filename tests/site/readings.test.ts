import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { listArticleFolders } from '../../src/edition/read-archive.ts';
import type { Agreement } from '../../src/scoring/agreement.ts';
import { buildSite, makeFolder } from '../build-site.ts';
import { readRows, readSite } from './site-files.ts';

const site = makeFolder('site');
beforeAll(() => {
	buildSite('content', makeFolder('no-captures'), site);
});

/** Take the cells of a page's table rows, as text. */
function rowsOf(html: string): string[][] {
	return [...html.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = '']) =>
		[...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = '']) =>
			cell
				.replace(/<[^>]+>/g, '')
				.replace(/\s+/g, ' ')
				.trim(),
		),
	);
}

test('the agreement command gives the figures of the method page', () => {
	const env = { ...process.env, CALQUE_CAPTURES: '' };
	const { stdout } = spawnSync(process.execPath, ['scripts/print-agreement.ts', '--json'], {
		encoding: 'utf8',
		env,
	});
	const { articles, all } = JSON.parse(stdout) as {
		articles: { number: number; agreement: Agreement }[];
		all: Agreement;
	};
	expect(articles.length).toBeGreaterThanOrEqual(5);
	const rows = rowsOf(readSite(site, 'method/index.html'));
	for (const { label, agreement } of [
		...articles.map(({ number, agreement }) => ({ label: `No. ${number}`, agreement })),
		{ label: 'All', agreement: all },
	]) {
		const [, ...cells] = rows.find(([first]) => first === label) ?? [];
		expect(cells.map((cell) => Number.parseFloat(cell))).toEqual([
			agreement.firstTouched,
			agreement.secondTouched,
			agreement.sameSpan,
			agreement.sameType,
			agreement.sameFamily,
			agreement.sameSeverity,
			Number(agreement.kappa.toFixed(2)),
		]);
	}
});

test('the data page lists each sentence with its notes, and each note with a sentence', () => {
	const html = readSite(site, 'data/index.html');
	const notes = readRows(site, 'data/notes.jsonl');
	for (const folder of listArticleFolders('content')) {
		const number = Number.parseInt(folder);
		const { sentences } = JSON.parse(
			readFileSync(`content/articles/${folder}/anchors.json`, 'utf8'),
		) as { sentences: [number, number][] };
		const [, table = ''] =
			new RegExp(`id="coverage-${number}">(.*?)</table>`, 's').exec(html) ?? [];
		const rows = rowsOf(table).filter((cells) => /^p\d/.test(cells[0] ?? ''));
		expect(rows.map((cells) => cells[1])).toEqual(
			sentences.map(([start, end]) => `${start}–${end}`),
		);
		const listed = new Set(rows.flatMap((cells) => (cells[2] ?? '').split(' ')));
		const own = notes.filter((note) => note['article'] === number);
		for (const { note } of own) expect(listed, String(note)).toContain(note);
		for (const [, , found] of rows) expect(found).toMatch(/^(read, nothing found|[a-z0-9 -]+)$/);
	}
});

test('wordings of a held original are the code points that the data names', () => {
	const held = readRows(site, 'data/notes.jsonl').filter((note) => note['original_start'] !== null);
	expect(held.length).toBeGreaterThan(50);
	for (const { article, note, original, original_start, original_end } of held) {
		const folder = listArticleFolders('content').find((name) =>
			name.startsWith(`${String(article)}-`),
		);
		const text = readFileSync(`content/articles/${folder}/original.txt`, 'utf8');
		const points = Array.from(text).slice(Number(original_start), Number(original_end));
		expect(points.join(''), String(note)).toBe(original);
	}
});

const hasApertium = spawnSync('apertium', ['-V']).error === undefined;

test.skipIf(!hasApertium)(
	'Apertium makes the same translations of the open collection again',
	() => {
		const { status, stdout } = spawnSync(process.execPath, ['scripts/translate-open.ts'], {
			encoding: 'utf8',
		});
		expect(stdout.match(/the same, byte for byte/g)).toHaveLength(2);
		expect(status).toBe(0);
	},
);

test('where Apertium is missing the command says how to install it', () => {
	const { status, stderr } = spawnSync(process.execPath, ['scripts/translate-open.ts'], {
		encoding: 'utf8',
		env: { PATH: makeFolder('empty-path') },
	});
	expect(stderr).toBe(
		'Apertium is not installed. On Debian: apt-get install apertium apertium-eng-spa apertium-hbs-eng\n',
	);
	expect(status).toBe(1);
});
