import { pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { build } from 'esbuild';
import { unpackTexts, type PackedText } from '../../src/search/pack-texts.ts';
import type { Layer, TextDirectory, TextPage } from '../../src/search/text-page.ts';
import { expect, sites, test } from './site-test.ts';
import { seeded } from './harm.ts';

const sizes = [
	{ width: 320, height: 568 },
	{ width: 768, height: 1024 },
	{ width: 1280, height: 720 },
];
test.slow();

const allLayers: Layer[] = ['reading', 'captured', 'original', 'notes'];

/** What is marked on the page, and whether all of it is within the window and can be seen. */
function readMarked(): { text: string; isSeen: boolean }[] {
	return [...(CSS.highlights.get('found') ?? [])].map((range) => {
		const element = (range as Range).startContainer.parentElement;
		const { left, right, top, bottom, width } = (range as Range).getBoundingClientRect();
		const isWithin = left >= 0 && right <= innerWidth && top >= 0 && bottom <= innerHeight;
		const isVisible = element?.checkVisibility({ visibilityProperty: true }) ?? false;
		return { text: String(range), isSeen: width > 0 && isWithin && isVisible };
	});
}

/** Read all texts that the index of a site holds, from its own files. */
async function readTexts(page: Page, site: string): Promise<TextPage[]> {
	const read = async (path: string): Promise<unknown> => {
		const response = await page.request.get(`${site}/pagefind/${path}`);
		return JSON.parse(gunzipSync(await response.body()).toString());
	};
	const { files } = (await read('texts/directory.packed')) as TextDirectory;
	const held = await Promise.all(files.map(read));
	return (held as Record<string, PackedText[]>[]).flatMap((file) =>
		Object.values(file).flatMap(unpackTexts),
	);
}

/** The words of a text as a reader would compare them: letters and digits alone, no marks on them. */
function plainOf(text: string): string {
	return text
		.replace(/[\u00AD\u200B-\u200D\u2060\uFEFF]/g, '')
		.replace(/[\u00B2\u00B3\u00B9\u2070\u2074-\u2079]/g, ' ')
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();
}

/** Pick phrases of three words, each out of a passage of its own, from the layers that are named. */
function pickPhrases(texts: TextPage[], layers: Layer[], count: number): string[] {
	const random = seeded(20_261_127);
	const long = texts
		.filter(({ layer }) => layers.includes(layer))
		.flatMap(({ sections }) => sections.filter(({ isBag }) => !isBag))
		.flatMap((section) => section.texts.map((text) => text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []))
		.filter(({ length }) => length >= 3);
	return Array.from({ length: count }, () => {
		const words = long[Math.floor(random() * long.length)] ?? [];
		const start = Math.floor(random() * (words.length - 2));
		return words.slice(start, start + 3).join(' ');
	});
}

/** Follow the first result for a phrase, in a layer or in all; tells what does not hold, if anything. */
async function follow(page: Page, site: string, phrase: string, layer = ''): Promise<string[]> {
	const query = new URLSearchParams({ q: `"${phrase}"`, layer });
	await page.goto(`${site}/search/?${query}`);
	const link = page.locator('.results .hit a').first();
	const fragment = /#[\w-]+$/.exec((await link.getAttribute('href')) ?? '')?.[0] ?? '';
	await link.click();
	await page.waitForURL(({ pathname, search }) => pathname.includes('/a/') && search === '');
	await page.evaluate(() => document.fonts.ready);
	const marked = await page.evaluate(readMarked);
	const { hash, search } = new URL(page.url());
	return [
		marked[0]?.isSeen ? '' : 'what was found cannot be seen',
		marked.every(({ text }) => plainOf(text) === plainOf(phrase)) ? '' : 'other words are marked',
		search === '' && hash.split('&')[0] === fragment ? '' : `the address is ${page.url()}`,
	]
		.filter(Boolean)
		.map((fault) => `${phrase} (${layer || 'any layer'}, ${page.viewportSize()?.width}): ${fault}`);
}

async function followAll(page: Page, site: string, phrases: string[], layer = ''): Promise<void> {
	const faults: string[] = [];
	for (const [at, phrase] of phrases.entries()) {
		await page.setViewportSize(sizes[at % sizes.length] ?? { width: 1280, height: 720 });
		faults.push(...(await follow(page, site, phrase, layer)));
	}
	console.log(
		`${phrases.length} phrases followed, ${layer || 'any layer'}: ${faults.length} faults.`,
	);
	expect(faults).toEqual([]);
}

test('of 40 phrases, each leads to where it stands, marked and in sight', async ({ page }) => {
	const texts = await readTexts(page, sites.archive());
	await followAll(page, sites.archive(), pickPhrases(texts, allLayers, 40));
});

for (const [name, site] of [
	['the archive', sites.archive],
	['the test archive', sites.fixture],
] as const)
	test(`in every layer of ${name}, phrases lead to where they stand`, async ({ page }) => {
		const texts = await readTexts(page, site());
		const layers = allLayers.filter((layer) => texts.some((text) => text.layer === layer));
		expect(layers).toEqual(allLayers);
		for (const layer of layers)
			await followAll(page, site(), pickPhrases(texts, [layer], 12), layer);
	});

test('words are marked in the layer and the passage that was found, nowhere else', async ({
	page,
}) => {
	await page.goto(`${sites.fixture()}/a/1/?layer=captured&h=carries+an&h=bridge#p3`);
	await expect(page).toHaveURL(/\/a\/1\/#p3$/);
	const marked = await page.evaluate(readMarked);
	expect(marked.map(({ text }) => text)).toEqual(['carries an', 'bridge', 'bridge', 'carries an']);
	expect(marked.every(({ isSeen }) => isSeen)).toBe(true);
	// The passage is the page's target as ever, and what is copied from it is what it says.
	expect(await page.evaluate(() => document.querySelector(':target')?.id)).toBe('p3');
	expect(await page.locator('#p3 .captured').textContent()).toContain(
		'it carries an ban of trucks.',
	);
});

test('a layer that is hidden is shown, and said in the address as the switch says it', async ({
	page,
}) => {
	await page.goto(`${sites.fixture()}/a/5/?layer=original&h=gotea#p2`);
	await expect(page).toHaveURL(/\/a\/5\/#p2&layer=original$/);
	await expect(page.getByLabel('with the original')).toBeChecked();
	expect(await page.evaluate(readMarked)).toEqual([
		{ text: 'gotea', isSeen: true },
		{ text: 'gotea', isSeen: true },
	]);
	expect(await page.evaluate(() => document.querySelector(':target')?.id)).toBe('p2');
});

test('a folded note is open where it is found, a footnote’s mark is no part of a word', async ({
	page,
}) => {
	await page.goto(
		`${sites.fixture()}/a/1/?layer=notes&h=copied&h=fused+caption#note-caption-fused`,
	);
	await expect(page).toHaveURL(/\/a\/1\/#note-caption-fused$/);
	expect(await page.evaluate(readMarked)).toEqual([{ text: 'copied', isSeen: true }]);
});

test('planted words are not marked', async ({ page }) => {
	await page.goto(`${sites.fixture()}/a/4/`);
	const words = page.locator('.paragraph:has(.captured .planted)').first();
	const id = await words.getAttribute('id');
	const planted = await words.locator('.captured .planted').first().textContent();
	await page.goto(
		`${sites.fixture()}/a/4/?layer=captured&h=${encodeURIComponent(planted ?? '')}#${id}`,
	);
	await expect(page).toHaveURL(new RegExp(`/a/4/#${id}$`));
	expect(await page.evaluate(readMarked)).toEqual([]);
});

test('a query that means nothing leaves the page as it is', async ({ page }) => {
	for (const query of ['layer=no*such&h=lock', 'h=', 'h=lock&layer=captured'])
		for (const place of ['#p1', '#nowhere', '']) {
			await page.goto('about:blank');
			await page.goto(`${sites.fixture()}/a/1/?${query}${place}`);
			expect(await page.evaluate(readMarked)).toEqual([]);
		}
});

test('where the browser cannot mark, the passage is shown all the same', async ({ page }) => {
	await page.addInitScript(() => delete (CSS as { highlights?: unknown }).highlights);
	await page.goto(`${sites.fixture()}/a/5/?layer=reading&h=announced#p3`);
	await expect(page).toHaveURL(/\/a\/5\/#p3&layer=reading$/);
	await expect(page.locator('#p3 .reading')).toBeInViewport();
	expect(await page.evaluate(() => document.adoptedStyleSheets.length)).toBe(0);
});

test('a page opened from a folder marks and cleans its address as well', async ({ browser }) => {
	const page = await browser.newPage();
	// Browsers run no module from a folder, so the same script is run as a plain one.
	const { outputFiles } = await build({
		entryPoints: ['src/browser/article-page.ts'],
		bundle: true,
		format: 'iife',
		write: false,
	});
	await page.addInitScript(
		`addEventListener('DOMContentLoaded', () => {${outputFiles[0]?.text ?? ''}})`,
	);
	const file = `${pathToFileURL('dist/a/6/index.html').href}?layer=reading&h=brothers#p2`;
	await page.goto(file);
	await expect(page).toHaveURL(/\/a\/6\/index\.html#p2&layer=reading$/);
	const marked = await page.evaluate(readMarked);
	expect(marked.map(({ text }) => text)).toEqual(['brothers']);
	expect(marked[0]?.isSeen).toBe(true);
	await page.close();
});
