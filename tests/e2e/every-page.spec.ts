import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, pageTypes, test } from './site-test.ts';

/** The rules of axe whose answer depends on colours; the others hold or fail alike in every theme. */
const rulesOfColour = ['color-contrast', 'link-in-text-block'];

async function listBarriers(page: Page, rules?: string[]): Promise<string[]> {
	// No page has frames, which the other mode opens a page of its own to gather from, at three times the time.
	const axe = new AxeBuilder({ page }).setLegacyMode(true);
	const { violations } = await (rules ? axe.withRules(rules) : axe).analyze();
	return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
}

for (const width of [320, 1280]) {
	test.describe(`at ${width} px`, () => {
		test.use({ viewport: { width, height: 800 } });

		for (const [name, site, path] of pageTypes) {
			test(`${name}: no barrier in any colours, no sideways scroll, at ${width} px`, async ({
				page,
			}) => {
				test.slow(true, 'A page with thousands of cells takes a busy machine a minute.');
				const response = await page.goto(site() + path);
				expect(response?.status()).toBe(name === 'not found' ? 404 : 200);
				if (path.includes('?q=')) await expect(page.locator('.results li').first()).toBeVisible();
				expect(await listBarriers(page), 'light').toEqual([]);
				await page.emulateMedia({ colorScheme: 'dark' });
				expect(await listBarriers(page, rulesOfColour), 'dark').toEqual([]);
				await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' });
				expect(await listBarriers(page, rulesOfColour), 'forced').toEqual([]);
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
