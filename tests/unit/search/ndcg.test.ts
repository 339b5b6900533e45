import { expect, test } from 'vitest';
import { ndcg } from './ndcg.ts';

// By hand: gains 7, 3, 1 for grades 3, 2, 1; discounts 1, 1/1.58496, 1/2 at the first three ranks.
const grades = { a: 3, b: 2, c: 1 };
const best = 7 + 3 / 1.58496 + 1 / 2;

test.for<[string, string[], number]>([
	['the best order is 1', ['a', 'b', 'c'], 1],
	['the order is what counts', ['c', 'b', 'a'], (1 + 3 / 1.58496 + 7 / 2) / best],
	['what has no grade takes a rank and gives nothing', ['x', 'a'], 7 / 1.58496 / best],
	['what was not found is missed', ['a'], 7 / best],
	['what stands twice counts once, and takes one rank', ['a', 'a', 'b', 'a', 'c'], 1],
	['an empty ranking is 0', [], 0],
])('%s', ([, ranking, expected]) => {
	expect(ndcg(ranking, grades)).toBeCloseTo(expected, 4);
});

test('no more is measured than the depth, of the best ranking either', () => {
	expect(ndcg(['a'], grades, 1)).toBe(1);
	expect(ndcg(['x', 'a'], grades, 1)).toBe(0);
	expect(ndcg(['b', 'a'], grades, 1)).toBeCloseTo(3 / 7, 4);
});

test('where nothing was graded nothing can be good', () => {
	expect(ndcg(['a'], {})).toBe(0);
});
