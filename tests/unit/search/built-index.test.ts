import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildArticles } from '../../../src/edition/open-edition.ts';
import { readArchive } from '../../../src/edition/read-archive.ts';
import { findHits, MAX_HITS } from '../../../src/search/find-hits.ts';
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
const pagesOf = (articles: Parameters<typeof indexPageOf>[0][]): IndexPage[] =>
	articles.flatMap((article) => indexPageOf(article) ?? []);
/** The archive itself, without the captures that are not part of it. */
const archivePages = pagesOf(
	buildArticles(readArchive({ content: 'content', captures: 'tests/fixtures/no-captures' })),
);

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

/** Every passage of the archive, as a plain scan reads it, under its layer and its address. */
const passages = new Map<string, string[]>(
	archivePages.flatMap(({ texts }) =>
		texts.flatMap(({ article, layer, sections }) =>
			sections
				.filter(({ isBag }) => !isBag)
				.map(({ id, texts: own }) => [`${layer} /a/${article}/#${id}`, own.map(plainOf)] as const),
		),
	),
);

/** The words, as they are written, of each text that a phrase of three can be taken from. */
const longTexts = archivePages
	.flatMap(({ texts }) => texts.flatMap(({ sections }) => sections))
	.filter(({ isBag }) => !isBag)
	.flatMap(({ texts }) => texts.map((text) => text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []))
	.filter(({ length }) => length >= 3);

/** The words of a text with one space around each, read without the search’s own means. */
function plainOf(text: string): string {
	const bare = text
		.replace(/[\u00AD\u200B-\u200D\u2060\uFEFF]/g, '')
		.replace(/[¹²³⁰⁴-⁹]/g, ' ')
		.normalize('NFKC')
		.toLowerCase()
		.replaceAll('й', 'и')
		.replaceAll('ё', 'е')
		.replaceAll('đ', 'd')
		.normalize('NFD')
		.replace(/\p{M}/gu, '');
	return ` ${bare.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()} `;
}

/** Numbers from 0 to below 1 that are the same in every run. */
function* seeded(seed: number): Generator<number> {
	for (let state = seed; ;) {
		state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
		yield state / 2_147_483_648;
	}
}

test('500 phrases of the archive are found where a plain scan finds them, and linked there', async () => {
	const random = seeded(SEED);
	const pick = <Item>(items: readonly Item[]) =>
		items[Math.floor(random.next().value * items.length)] as Item;
	const met = { layers: new Set<string>(), recurring: 0, absent: 0, linked: 0, held: 0 };
	for (let run = 0; run < 500; run++) {
		const words = pick(longTexts);
		const start = Math.floor(random.next().value * (words.length - 2));
		const phrase = words.slice(start, start + 3);
		// Every tenth phrase is one that is in no order of the text.
		if (run % 10 === 0) phrase.reverse();
		const plain = plainOf(phrase.join(' '));
		const wanted = [...passages].filter(([, texts]) => texts.some((text) => text.includes(plain)));
		const query = `“${phrase.join(' ')}”`;
		const { groups, total } = await findHits(archive.index, query);
		const hits = groups.flatMap((group) => group.hits);
		const found = hits.map(({ layer, path }) => `${layer} ${path}`);
		expect(total, query).toBe(wanted.length);
		expect(found, query).toHaveLength(Math.min(total, MAX_HITS));
		if (total <= MAX_HITS) expect(found.sort(), query).toEqual(wanted.map(([key]) => key).sort());
		for (const hit of hits) {
			met.linked++;
			met.layers.add(hit.layer);
			const texts = passages.get(`${hit.layer} ${hit.path}`) ?? [];
			const isHeld = texts.some((text) => text.includes(plain));
			// What the link says is to be marked is the phrase, and nothing else.
			if (isHeld && hit.found.every((marked) => plainOf(marked) === plain)) met.held++;
		}
		if (wanted.length > 1) met.recurring++;
		if (wanted.length === 0) met.absent++;
	}
	console.log(
		`500 phrases: ${met.absent} stand nowhere, ${met.recurring} more than once; of ${met.linked} passages linked ${met.held} hold their phrase.`,
	);
	expect([...met.layers].sort()).toEqual(['captured', 'notes', 'original', 'reading']);
	expect(Math.min(met.recurring, met.absent)).toBeGreaterThan(10);
	expect(met.held / met.linked).toBeGreaterThanOrEqual(0.99);
});
