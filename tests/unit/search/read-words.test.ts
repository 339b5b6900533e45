import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { generateCorpus } from '../../../scripts/bench/generate-corpus.ts';
import { sourceOf, writeIndex } from '../../../scripts/search-files.ts';
import { listenOnLoopback, serveFolder } from '../../../scripts/serve-folder.ts';
import { buildArticles } from '../../../src/edition/open-edition.ts';
import { readArchive } from '../../../src/edition/read-archive.ts';
import { indexPageOf } from '../../../src/search/index-page.ts';
import { DIRECTORY_FILE, INDEX_END } from '../../../src/search/open-index.ts';
import { fileOfPlace, passageOfPlace, placeAt, readWords } from '../../../src/search/read-words.ts';
import type { TextDirectory } from '../../../src/search/text-page.ts';

/** Pagefind's engine, which is what others read such an index with (pagefind 1.6, `pagefind.js`). */
type Pagefind = {
	options(options: object): Promise<void>;
	search(term: string): Promise<{ results: { id: string; words: number[] }[] }>;
};

const folder = mkdtempSync(join(tmpdir(), 'calque-words-'));
const index = join(folder, 'index of words');
const read = (path: string) => new Uint8Array(gunzipSync(readFileSync(join(index, path))));

beforeAll(async () => {
	const content = join(folder, 'content');
	mkdirSync(content);
	generateCorpus(content, 70);
	const archive = readArchive({ content, captures: join(content, 'captures') });
	const pages = buildArticles(archive).flatMap((article) => indexPageOf(article) ?? []);
	await writeIndex(pages.map(sourceOf), index, { kept: join(folder, 'kept') });
}, 60_000);
afterAll(() => {
	rmSync(folder, { recursive: true });
});

test('a place is a file and a passage, also of files without number', () => {
	for (const [file, passage] of [
		[0, 0],
		[1, 7],
		[4095, 1_048_575],
		[3_000_000, 12],
	] as const) {
		const place = placeAt(file, passage);
		expect([fileOfPlace(place), passageOfPlace(place)]).toEqual([file, passage]);
	}
});

test('what is read of the index of words is what Pagefind reads of it', async () => {
	const servers = await listenOnLoopback(serveFolder(index), 0);
	const address = servers[0]?.address();
	if (address === null || typeof address !== 'object') throw new Error('The index is not served.');
	const pagefind = (await import(
		/* @vite-ignore */ pathToFileURL(join(index, 'pagefind.js')).href
	)) as Pagefind;
	await pagefind.options({ basePath: `http://127.0.0.1:${address.port}/`, noWorker: true });
	const directory = JSON.parse(new TextDecoder().decode(read(DIRECTORY_FILE))) as TextDirectory;
	const numbers = new Map(directory.files.map((path, file) => [path, file]));
	const names = readdirSync(join(index, 'index'));
	expect(directory.chunkFiles.toSorted()).toEqual(names.toSorted());
	const terms = listSomeTerms();
	expect(terms.length).toBeGreaterThan(100);
	for (const term of terms) {
		const chunk = directory.chunks.findLastIndex((first) => first <= term);
		const words = readWords(read(`index/${directory.chunkFiles[chunk] ?? ''}`));
		const { results } = await pagefind.search(term);
		const places = results.flatMap(({ id, words: passages }) =>
			passages.map((passage) => placeAt(numbers.get(`texts/${id}.packed`) ?? -1, passage)),
		);
		expect(words.placesOf(term, false), term).toEqual(places.toSorted((a, b) => a - b));
		expect(words.placesOf(term, false).length, term).toBeGreaterThan(0);
	}
	for (const server of servers) server.close();
});

test('what begins alike is all that stands side by side, and what is not there has no place', () => {
	const [name = ''] = readdirSync(join(index, 'index'));
	const bytes = read(`index/${name}`);
	const words = readWords(bytes);
	const [first = ''] = termsIn(bytes);
	const beginning = first.slice(0, 2);
	const alike = termsIn(bytes).filter((term) => term.startsWith(beginning));
	expect(words.placesOf(beginning, true)).toEqual(
		alike.flatMap((term) => words.placesOf(term, false)),
	);
	expect(words.placesOf(`${first}x`, false)).toEqual([]);
	expect(words.placesOf('~', true)).toEqual([]);
});

test('what is no file of words is refused, and one that ends too soon', () => {
	const [name = ''] = readdirSync(join(index, 'index'));
	const bytes = read(`index/${name}`);
	expect(() => readWords(new Uint8Array(20))).toThrow('no file of words');
	expect(() => readWords(bytes.subarray(0, bytes.length - 9))).toThrow('ends too soon');
	const changed = Uint8Array.from(bytes);
	changed[12] = 0xff;
	expect(() => readWords(changed)).toThrow('not as the search knows it');
});

/** List the terms of a file, sorted. */
function termsIn(bytes: Uint8Array): readonly string[] {
	return readWords(bytes).terms;
}

/** Every term of the index would take minutes: these are common and rare ones alike. */
function listSomeTerms(): string[] {
	const all = readdirSync(join(index, 'index')).flatMap((name) => termsIn(read(`index/${name}`)));
	expect(all.every((term) => term.endsWith(INDEX_END))).toBe(true);
	return all.filter((_, at) => at % Math.ceil(all.length / 150) === 0);
}
