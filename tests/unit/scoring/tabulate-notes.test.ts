import { expect, test } from 'vitest';
import {
	tabulateByArticle,
	tabulateByEngine,
	tabulateByTerm,
	tabulateByType,
} from '../../../src/scoring/tabulate-notes.ts';
import { sampleEntry, sampleNote, sampleRecord } from '../samples.ts';

const article = (
	number: number,
	words: number,
	profile: string,
	notes: Parameters<typeof sampleEntry>[0],
	verdict: typeof sampleRecord.verdict = 'machine-translated',
) => ({
	...sampleEntry(notes),
	number,
	words,
	record: { ...sampleRecord, verdict, engine: { ...sampleRecord.engine, profile } },
});

const articles = [
	article(1, 100, 'neural', [
		sampleNote('a', 'x', 0, { severity: 'critical', type: 'accuracy/role-reversal', term: 'za' }),
		sampleNote('b', 'x', 0, { severity: 'minor', type: 'style/calque', term: 'za' }),
	]),
	article(2, 50, 'rule-based', [
		sampleNote('c', 'x', 0, { severity: 'minor', type: 'style/calque', term: 'que' }),
		sampleNote('d', 'x', 0, { severity: 'major', type: 'accuracy/role-reversal', term: 'za' }),
		sampleNote('e', 'x', 0, { severity: 'minor', type: 'capture/repeated-text' }),
	]),
	article(3, 70, 'none', [sampleNote('f', 'x', 0, { type: 'style/calque' })], 'native'),
];

const outline = (tallies: ReturnType<typeof tabulateByArticle>) =>
	tallies.map(({ id, articles: met, words, notes }) => [id, met, words, notes]);

test('articles are counted one by one, the latest first', () => {
	expect(outline(tabulateByArticle(articles))).toEqual([
		['3', 1, 70, 1],
		['2', 1, 50, 3],
		['1', 1, 100, 2],
	]);
});

test('engine profiles leave native texts out, and the most noted comes first', () => {
	expect(outline(tabulateByEngine(articles))).toEqual([
		['rule-based', 1, 50, 3],
		['neural', 1, 100, 2],
	]);
});

test('a term is counted over the articles in which it was noted', () => {
	expect(outline(tabulateByTerm(articles))).toEqual([
		['za', 2, 150, 3],
		['que', 1, 50, 1],
	]);
});

test('types stand in the typology’s order, those without notes left out', () => {
	expect(outline(tabulateByType(articles))).toEqual([
		['accuracy/role-reversal', 2, 150, 2],
		['style/calque', 3, 220, 3],
		['capture/repeated-text', 1, 50, 1],
	]);
});

test('a tally counts each note once by severity, once by family and once by type', () => {
	for (const tally of [tabulateByArticle, tabulateByEngine, tabulateByTerm, tabulateByType].flatMap(
		(tabulate) => tabulate(articles),
	))
		for (const counts of [tally.bySeverity, tally.byFamily, tally.byType])
			expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(tally.notes);
	expect(tabulateByTerm(articles)[0]).toMatchObject({
		bySeverity: { critical: 1, major: 1, minor: 1 },
		byFamily: { accuracy: 2, style: 1 },
		byType: { 'accuracy/role-reversal': 2, 'style/calque': 1 },
	});
});

test('an archive without articles has nothing to count', () => {
	for (const tabulate of [tabulateByArticle, tabulateByEngine, tabulateByTerm, tabulateByType])
		expect(tabulate([])).toEqual([]);
});
