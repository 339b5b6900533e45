import AxeBuilder from '@axe-core/playwright';
import { expect, pageTypes, test } from './site-test.ts';

for (const colorScheme of ['light', 'dark'] as const) {
	for (const width of [320, 1280]) {
		test.describe(`${colorScheme} at ${width} px`, () => {
			test.use({ colorScheme, viewport: { width, height: 800 } });

			for (const [name, site, path] of pageTypes) {
				test(`${name}: no barrier, no sideways scroll, ${colorScheme} at ${width} px`, async ({
					page,
				}) => {
					const response = await page.goto(site() + path);
					expect(response?.status()).toBe(name === 'not found' ? 404 : 200);
					if (path.includes('?q=')) await expect(page.locator('.results li').first()).toBeVisible();
					const { violations } = await new AxeBuilder({ page }).analyze();
					expect(
						violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`),
					).toEqual([]);
					const [content, window] = await page.evaluate(() => [
						document.documentElement.scrollWidth,
						innerWidth,
					]);
					expect(content).toBeLessThanOrEqual(window ?? 0);
				});
			}
		});
	}
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
