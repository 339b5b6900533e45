import { chromium, type Page } from '@playwright/test';
import { findChromium, quietArguments } from '../../scripts/find-chromium.ts';
import { makeFolder } from '../build-site.ts';
import { harm, seeded } from './harm.ts';
import { closeHost, install, openHost, searchFor } from './open-host.ts';
import { expect, test } from './site-test.ts';

// Each test has a server that it can stop, and a worker that takes its time to be installed.
test.use({
	serviceWorkers: 'allow',
	expected:
		/^Failed to load resource: (net::ERR_CONNECTION_REFUSED|.* 500 \(Internal Server Error\))/,
});

test('with the server gone, visited pages and search work as before', async ({ page }) => {
	const host = await openHost();
	await install(page, host.site);
	await page.goto(`${host.site}/a/3/`);
	const words = await page.locator('#p2').innerText();
	const found = await searchFor(page, host.site, 'cooperation authorities');
	expect(found.length).toBeGreaterThan(0);
	await host.stop();

	await page.goto(`${host.site}/a/3/#p2`);
	expect(await page.locator('#p2').innerText()).toBe(words);
	await expect(page.locator('#p2')).toBeInViewport();
	expect(await searchFor(page, host.site, 'cooperation authorities')).toEqual(found);
	expect(await searchFor(page, host.site, 'encryption keys')).not.toEqual([]);

	await page.goto(`${host.site}/a/5/`);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Offline');
	expect(page.url()).toBe(`${host.site}/a/5/`);
	// Its sheets and scripts are found from the address of the page that is not held.
	await expect(page.getByRole('button', { name: 'Keep: The whole archive' })).toBeVisible();
	await page.getByRole('link', { name: 'Telegram answers specific terrorism requests' }).click();
	expect(await page.locator('#p2').innerText()).toBe(words);
	expect(host.asked).toEqual([]);
});

test('the installed app starts, searches and shows visited pages with the server gone', async ({
	page,
}) => {
	const host = await openHost();
	await install(page, host.site);
	const session = await page.context().newCDPSession(page);
	const listErrors = async () => {
		const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
		return installabilityErrors.map(({ errorId }) => errorId);
	};
	// A page names its manifest once it is at rest.
	await expect.poll(listErrors, { timeout: 15_000 }).toEqual(['in-incognito']);

	const profile = makeFolder('app');
	const executablePath = findChromium() ?? '';
	const open = (...more: string[]) =>
		chromium.launchPersistentContext(profile, {
			executablePath,
			args: [...quietArguments, ...more],
		});
	const browser = await open();
	const tab = browser.pages()[0] ?? (await browser.newPage());
	await install(tab, host.site);
	await tab.goto(`${host.site}/a/3/`);
	const words = await tab.locator('#p2').innerText();
	const found = await searchFor(tab, host.site, 'encryption keys');
	await browser.close();
	await host.stop();

	const app = await open(`--app=${host.site}/`);
	const shown = app.pages()[0] ?? (await app.waitForEvent('page'));
	await expect(shown.getByRole('heading', { name: 'Articles' })).toBeVisible();
	expect(await searchFor(shown, host.site, 'encryption keys')).toEqual(found);
	await shown.goto(`${host.site}/a/3/`);
	expect(await shown.locator('#p2').innerText()).toBe(words);
	await app.close();
	await closeHost(host);
});

test('a pack that is kept is read with the server gone, and deleted when asked', async ({
	page,
}) => {
	const host = await openHost();
	await install(page, host.site);
	await page.goto(`${host.site}/offline/`);
	const row = page.locator('[data-offline-packs] li').filter({ hasText: 'Durov says' });
	await expect(row).toContainText('not kept');
	await row.getByRole('button', { name: /^Keep/ }).click();
	await expect(page.getByRole('status')).toContainText('Kept on this device', { timeout: 60_000 });
	await expect(
		page.locator('[data-offline-packs] li').filter({ hasText: 'Durov says' }),
	).toContainText(/^(?!.*not kept).*kept/);
	await host.stop();

	await page.goto(`${host.site}/a/5/`);
	await expect(page.locator('.reading').first()).toBeVisible();
	await page.goto(`${host.site}/a/5/cite/`);
	await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('Offline');

	await page.goto(`${host.site}/offline/`);
	await page
		.locator('[data-offline-packs] li')
		.filter({ hasText: 'Durov says' })
		.getByRole('button', { name: /^Delete/ })
		.click();
	await expect(page.getByRole('status')).toContainText('Deleted');
	await page.goto(`${host.site}/a/5/cite/`);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Offline');
});

test('a server that fails never replaces a page that is held', async ({ page }) => {
	const host = await openHost();
	await install(page, host.site);
	await page.goto(`${host.site}/a/3/`);
	const words = await page.locator('#p2').innerText();
	host.fail();
	for (const _ of ['once', 'twice']) {
		await page.goto(`${host.site}/a/3/`);
		expect(await page.locator('#p2').innerText()).toBe(words);
	}
	await host.stop();
	await page.goto(`${host.site}/a/3/`);
	expect(await page.locator('#p2').innerText()).toBe(words);
});

test('without room for the search the site works on line, and the offline page says so', async ({
	page,
}) => {
	const host = await openHost();
	await setQuota(page, host.site, 200_000);
	await page.goto(`${host.site}/offline/`);
	await expect(page.getByRole('status')).toContainText('no room left');
	await page.goto(`${host.site}/a/2/`);
	await expect(page.locator('.reading').first()).toBeVisible();
	expect(await searchFor(page, host.site, 'encryption keys')).not.toEqual([]);
	expect(await page.evaluate(() => navigator.serviceWorker.controller)).toBeNull();

	// When there is room again, the next page has the site installed.
	await setQuota(page, host.site, 50_000_000);
	await install(page, host.site);
	await closeHost(host);
	expect(await searchFor(page, host.site, 'encryption keys')).not.toEqual([]);
});

test('where room runs out, what is held stays, pages are shown and the download says so', async ({
	page,
}) => {
	const host = await openHost();
	await install(page, host.site);
	await page.goto(`${host.site}/a/3/`);
	const words = await page.locator('#p2').innerText();
	const usage = await page.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0);
	await setQuota(page, host.site, usage + 500_000);
	await page.goto(`${host.site}/offline/`);
	await page.getByRole('button', { name: 'Keep: The whole archive' }).click();
	await expect(page.getByRole('status')).toContainText('no room left');
	await expect(page.getByRole('status')).toContainText('What was fetched so far is kept');
	const row = page.locator('[data-offline-packs] li').first();
	await expect(row).toContainText('kept in part');

	await setQuota(page, host.site, 1000);
	for (const path of ['a/2/', 'types/', 'events/']) {
		await page.goto(`${host.site}/${path}`);
		await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('Offline');
	}
	expect(await searchFor(page, host.site, 'encryption keys')).not.toEqual([]);
	await host.stop();
	await page.goto(`${host.site}/a/3/`);
	expect(await page.locator('#p2').innerText()).toBe(words);
	await closeHost(host);
});

/** Let the browser give the site so much room, in bytes, and no more. */
async function setQuota(page: Page, site: string, quotaSize: number): Promise<void> {
	const session = await page.context().newCDPSession(page);
	await session.send('Storage.overrideQuotaForOrigin', { origin: new URL(site).origin, quotaSize });
}

test.describe('an installed index that is not whole', () => {
	// What is missing is logged by the browser.
	test.use({
		expected: /ERR_CONNECTION_REFUSED|ERR_FAILED|^Failed to load |Failed to fetch/,
	});

	test('whatever file of the installed index is lost or damaged, the search says that it is incomplete', async ({
		page,
	}) => {
		const host = await openHost();
		await install(page, host.site);
		const files = await page.evaluate(listHeldIndex);
		expect(files.length).toBeGreaterThan(2);
		await host.stop();
		const random = seeded(20_261_127);
		const pick = <Item>(items: readonly Item[]) =>
			items[Math.floor(random() * items.length)] as Item;
		const queries = ['encryption', '"carries a"', 'ключами', 'Durov -telegram', 'terminal encrypt'];
		for (let run = 0; run < 50; run++) {
			const file = pick(files);
			const kind = pick(['lost', 'cut', 'changed'] as const);
			const query = pick(queries);
			const about = `${run}: ${file} ${kind}, ${query}`;
			const bytes = await page.evaluate(takeHeld, file);
			const whole = Buffer.from(bytes);
			const at = random();
			if (kind !== 'lost')
				await page.evaluate(putHeld, { file, bytes: [...harm(whole, kind, at)] });
			await page.goto(`${host.site}/search/?q=${encodeURIComponent(query)}`);
			const status = page.getByRole('status').first();
			await expect(status, about).toContainText(
				/The search is incomplete: .* could not be read|could not be loaded/,
			);
			await expect(status, about).not.toContainText(/Nothing found|Nowhere in the archive/);
			await page.evaluate(putHeld, { file, bytes });
			await page.locator('[data-search] button').click();
			await expect(status, about).toContainText(/^\d+ passages? found/);
			await expect(status, about).not.toContainText('incomplete');
		}
		await closeHost(host);
	});
});

/** List the files of the index that the worker holds, but for those that Pagefind’s engine alone reads. */
async function listHeldIndex(): Promise<string[]> {
	const [name = ''] = (await caches.keys()).filter((one) => one.includes('precache'));
	const held = await (await caches.open(name)).keys();
	return held.map(({ url }) => url).filter((url) => /\/pagefind\/(?:index|texts)\//.test(url));
}

/** Take a file from what the worker holds; returns its bytes. */
async function takeHeld(file: string): Promise<number[]> {
	const [name = ''] = (await caches.keys()).filter((one) => one.includes('precache'));
	const cache = await caches.open(name);
	const response = await cache.match(file);
	if (!response) throw new Error(`${file} is not held.`);
	await cache.delete(file);
	return [...new Uint8Array(await response.arrayBuffer())];
}

async function putHeld({ file, bytes }: { file: string; bytes: number[] }): Promise<void> {
	const [name = ''] = (await caches.keys()).filter((one) => one.includes('precache'));
	await (await caches.open(name)).put(file, new Response(new Uint8Array(bytes)));
}
