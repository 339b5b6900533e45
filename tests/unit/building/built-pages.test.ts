import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
	hasOnly,
	openBuilt,
	readBuilt,
	type BuiltPages,
} from '../../../scripts/building/built-pages.ts';
import { writeFolder } from '../temporary-folder.ts';

/** What is told of an article that has one page, with this title. */
function articleOf(number: number, title: string): BuiltPages {
	const path = `/a/${number}/`;
	return {
		name: `a/${number}`,
		made: 'abc',
		files: [
			{ path: `a/${number}/index.html`, bytes: 3, sha256: 'ff', inode: number, modified: 1.5 },
		],
		pages: [{ path, title }],
	};
}

/** Tell what was rendered in a new file, and name it. */
function write(built: readonly BuiltPages[]): string {
	const file = join(writeFolder({}), 'built.jsonl');
	const { tell, end } = openBuilt(file);
	for (const one of built) tell(one);
	end();
	return file;
}

test('what was rendered is read as it was told, however much it is', () => {
	// Letters of two bytes and of three fall on the ends of what is read at once.
	const built = Array.from({ length: 4000 }, (_, at) =>
		articleOf(at + 1, `${'ж„'.repeat(at % 700)}${at}`),
	);
	expect([...readBuilt(write(built))]).toEqual(built);
	// One alone may be longer than that.
	const long = [articleOf(1, 'a'.repeat(3 * 2 ** 20)), articleOf(2, 'b')];
	expect([...readBuilt(write(long))]).toEqual(long);
});

test('what was rendered is read by wanted names alone', () => {
	const file = write([articleOf(1, 'one'), articleOf(2, 'two'), articleOf(3, 'three')]);
	expect([...readBuilt(file, (name) => name === 'a/2')].map(({ name }) => name)).toEqual(['a/2']);
});

test('nothing was rendered where there is no file, nothing in it, or a line is not whole', () => {
	expect([...readBuilt(join(writeFolder({}), 'built.jsonl'))]).toEqual([]);
	expect([...readBuilt(write([]))]).toEqual([]);
	const file = write([articleOf(1, 'one')]);
	appendFileSync(file, '{"name":"a/2","made":"abc","files":[');
	expect([...readBuilt(file)].map(({ name }) => name)).toEqual(['a/1']);
});

test('a folder has nothing but what was built there, or something more at some depth', () => {
	const paths = ['a/1/index.html', 'a/1/cite/index.html', 'a/1/n/note-1/index.html'];
	const files = paths.map((path) => ({ path, bytes: 0, sha256: '', inode: 0, modified: 0 }));
	const siteWith = (...more: string[]) =>
		writeFolder(
			Object.fromEntries([...paths, 'a/2/index.html', ...more].map((path) => [path, ''])),
		);
	expect(hasOnly(siteWith(), 'a/1', files)).toBe(true);
	expect(hasOnly(siteWith(), 'a/1', files.slice(1))).toBe(false);
	for (const more of ['a/1/index.html.gz', 'a/1/n/note-1/x', 'a/1/n/note-2/index.html', 'a/1/p/x'])
		expect(hasOnly(siteWith(more), 'a/1', files)).toBe(false);
});
