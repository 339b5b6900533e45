import { cpSync } from 'node:fs';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { listenOnLoopback, serveFolder } from '../../scripts/serve-folder.ts';
import { buildSite, fixtures, makeFolder } from '../build-site.ts';
import { expect, sites, test } from './site-test.ts';

test('a mistyped address is answered with the page that was meant, first of five', async ({
	page,
}) => {
	const response = await page.goto(`${sites.archive()}/types/acuracy/`);
	expect(response?.status()).toBe(404);
	const suggestions = page.getByRole('status');
	await expect(suggestions.getByRole('heading', { name: 'Did you mean' })).toBeVisible();
	const links = suggestions.getByRole('link');
	await expect(links).toHaveCount(5);
	await links.first().click();
	await expect(page).toHaveURL(`${sites.archive()}/types/accuracy/`);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Accuracy');
});

test('where the list of addresses cannot be had, the page says nothing wrong', async ({ page }) => {
	await page.route('**/addresses.json', (route) => route.fulfill({ status: 404 }));
	await page.goto(`${sites.archive()}/types/acuracy/`);
	await page.waitForLoadState('networkidle');
	await expect(page.getByRole('status')).toBeEmpty();
	await expect(page.getByRole('heading', { name: 'Sections' })).toBeVisible();
});

test('the box on the home page searches the archive', async ({ page }) => {
	await page.goto(sites.archive());
	await page.getByRole('searchbox', { name: 'Search the archive' }).fill('encryption');
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(`${sites.archive()}/search/?q=encryption`);
	await expect(page.locator('.results li').first()).toBeVisible();
});

test('the first screen shows both hands of the example and where the articles begin', async ({
	page,
}) => {
	await page.setViewportSize({ width: 1280, height: 800 });
	await page.goto(sites.archive());
	for (const part of [
		page.getByText('The machine wrote'),
		page.locator('.exhibit .meaning'),
		page.getByRole('heading', { name: 'Articles', exact: true }),
		page.locator('.catalogue a').first(),
	])
		await expect(part).toBeInViewport({ ratio: 1 });
});

test.describe('of a site in a folder of a host', () => {
	let servers: Server[] = [];
	const port = 4710;
	test.beforeAll(async () => {
		test.setTimeout(120_000);
		const host = makeFolder('host');
		const site = join(host, 'some/where');
		const SITE_URL = `http://localhost:${port}/some/where/`;
		buildSite(fixtures.archive, fixtures.captures, site, { SITE_URL });
		cpSync(join(site, '404.html'), join(host, '404.html'));
		servers = await listenOnLoopback(serveFolder(host), port);
	});
	test.afterAll(() => {
		for (const server of servers) server.close();
	});

	test('a mistyped address is answered within the folder', async ({ page }) => {
		await page.goto(`http://localhost:${port}/some/where/typse/deep/er/`);
		const link = page.getByRole('status').getByRole('link').first();
		await expect(link).toHaveAttribute('href', '/some/where/types/');
		await link.click();
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('Artifacts by type');
	});
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('what is not found is answered with every section and the articles', async ({ page }) => {
		await page.goto(`${sites.archive()}/types/acuracy/`);
		await expect(page.getByText('Did you mean')).toHaveCount(0);
		await page.locator('.sections').getByRole('link', { name: 'Types' }).click();
		await expect(page).toHaveURL(`${sites.archive()}/types/`);
		await page.goto(`${sites.archive()}/nowhere/`);
		await expect(page.locator('.catalogue a').first()).toBeVisible();
	});

	test('the box on the home page leads to a page that says what search needs', async ({ page }) => {
		await page.goto(sites.archive());
		await page.getByRole('searchbox').fill('encryption');
		await page.getByRole('button', { name: 'Search' }).click();
		await expect(page.getByText('Search needs JavaScript')).toBeVisible();
	});
});
