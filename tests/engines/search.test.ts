import { existsSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import type { Engine } from './engine.ts';
import { engines, skipMissing } from './engines.ts';
import { ndcg } from '../unit/search/ndcg.ts';
import { installedApp, places, rootOfHost, type Place } from './places.ts';
import { chromium } from './puppeteer-engines.ts';
import { judged, questions } from './questions.ts';
import { addressOf, askAgain, readResults, type Results } from './read-results.ts';
import { webkit } from './webkit-engine.ts';

/** Every engine, wherever the site stands, finds what Chromium finds at the root of a host. */
const [first = { query: '' }, ...others] = questions;
let wanted: Awaited<ReturnType<typeof askAll>>;

beforeAll(async () => {
	if (!existsSync('dist/index.html')) throw new Error('There is no built site. Run: npm run build');
	wanted = await askAll(chromium, rootOfHost);
});

/** Ask all questions of the site: the first by its address, the others on the same page. */
async function askAll(engine: Engine, place: Place) {
	const start = Date.now();
	const { site, prepare, close } = await place.open();
	const session = await engine.open(site);
	try {
		await prepare?.(session);
		const started = Date.now();
		const answers: [about: string, Results][] = [];
		answers.push([JSON.stringify(first), await readResults(session, addressOf(site, first))]);
		for (const question of others)
			answers.push([JSON.stringify(question), await askAgain(session, question)]);
		console.log(
			`${engine.name} ${place.name}: started in ${started - start} ms, ${questions.length} queries in ${Date.now() - started} ms.`,
		);
		return { results: Object.fromEntries(answers), complaints: session.complaints() };
	} finally {
		await session.close();
		close();
	}
}

test('the queries find something, and all of the index can be read', () => {
	const results = Object.values(wanted.results);
	expect(results).toHaveLength(new Set(questions.map((one) => JSON.stringify(one))).size);
	for (const { status, hrefs, excerpts } of results) {
		expect(status).not.toMatch(/incomplete|could not be/);
		expect(hrefs.length).toBeGreaterThanOrEqual(excerpts.length);
	}
	expect(results.filter(({ hrefs }) => hrefs.length > 0).length).toBeGreaterThan(
		questions.length / 2,
	);
});

test('the judged queries list first what readers need', () => {
	const values = judged.map(({ query, filters, sort, grades }) => {
		const { hrefs = [] } = wanted.results[JSON.stringify({ query, filters, sort })] ?? {};
		const passages = hrefs.filter((href) => href.includes('#'));
		return ndcg(
			passages.map((href) => href.replace(/^\.\.|\?[^#]*/g, '')),
			grades,
		);
	});
	expect(values).toHaveLength(60);
	const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
	console.log(`nDCG@10 of the judged queries: ${mean.toFixed(3)}.`);
	expect(mean).toBeGreaterThanOrEqual(0.85);
});

for (const [engine, place] of [
	...engines.flatMap((one) => places.map((place) => [one, place] as const)),
	[chromium, installedApp] as const,
])
	test(`${engine.name}, the site ${place.name}: the same results, and no complaint`, async ({
		skip,
	}) => {
		skipMissing(engine, skip);
		const { results, complaints } = await askAll(engine, place);
		expect(results).toEqual(wanted.results);
		expect(complaints).toEqual([]);
	});

test('WebKit, which lets a page change its address a hundred times in ten seconds, answers on', async ({
	skip,
}) => {
	skipMissing(webkit, skip);
	const { site, close } = await rootOfHost.open();
	const session = await webkit.open(site);
	try {
		await session.goto(`${site}search/`);
		await session.evaluate(() => {
			for (let count = 0; count < 100; count++) history.replaceState(null, '', `?q=${count}`);
		});
		expect(await askAgain(session, first)).toEqual(wanted.results[JSON.stringify(first)]);
		expect(session.complaints()).toEqual([]);
	} finally {
		await session.close();
		close();
	}
});
