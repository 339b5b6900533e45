import { expect, test } from 'vitest';
import {
	countArticles,
	countRenderings,
	groupByTerm,
	sortByDate,
} from '../../../src/scoring/count-renderings.ts';
import type { NoteEntry } from '../../../src/model/article.ts';
import { sampleEntry, sampleNote, sampleRecord } from '../samples.ts';

function entry(number: number, date: string, words: string, term?: string): NoteEntry {
	const note = sampleNote(`n${number}`, words, 0, term === undefined ? {} : { term });
	const record = { ...sampleRecord, number, published: { date, evidence: 'x' } };
	return { article: { ...sampleEntry([note]), number, record }, note };
}

test('renderings that differ in capitals and spaces are one, shown as first met', () => {
	const counted = countRenderings([
		entry(1, '2018', 'unlock'),
		entry(2, '2018', 'Lock  up'),
		entry(3, '2018', 'lock up'),
	]);
	expect(counted.map(({ words, places }) => [words, places.length])).toEqual([
		['Lock  up', 2],
		['unlock', 1],
	]);
});

test('only notes that name a term are grouped by it', () => {
	const groups = groupByTerm([
		entry(1, '2018', 'a', 'zamok'),
		entry(2, '2018', 'b'),
		entry(2, '2018', 'c', 'zamok'),
	]);
	expect([...groups.keys()]).toEqual(['zamok']);
	expect(countArticles(groups.get('zamok') ?? [])).toBe(2);
});

test('notes are sorted by the first day that their article may be of, the undated last', () => {
	const sorted = sortByDate([
		entry(1, 'unknown', 'a'),
		entry(2, '2020-06-18/2020-06', 'b'),
		entry(3, '2018-11-08', 'c'),
		entry(4, 'unknown', 'd'),
		entry(5, '2018', 'e'),
	]);
	expect(sorted.map(({ article }) => article.number)).toEqual([5, 3, 2, 1, 4]);
});
