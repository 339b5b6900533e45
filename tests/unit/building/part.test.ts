import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chooseJobs, countArticles, heapOf } from '../../../scripts/building/choose-jobs.ts';
import { dealOut, parsePart, partOf, takes } from '../../../scripts/building/part.ts';
import { writeFolder } from '../temporary-folder.ts';

test('a part is written as one of so many', () => {
	expect(parsePart('2/3')).toEqual({ index: 1, of: 3 });
	for (const text of ['', '3', '0/3', '4/3', '1/0', '1/3/5', ' 1/3', '-1/3', '1.5/3', 'a/b'])
		expect(parsePart(text)).toBeUndefined();
});

test('all pages of an article are in one part, however their paths are written', () => {
	const paths = ['/a/17', 'a/17/', '/a/17/n/lock', '/a/17/v2/article.xml', '/a/17/card.png'];
	expect(new Set(paths.map((path) => partOf(path, 5)))).toEqual(new Set([2]));
	expect(partOf('/articles/2/', 5)).toBe(partOf('articles/2', 5));
});

test('every page is in one part, which each of its processes shares out whole', () => {
	const name = fc.oneof(
		fc.nat(5000).map((number) => `a/${number}`),
		fc.nat(5000).map((number) => `/a/${number}/n/gone/`),
		fc.webPath().filter((text) => text.length > 1),
	);
	const number = fc.integer({ min: 1, max: 9 });
	fc.assert(
		fc.property(name, number, number, (page, of, jobs) => {
			const index = partOf(page, of);
			expect(index).toBeGreaterThanOrEqual(0);
			expect(index).toBeLessThan(of);
			const holding = Array.from({ length: of }, (_, part) => ({ index: part, of }))
				.flatMap((part) => dealOut(part, jobs).map((job) => ({ part, job })))
				.filter(({ job }) => takes(job, page));
			expect(holding.map(({ part }) => part.index)).toEqual([index]);
		}),
	);
});

test('one process renders all that is no article, and of the articles so many less', () => {
	const jobs = dealOut({ index: 0, of: 1 }, 2);
	const count = (job: (typeof jobs)[number]) =>
		Array.from({ length: 1000 }, (_, number) => `a/${number + 1}`).filter((name) =>
			takes(job, name),
		).length;
	expect(jobs.map(({ hasLists }) => hasLists)).toEqual([true, false]);
	const [first = 0, second = 0] = jobs.map(count);
	expect(first + second).toBe(1000);
	expect(first).toBeGreaterThan(100);
	expect(first).toBeLessThan(500);
	// Where there are many, one has nothing else to do.
	expect(dealOut({ index: 0, of: 1 }, 16).map(count)[0]).toBe(0);
	const [, afterIndex = 0] = dealOut({ index: 0, of: 1 }, 2, { hasIndex: true }).map(count);
	expect(afterIndex).toBeLessThan(second);
	expect(afterIndex).toBeGreaterThan(first);
	// Of a site that is mostly taken from the former one the lists are nearly all that is left to do.
	const rebuilding = { hasIndex: true, isRebuild: true };
	expect(dealOut({ index: 0, of: 1 }, 2, rebuilding).map(count)).toEqual([0, 1000]);
	expect(dealOut({ index: 0, of: 1 }, 1, rebuilding).map(count)).toEqual([1000]);
});

test('a small archive is rendered in one process, a large one on every core that has the memory', () => {
	expect(chooseJobs(0, 8, 64e9)).toBe(1);
	expect(chooseJobs(20, 8, 64e9)).toBe(1);
	expect(chooseJobs(400, 8, 64e9)).toBe(8);
	expect(chooseJobs(400, 8, 3e9)).toBe(2);
	expect(chooseJobs(400, 8, 1e8)).toBe(1);
	expect(chooseJobs(50_000, 8, 8.5e9)).toBe(3);
});

test('the articles of an archive are counted by their folders', () => {
	const three = { 'articles/1-a/record.yaml': '', 'articles/2-b/record.yaml': '' };
	expect(countArticles(writeFolder({ ...three, 'articles/3-c/record.yaml': '' }))).toBe(3);
	expect(countArticles(writeFolder({ 'archive.yaml': '' }))).toBe(0);
});

test('the heap of a large archive is sized by its articles, that of a small one is not', () => {
	expect(heapOf(Array<number>(299).fill(23_000), true)).toBeUndefined();
	expect(heapOf(Array<number>(10_000).fill(23_000), true)).toBe(1850);
	expect(heapOf(Array<number>(10_000).fill(23_000), false)).toBe(769);
	expect(heapOf(Array<number>(1_000).fill(460_000), true)).toBe(3000);
});
