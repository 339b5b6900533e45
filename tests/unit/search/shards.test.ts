import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { seeded } from '../../../scripts/seeded.ts';
import { sourceOf, writeIndex } from '../../../scripts/search-files.ts';
import { findHits, sortOrders, type Findings } from '../../../src/search/find-hits.ts';
import type { IndexPage } from '../../../src/search/index-page.ts';
import { SEED } from '../generators.ts';
import type { SearchIndex } from '../../../src/search/open-index.ts';
import { openBuilt } from './built-index.ts';
import { indexOf, section, textPage } from './samples.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const choices = seeded(SEED);
const SYLLABLES = ['ka', 'lo', 'mi', 'ser', 'ton', 'ving', 'dra', 'pel', 'ush', 'ost', 'er', 'ing'];
const CYRILLIC = ['ключ', 'ключами', 'блокировка', 'блокировку', 'ёлка', 'связь', 'новой', 'новый'];
const words = Array.from({ length: 6_000 }, () =>
	Array.from({ length: 1 + choices.below(4) }, () => choices.pick(SYLLABLES)).join(''),
);
/** A word, the rarer the later it is in the list. */
const word = () =>
	choices.isDue(0.05)
		? choices.pick(CYRILLIC)
		: (words[Math.floor(words.length ** (choices.below(1_000) / 1_000))] ?? '');
const sentence = () => Array.from({ length: 40 }, word).join(' ');
const pages = Array.from({ length: 260 }, (_, at): IndexPage => {
	const number = at + 1;
	const rest = {
		article: number,
		title: `Article ${number}`,
		day: number % 9 === 0 ? '' : `20${10 + (number % 12)}-0${1 + (number % 9)}-17`,
		years: number % 9 === 0 ? [] : [`20${10 + (number % 12)}`],
		outlet: `outlet-${number % 5}`,
	};
	const passages = (id: string, count: number) =>
		Array.from({ length: count }, (_, own) =>
			section(`${id}${own + 1}`, [sentence(), sentence()], {
				severities: own % 3 === 0 ? ['major'] : [],
			}),
		);
	return {
		url: `/a/${number}/`,
		texts: [
			textPage(passages('p', 6), { ...rest, layer: 'reading' }),
			textPage(passages('p', 6), rest),
			textPage(passages('note-', choices.below(9)), { ...rest, layer: 'notes' }),
		].filter(({ sections }) => sections.length > 0),
	};
});
const sections = pages.flatMap(({ texts }) => texts.flatMap((text) => text.sections));
const queries = Array.from({ length: 200 }, (_, run) => {
	const own = (choices.pick(sections).texts[0] ?? '').split(' ');
	const start = choices.below(own.length - 3);
	const [first = '', second = '', third = ''] = own.slice(start);
	return [
		first.length > 1 ? first : 'ka',
		`${first} ${third}`,
		`"${first} ${second} ${third}"`,
		`${second} -${third}`,
		`${second} ${third.slice(0, Math.max(3, third.length - 2))}`,
	][run % 5] as string;
});

const work = mkdtempSync(join(tmpdir(), 'calque-shards-'));
const [whole, sharded, kept] = ['whole', 'sharded', 'kept'].map((name) => join(work, name)) as [
	string,
	string,
	string,
];
const filesOf = (folder: string) =>
	Object.fromEntries(
		readdirSync(folder, { recursive: true, withFileTypes: true })
			.filter((entry) => entry.isFile())
			.map((entry) => join(entry.parentPath, entry.name))
			.map((file) => [file.slice(folder.length), readFileSync(file).toString('base64')]),
	);

let opened: SearchIndex[];
beforeAll(async () => {
	await writeIndex(pages.map(sourceOf), whole, { kept: join(work, 'other'), blocks: Infinity });
	await writeIndex(pages.map(sourceOf), sharded, { kept });
	opened = [openBuilt(whole), openBuilt(sharded)];
});
afterAll(() => {
	rmSync(work, { recursive: true });
});

const pathsOf = ({ groups }: Findings) =>
	groups.flatMap(({ hits }) => hits.map(({ layer, path }) => `${layer} ${path}`));

test('an index made in shards answers 200 queries as one that was made at once', async () => {
	const plain = indexOf(pages.flatMap(({ texts }) => texts));
	const met = { hits: 0, more: 0, all: 0 };
	for (const [run, query] of queries.entries()) {
		const sort = sortOrders[run % 3] ?? 'relevance';
		const filters = [{}, {}, { outlet: 'outlet-3' }, { year: '2013', layer: 'reading' }][run % 4];
		// Every other search looks as far as it can.
		const options = { sort, steps: run % 2 === 0 ? 1 : 50, ...(filters && { filters }) };
		const [one, other] = await Promise.all(opened.map((index) => findHits(index, query, options)));
		expect(other, query).toEqual(one);
		if (!one) continue;
		met.hits += pathsOf(one).length;
		if (one.hasMore) met.more++;
		// Where all texts were opened, a plain scan of them finds the same.
		if (one.hasMore || one.total > 50) continue;
		met.all++;
		const scanned = await findHits(plain, query, options);
		expect(pathsOf(one).toSorted(), query).toEqual(pathsOf(scanned).toSorted());
	}
	console.log(`200 queries: ${JSON.stringify(met)}.`);
	expect(met.hits).toBeGreaterThan(1_000);
	expect(Math.min(met.more, met.all)).toBeGreaterThan(30);
});

test('in the order of time nothing that was not opened comes before what is listed', async () => {
	const plain = indexOf(pages.flatMap(({ texts }) => texts));
	for (const sort of ['newest', 'oldest'] as const) {
		const daysOf = ({ groups }: Findings) => groups.map(({ day }) => day);
		const own = await findHits(opened[1] ?? plain, 'ka', { sort });
		expect(own.hasMore).toBe(true);
		const days = daysOf(await findHits(plain, 'ka', { sort }));
		expect(daysOf(own)).toEqual(days.slice(0, own.groups.length));
	}
});

test('the further a search looks, the more it finds, until it has all', async () => {
	const [, index] = opened;
	if (!index) throw new Error('There is no index.');
	const totals = [];
	for (const steps of [1, 2, 4, 100]) totals.push(await findHits(index, 'ka lo', { steps }));
	expect(totals.map(({ hasMore }) => hasMore)).toEqual([true, true, true, false]);
	const counts = totals.map(({ total }) => total);
	expect(counts).toEqual([...new Set(counts)].sort((a, b) => a - b));
	const plain = await findHits(indexOf(pages.flatMap(({ texts }) => texts)), 'ka lo');
	expect(counts.at(-1)).toBe(plain.total);
});

test('what is written is the same in shards or not, from what was kept, and where that is damaged', async () => {
	const first = filesOf(sharded);
	expect(Object.keys(first).length).toBeGreaterThan(30);
	expect(filesOf(whole)).toEqual(first);
	const again = join(work, 'again');
	await writeIndex(pages.map(sourceOf), again, { kept });
	expect(filesOf(again)).toEqual(first);
	for (const name of readdirSync(kept)) {
		const bytes = readFileSync(join(kept, name));
		const at = choices.below(bytes.length);
		if (choices.isDue(0.3)) writeFileSync(join(kept, name), bytes.subarray(0, at));
		else {
			bytes[at] = (bytes[at] ?? 0) ^ 1;
			writeFileSync(join(kept, name), bytes);
		}
	}
	await writeIndex(pages.map(sourceOf), again, { kept });
	expect(filesOf(again)).toEqual(first);
});

test('after one edit only what it concerns is made again, and all is as if made anew', async () => {
	const edited = structuredClone(pages);
	const own = edited[150]?.texts[0]?.sections[0];
	if (!own) throw new Error('There is nothing to edit.');
	own.texts = [`${own.texts[0]} unheardof`, ...own.texts.slice(1)];
	const other = join(work, 'kept-after');
	cpSync(kept, other, { recursive: true });
	const before = readdirSync(other).length;
	await writeIndex(edited.map(sourceOf), join(work, 'edited'), { kept: other });
	// One shard, and the file of words that has the new one; its neighbour, if they are parted anew.
	const made = readdirSync(other).length - before;
	expect(made).toBeGreaterThanOrEqual(2);
	expect(made).toBeLessThanOrEqual(4);
	await writeIndex(edited.map(sourceOf), join(work, 'anew'), { kept: join(work, 'empty') });
	expect(filesOf(join(work, 'edited'))).toEqual(filesOf(join(work, 'anew')));
});
