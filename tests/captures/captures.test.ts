import { createHash } from 'node:crypto';
import { cpSync, existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { checkArchive } from '../../scripts/check-archive.ts';
import { rules } from '../../scripts/checks/rules.ts';
import { listArticleFolders, readArchive } from '../../src/edition/read-archive.ts';
import { MAX_QUOTED_WORDS } from '../../src/model/note.ts';
import { countWords } from '../../src/text/count-words.ts';
import { buildSite, makeFolder } from '../build-site.ts';
import { textOfParagraphs } from './text-of-paragraphs.ts';
import { readRows, readSite, weighPage } from '../site/site-files.ts';

/** The archive with the captures that CALQUE_CAPTURES names; what is checked is read here from their bytes. */
const captures = process.env['CALQUE_CAPTURES'] ?? '';
const attached = makeFolder('attached');
const bare = makeFolder('bare');
const texts = new Map<string, string>();
const records = readArchive().articles.flatMap(({ record }) => record.value ?? []);

beforeAll(() => {
	const attachable = readdirSync(captures)
		.filter((name) => name.endsWith('.txt'))
		.map((name) => join(captures, name));
	const beside = listArticleFolders('content')
		.map((folder) => join('content/articles', folder, 'capture.txt'))
		.filter((path) => existsSync(path));
	for (const path of [...attachable, ...beside]) {
		const bytes = readFileSync(path);
		texts.set(createHash('sha256').update(bytes).digest('hex'), bytes.toString('utf8'));
	}
	buildSite('content', captures, attached);
	buildSite('content', makeFolder('no-captures'), bare);
});

/** List what stands before and after a quote, some words on each side, as far as context may reach. */
function listContexts(before: string, after: string): [before: string, after: string][] {
	const [near, next] = [before.slice(-96), after.slice(0, 96)];
	const firsts = [...near.matchAll(/\S+\s*/gu)].map(({ index }) => near.slice(index));
	const lasts = [...next.matchAll(/\s*\S+/gu)].map((word) =>
		next.slice(0, word.index + word[0].length),
	);
	return ['', ...firsts].flatMap((first) =>
		['', ...lasts].map((last): [string, string] => [first, last]),
	);
}

function isDistributed(article: unknown): boolean | undefined {
	return records.find(({ number }) => number === article)?.capture.distributed;
}

function textOf(article: unknown): string {
	const row = readRows(attached, 'data/articles.jsonl').find(
		(candidate) => candidate['article'] === article,
	);
	return texts.get(String(row?.['capture_sha256'])) ?? '';
}

test('every captured article has its capture attached', () => {
	const rows = readRows(attached, 'data/articles.jsonl').filter((row) =>
		texts.has(String(row['capture_sha256'])),
	);
	expect(rows).toHaveLength(texts.size);
	for (const row of rows) expect(row['capture_attached']).toBe(true);
});

test('every note quotes the code points of the capture between its start and end', () => {
	const notes = readRows(attached, 'data/notes.jsonl');
	expect(notes.length).toBeGreaterThan(200);
	for (const { article, note, start, end, exact, prefix, suffix } of notes) {
		const points = Array.from(textOf(article));
		expect(points.slice(Number(start), Number(end)).join(''), String(note)).toBe(exact);
		const before = points.slice(0, Number(start)).join('');
		const after = points.slice(Number(end)).join('');
		expect(before.endsWith(String(prefix)) && after.startsWith(String(suffix)), String(note)).toBe(
			true,
		);
		const count = (quote: string) => textOf(article).split(quote).length - 1;
		// A quote that stands more than once is without context only where every context is too long.
		const quotes =
			count(String(exact)) > 1 && `${String(prefix)}${String(suffix)}` === ''
				? listContexts(before, after).map(([first, last]) => `${first}${String(exact)}${last}`)
				: [];
		for (const quote of quotes)
			if (countWords(quote) <= MAX_QUOTED_WORDS) expect(count(quote), String(note)).not.toBe(1);
		if (quotes.length === 0)
			expect(count(`${String(prefix)}${String(exact)}${String(suffix)}`), String(note)).toBe(1);
		else expect(isDistributed(article), String(note)).toBe(false);
	}
});

test('positions are the same with the captures and without', () => {
	expect(readRows(bare, 'data/notes.jsonl')).toEqual(readRows(attached, 'data/notes.jsonl'));
});

test('every page shows its capture character for character', () => {
	for (const { article } of readRows(attached, 'data/articles.jsonl')) {
		const lines = textOf(article)
			.split(/\r\n|\n|\r/)
			.filter((line) => line.trim() !== '');
		expect(textOfParagraphs(readSite(attached, `a/${String(article)}/index.html`))).toEqual(lines);
	}
});

test('an article with all its layers weighs at most 25 kB with its sheet at 50 notes', () => {
	const rows = readRows(attached, 'data/articles.jsonl').filter(
		(row) => Number(row['notes']) >= 50,
	);
	expect(rows.length).toBeGreaterThan(0);
	for (const { article } of rows)
		expect(weighPage(attached, `a/${String(article)}/index.html`, 50)).toBeLessThanOrEqual(25_000);
});

test('a changed byte, a missing phrase and a recurring phrase are three problems of one run', () => {
	const content = makeFolder('content');
	const changed = makeFolder('changed');
	cpSync('content', content, { recursive: true });
	cpSync(captures, changed, { recursive: true });
	const [name = ''] = readdirSync(changed).filter((file) => file.startsWith('000'));
	const bytes = readFileSync(join(changed, name));
	bytes[700] = (bytes[700] ?? 0) ^ 1;
	writeFileSync(join(changed, name), bytes, { mode: 0o644 });

	const commentary = join(
		content,
		'articles',
		readdirSync(join(content, 'articles')).find((folder) => folder.startsWith('5-')) ?? '',
		'commentary.mdx',
	);
	const note = (id: string, quote: string) =>
		`\n<Note id="${id}" p={4} captured="${quote}"\n  type="style/awkward" severity="minor" confidence="likely" by="test">\n${quote}, quoted for a test.\n</Note>\n`;
	writeFileSync(
		commentary,
		readFileSync(commentary, 'utf8') +
			note('missing-phrase', 'the termonal encryption') +
			note('recurring-phrase', 'keys'),
		{ mode: 0o644 },
	);

	const { problems } = checkArchive(readArchive({ content, captures: changed }), rules);
	expect(problems.map((problem) => problem.rule).sort()).toEqual([
		'capture-matches-record',
		'note-quote-is-found',
		'note-quote-is-unique',
	]);
	for (const { file, line, evidence } of problems) {
		expect(file).toMatch(/record\.yaml$|commentary\.mdx$/);
		expect(line).toBeGreaterThan(0);
		expect(evidence.length).toBeGreaterThan(0);
	}
});
