import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { default as Axe } from 'axe-core';
import { expect, keepFaces, listPaintedFaces, pageTypes, sites, test } from './site-test.ts';

declare const axe: typeof Axe;

const axeSource = readFileSync(
	createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
	'utf8',
);

/** Run axe in the page itself: what it finds well is not carried out of the page, which took most of the time. */
async function listBarriers(page: Page): Promise<string[]> {
	return page.evaluate(async () => {
		const { violations } = await axe.run({ resultTypes: ['violations'] });
		return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
	});
}

const colourings = [
	['light', { colorScheme: 'light', forcedColors: 'none' }],
	['dark', { colorScheme: 'dark', forcedColors: 'none' }],
	['forced', { colorScheme: 'light', forcedColors: 'active' }],
] as const;

for (const width of [320, 1280]) {
	test.describe(`at ${width} px`, () => {
		test.use({ viewport: { width, height: 800 } });

		for (const [name, site, path] of pageTypes) {
			test(`${name}: no barrier in any colours, no sideways scroll, at ${width} px`, async ({
				page,
			}) => {
				const response = await page.goto(site() + path);
				expect(response?.status()).toBe(name === 'not found' ? 404 : 200);
				if (path.includes('?q=')) await expect(page.locator('.results li').first()).toBeVisible();
				await page.evaluate(axeSource);
				for (const [colours, media] of colourings) {
					await page.emulateMedia(media);
					expect(await listBarriers(page), colours).toEqual([]);
				}
				const [content, window] = await page.evaluate(() => [
					document.documentElement.scrollWidth,
					innerWidth,
				]);
				expect(content).toBeLessThanOrEqual(window ?? 0);
			});
		}
	});
}

test('the page turns dark and light by its button and stays so', async ({ page }) => {
	const [, site, path] = pageTypes[0] ?? ['', () => '', ''];
	await page.goto(site() + path);
	const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
	const light = await paper();
	await page.getByRole('button', { name: 'Dark page' }).click();
	const dark = await paper();
	expect(dark).not.toBe(light);
	await page.reload();
	expect(await paper()).toBe(dark);
	await page.getByRole('button', { name: 'Light page' }).click();
	expect(await paper()).toBe(light);
});

test('a page names its manifest once it is at rest', async ({ page }) => {
	await page.goto(`${sites.archive()}/a/1/`);
	const named = page.locator('link[rel="manifest"]');
	await expect(named).toHaveAttribute('href', /\/manifest\.webmanifest$/, { timeout: 15_000 });
	const address = await named.evaluate((link: HTMLLinkElement) => link.href);
	expect(await (await page.request.get(address)).json()).toMatchObject({ scope: './' });
});

test('the faces that a first page does without are there on the next one', async ({ page }) => {
	const facesUsed = () =>
		page.evaluate(async () => {
			await document.fonts.ready;
			return [...document.fonts]
				.filter(({ status }) => status === 'loaded')
				.map(({ family, style }) => `${family} ${style}`);
		});
	await page.goto(`${sites.archive()}/about/`);
	await page.evaluate(() => localStorage.clear());
	await keepFaces(page, false);
	await page.goto(`${sites.archive()}/a/1/`);
	expect((await facesUsed()).filter((face) => !face.startsWith('Near '))).toEqual([]);
	expect(await listPaintedFaces(page, 'h1')).toMatchObject([{ isCustomFont: false }]);
	const isFetched = () => page.evaluate(() => localStorage.getItem('calque-faces'));
	await expect.poll(isFetched, { timeout: 15_000 }).toBe('on');
	await keepFaces(page, true);
	await page.goto(`${sites.archive()}/a/2/`);
	await expect.poll(facesUsed).toContain('Literata italic');
	expect(await facesUsed()).toContain('IBM Plex Sans normal');
	expect(await listPaintedFaces(page, 'h1')).toMatchObject([{ isCustomFont: true }]);
});
