import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { listSuggestable } from '../../scripts/suggesting/contexts.ts';
import { formatFigures, measureArticles } from '../../scripts/suggesting/measure-articles.ts';
import { readArchive } from '../../src/edition/read-archive.ts';
import { partOf, sumFigures } from '../../src/suggesting/sum-figures.ts';

const figures = measureArticles(listSuggestable(readArchive()));

test('the figures of the rules are those of the captures: npm run suggest -- --measure', () => {
	expect(readFileSync('content/suggestion-figures.jsonl', 'utf8')).toBe(formatFigures(figures));
});

test('the rules find a quarter of our notes, and three suggestions in five touch one', () => {
	for (const part of ['captured', 'held-out'] as const) {
		const { recall, precision } = sumFigures(partOf(figures, part));
		expect(recall, part).toBeGreaterThanOrEqual(25);
		expect(precision, part).toBeGreaterThanOrEqual(60);
	}
});
