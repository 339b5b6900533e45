import { expect, test } from 'vitest';
import {
	groupByNames,
	isCompared,
	listAccounts,
	sortEvents,
	sortTerms,
	type Term,
} from '../../../src/model/authorities.ts';

test('an article has one account of an event, with each paragraph once', () => {
	const reports = [
		{ article: 3, paragraphs: [7, 2] },
		{ article: 1, paragraphs: [1] },
		{ article: 3, paragraphs: [2, 4] },
	];
	expect(listAccounts({ reports })).toEqual([
		{ article: 1, paragraphs: [1] },
		{ article: 3, paragraphs: [2, 4, 7] },
	]);
});

test('an event is compared where two articles report it', () => {
	const one = { article: 1, paragraphs: [1] };
	expect(isCompared({ reports: [one, { article: 1, paragraphs: [2] }] })).toBe(false);
	expect(isCompared({ reports: [one, { article: 2, paragraphs: [1] }] })).toBe(true);
	expect(isCompared({ reports: [] })).toBe(false);
});

test('events are sorted by their first day, the shorter first, and else stay as they are', () => {
	const dates = ['2018', '2017-06-26', '2017-06', '2017-06-01', '2017-06-26'];
	const events = dates.map((date, index) => ({ date, index }));
	expect(sortEvents(events).map(({ index }) => index)).toEqual([3, 2, 1, 4, 0]);
});

test('terms stand in the order of their own alphabet, whatever mark they begin with', () => {
	const terms = ['я', '», — сказал', 'ёлка', 'елка', 'жук'].map((source) => ({ source }) as Term);
	expect(sortTerms(terms, 'ru').map(({ source }) => source)).toEqual([
		'елка',
		'ёлка',
		'жук',
		'», — сказал',
		'я',
	]);
});

test('what names people is found by each of them, once and in its order', () => {
	const articles = [{ people: ['a', 'b'] }, { people: [] }, { people: ['b', 'b'] }];
	const groups = groupByNames(articles, ({ people }) => people);
	expect([...groups]).toEqual([
		['a', [articles[0]]],
		['b', [articles[0], articles[2]]],
	]);
});
