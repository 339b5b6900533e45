import { expect, test } from 'vitest';
import {
	groupOf,
	listSharedOriginals,
	listSharedSets,
} from '../../../src/model/shared-originals.ts';
import type { ArticlePlace } from '../../../src/model/article.ts';

type Translation = Pick<ArticlePlace, 'number' | 'originalUrl' | 'originalHash'>;
const article = (number: number, url: string, originalHash?: string): Translation => ({
	number,
	originalUrl: url,
	originalHash,
});
const numbersOf = (articles: Translation[]) =>
	listSharedOriginals(articles).map((group) => [
		group.number,
		group.articles.map(({ number }) => number),
	]);

test('articles whose originals are the same text, or stood at the same address, belong together', () => {
	expect(
		numbersOf([
			article(9, 'unknown', 'aa'),
			article(1, 'https://example.org/x'),
			article(4, 'none', 'bb'),
			article(3, 'unknown', 'aa'),
			article(7, 'https://example.org/x'),
		]),
	).toEqual([
		[1, [1, 7]],
		[3, [3, 9]],
	]);
});

test('one that shares its text with some and its address with others joins them', () => {
	const all = [
		article(1, 'https://example.org/x'),
		article(2, 'none', 'aa'),
		article(3, 'https://example.org/x', 'aa'),
	];
	expect(numbersOf(all)).toEqual([[1, [1, 2, 3]]]);
	expect(groupOf(2, listSharedOriginals(all))?.number).toBe(1);
});

test('an original that is unknown is not the same as another', () => {
	const all = [article(1, 'unknown'), article(2, 'unknown'), article(3, 'none', 'aa')];
	expect(numbersOf(all)).toEqual([]);
	expect(groupOf(1, listSharedOriginals(all))).toBeUndefined();
});

test('imported articles of the same sources belong together', () => {
	const all = [
		{ number: 12, originalHash: 'aa' },
		{ number: 10, originalHash: 'aa' },
		{ number: 11, originalHash: 'bb' },
	];
	expect(listSharedSets(all)).toEqual([{ number: 10, articles: [all[1], all[0]] }]);
});
