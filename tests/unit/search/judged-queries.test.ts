import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildArticles } from '../../../src/edition/open-edition.ts';
import { readArchive } from '../../../src/edition/read-archive.ts';
import { findHits, type Filters, type SortOrder } from '../../../src/search/find-hits.ts';
import { indexPageOf } from '../../../src/search/index-page.ts';
import { listSpellings } from '../../../src/search/list-spellings.ts';
import { buildIndex } from './built-index.ts';
import { ndcg, type Grades } from './ndcg.ts';

type Judged = {
	id: string;
	query: string;
	filters?: Filters;
	sort?: SortOrder;
	need: string;
	grades: Grades;
};

const { queries } = JSON.parse(readFileSync('tests/fixtures/search-judgements.json', 'utf8')) as {
	queries: Judged[];
};
// The archive as anyone can build it: captures that are at hand on one machine must not change the measure.
const archive = readArchive({ content: 'content', captures: 'content/no-captures' });
const pages = buildArticles(archive).flatMap((article) => indexPageOf(article) ?? []);
const names = listSpellings([
	...(archive.people.value ?? []),
	...(archive.organisations.value ?? []),
]);

let built: Awaited<ReturnType<typeof buildIndex>>;
beforeAll(async () => {
	built = await buildIndex(pages);
});
afterAll(() => built.close());

test('the judgements are of sixty queries, and of passages that the archive has', () => {
	const held = new Set(
		pages.flatMap(({ texts }) =>
			texts.flatMap(({ article, sections }) => sections.map(({ id }) => `/a/${article}/#${id}`)),
		),
	);
	expect(new Set(queries.map(({ id }) => id)).size).toBe(60);
	for (const { id, grades } of queries) {
		expect(
			Object.keys(grades).filter((path) => !held.has(path)),
			id,
		).toEqual([]);
		for (const grade of Object.values(grades)) expect([1, 2, 3], id).toContain(grade);
	}
});

test('readers find what they need among the first ten passages, in the order that the page lists', async () => {
	const measured = [];
	for (const { id, query, filters = {}, sort = 'relevance', grades } of queries) {
		const { groups } = await findHits(built.index, query, { filters, sort, names });
		const ranking = groups.flatMap(({ hits }) => hits.map(({ path }) => path));
		measured.push({ id, query, value: ndcg(ranking, grades) });
	}
	const mean = measured.reduce((sum, { value }) => sum + value, 0) / measured.length;
	const worst = measured
		.toSorted((a, b) => a.value - b.value)
		.slice(0, 5)
		.map(({ id, query, value }) => `${id} ${query} ${value.toFixed(2)}`);
	expect(
		mean,
		`The mean is ${mean.toFixed(3)}; worst are ${worst.join(', ')}.`,
	).toBeGreaterThanOrEqual(0.85);
});
