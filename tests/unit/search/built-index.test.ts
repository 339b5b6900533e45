import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildArticles } from '../../../src/edition/open-edition.ts';
import { readArchive } from '../../../src/edition/read-archive.ts';
import { findHits } from '../../../src/search/find-hits.ts';
import { indexPageOf, type IndexPage } from '../../../src/search/index-page.ts';
import { SEED } from '../generators.ts';
import { sampleArticle } from '../samples.ts';
import { buildIndex } from './built-index.ts';

type BuiltIndex = Awaited<ReturnType<typeof buildIndex>>;

const forms = Object.values(
	JSON.parse(readFileSync('tests/fixtures/russian-forms.json', 'utf8')) as Record<string, string[]>,
);
/** Article 1 has the first form of each word, article 2 the second: a form is found in other articles only. */
const inflected = Array.from({ length: Math.max(...forms.map((all) => all.length)) }, (_, at) => ({
	...sampleArticle(
		forms.map((all) => `Слово ${all[at] ?? '—'} стоит здесь.`),
		[],
	),
	number: at + 1,
}));
const archives = buildArticles(
	readArchive({ content: 'tests/fixtures/archive', captures: 'tests/fixtures/archive-captures' }),
);
const pagesOf = (articles: Parameters<typeof indexPageOf>[0][]): IndexPage[] =>
	articles.flatMap((article) => indexPageOf(article) ?? []);
const archivePages = pagesOf(archives);

let russian: BuiltIndex;
let archive: BuiltIndex;
beforeAll(async () => {
	// One after the other: Pagefind's service is one for the process.
	russian = await buildIndex(pagesOf(inflected));
	archive = await buildIndex(archivePages);
});
afterAll(() => {
	russian.close();
	archive.close();
});

test('any case form of a Russian word finds all others', async () => {
	let wanted = 0;
	let found = 0;
	for (const [word, all] of forms.entries()) {
		for (const form of all) {
			const paths = new Set<string>();
			const { groups } = await findHits(russian.index, `${form} слово`);
			for (const { path } of groups.flatMap(({ hits }) => hits)) paths.add(path);
			for (const at of all.keys()) {
				wanted++;
				if (paths.has(`/a/${at + 1}/#p${word + 1}`)) found++;
			}
		}
	}
	expect(forms.length).toBeGreaterThanOrEqual(50);
	expect(wanted).toBeGreaterThan(4_000);
	expect(found / wanted).toBeGreaterThanOrEqual(0.98);
});

/** Every passage of the archive, as a plain scan reads it: lower case, bare letters, one space between words. */
const passages = archivePages.flatMap(({ texts }) =>
	texts.flatMap(({ article, layer, sections }) =>
		sections
			.filter(({ isBag }) => !isBag)
			.map(({ id, texts: own }) => ({
				key: `${layer} /a/${article}/#${id}`,
				plain: own.map(plainOf),
			})),
	),
);

/** Texts that a phrase of three words can be taken from, each as often as it stands in the archive. */
const longTexts = passages
	.flatMap(({ plain }) => plain)
	.filter((text) => text.trim().split(' ').length >= 3);

function plainOf(text: string): string {
	const bare = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
	return ` ${bare.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()} `;
}

/** Numbers from 0 to below 1 that are the same in every run. */
function* seeded(seed: number): Generator<number> {
	for (let state = seed; ;) {
		state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
		yield state / 2_147_483_648;
	}
}

test('phrases find what a plain scan of the texts finds', async () => {
	const random = seeded(SEED);
	const pick = <Item>(items: readonly Item[]) =>
		items[Math.floor(random.next().value * items.length)] as Item;
	let recurring = 0;
	for (let run = 0; run < 300; run++) {
		const words = pick(longTexts).trim().split(' ');
		const start = Math.floor(random.next().value * Math.max(1, words.length - 2));
		const phrase = words.slice(start, start + 3);
		// Every tenth phrase is one that is in no order of the text.
		if (run % 10 === 0) phrase.reverse();
		const wanted = passages
			.filter(({ plain }) => plain.some((text) => text.includes(` ${phrase.join(' ')} `)))
			.map(({ key }) => key);
		const query = `“${phrase.join(' ')}”`;
		const { groups, total } = await findHits(archive.index, query);
		const found = groups.flatMap(({ hits }) => hits.map(({ layer, path }) => `${layer} ${path}`));
		if (total <= found.length) expect(found.sort(), query).toEqual(wanted.sort());
		expect(total, query).toBe(wanted.length);
		if (wanted.length > 1) recurring++;
	}
	expect(recurring).toBeGreaterThan(10);
});
