import { expect, test } from 'vitest';
import { formatSize, measurePack, packsOf, shellOf } from '../../../src/offline/packs.ts';

const file = (path: string, bytes = 10) => ({ path, bytes, sha256: `hash of ${path}` });
const paths = [
	'',
	'404.html',
	'_astro/Page.1.css',
	'a/1/',
	'a/1/cite/',
	'a/1/n/one/',
	'a/1/v1/article.json',
	'a/12/',
	'a/3/',
	'data/notes.csv',
	'notes/',
];
const titles = new Map([
	[12, 'Twelve'],
	[1, 'One'],
]);

test('every page is in one pack, an article’s in its own; the shell’s and data files in none', () => {
	const packs = packsOf(
		paths.map((path) => file(path)),
		titles,
	);
	expect(
		packs.map(({ id, title, files }) => [id, title, ...files.map(({ path }) => path)]),
	).toEqual([
		['pages', 'Indexes and pages', '', 'a/3/', 'notes/'],
		['a-1', 'One', 'a/1/', 'a/1/cite/', 'a/1/n/one/'],
		['a-12', 'Twelve', 'a/12/'],
	]);
});

test('what is missing of a pack is what is not held or held of another build', () => {
	const [pack] = packsOf([file('notes/', 5), file('types/', 7)], new Map());
	if (!pack) throw new Error('There is no pack.');
	expect(measurePack(pack, new Map())).toMatchObject({ isOld: false, bytes: 12, missingBytes: 12 });
	const half = new Map([['notes/', 'hash of notes/']]);
	expect(measurePack(pack, half)).toMatchObject({ isOld: false, missingBytes: 7 });
	const old = new Map([...half, ['types/', 'another hash']]);
	expect(measurePack(pack, old)).toMatchObject({ isOld: true, missingBytes: 7 });
	const whole = new Map([...half, ['types/', 'hash of types/']]);
	expect(measurePack(pack, whole)).toMatchObject({ isOld: false, missing: [], missingBytes: 0 });
});

const shell = [
	'',
	'_astro/Page.1.css',
	'offline/',
	'offline/packs.json',
	'pagefind/index/en_1.pf_index',
	'pagefind/pagefind-entry.json',
	'pagefind/pagefind.js',
	'pagefind/texts/directory.packed',
	'pagefind/wasm.en.pagefind',
	'search/',
];
const pathsOf = (files: readonly { path: string }[]) => files.map(({ path }) => path);

test('the shell has the search whole, and no article', () => {
	const files = [...shell, 'a/1/', 'data/notes.csv', 'service-worker.js'].map((path) => file(path));
	expect(pathsOf(shellOf(files))).toEqual(shell);
	expect(packsOf(files, titles).map(({ id }) => id)).toEqual(['pages', 'a-1']);
});

test('a large search is a pack of its own, and a large list of packs is in none', () => {
	const files = shell.map((path) => file(path, path.startsWith('pagefind/') ? 1_000_001 : 10));
	expect(pathsOf(shellOf(files))).toEqual(shell.filter((path) => !path.startsWith('pagefind/')));
	const search = packsOf(files, titles).find(({ id }) => id === 'search');
	expect(search && pathsOf(search.files)).toEqual(
		shell.filter((path) => path.startsWith('pagefind/')),
	);
	expect(pathsOf(shellOf([file('', 10), file('offline/packs.json', 5_000_001)]))).toEqual(['']);
});

test('of many articles a hundred are in one pack, by their numbers', () => {
	const many = new Map(
		Array.from({ length: 201 }, (_, index) => [index + 50, `No. ${index + 50}`]),
	);
	const packs = packsOf(
		[...many.keys()].map((number) => file(`a/${number}/`)),
		many,
	);
	expect(packs.map(({ id, title, files }) => [id, title, files.length])).toEqual([
		['a-1-100', 'Articles 1 to 100', 51],
		['a-101-200', 'Articles 101 to 200', 100],
		['a-201-300', 'Articles 201 to 300', 50],
	]);
});

test('sizes are told in megabytes and gigabytes, never as nothing', () => {
	const sizes = [1, 1_440_000, 25_000_000, 10_737_418_240];
	expect(sizes.map(formatSize)).toEqual(['0.1 MB', '1.4 MB', '25.0 MB', '10.7 GB']);
});
