import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { listenOnLoopback, serveFolder } from '../../scripts/serve-folder.ts';
import { makeFolder } from '../build-site.ts';
import type { Page } from '@playwright/test';
import { expect, test } from './site-test.ts';

// Each test has a server that it can stop, and a worker that takes its time to be installed.
test.use({
	serviceWorkers: 'allow',
	expected:
		/^Failed to load resource: (net::ERR_CONNECTION_REFUSED|.* 500 \(Internal Server Error\))/,
});
let nextPort = 4810 + Number(process.env['TEST_PARALLEL_INDEX'] ?? 0) * 20;

/** A host of a copy of the site in a folder, which can go, fail and get another build. */
async function openHost() {
	const folder = makeFolder('offline-site');
	cpSync('dist', join(folder, 'x'), { recursive: true });
	const port = ++nextPort;
	let isFailing = false;
	const serve = serveFolder(folder);
	let servers: Server[] = [];
	const host = {
		site: `http://localhost:${port}/x`,
		folder: join(folder, 'x'),
		asked: [] as string[],
		fail: () => (isFailing = true),
		start: async () => {
			servers = await listenOnLoopback((request, response) => {
				host.asked.push(request.url ?? '');
				if (isFailing) response.writeHead(500).end('broken');
				else serve(request, response);
			}, port);
		},
		stop: async () => {
			for (const server of servers) {
				server.closeAllConnections();
				await new Promise((closed) => server.close(closed));
			}
			host.asked.length = 0;
			rmSync(folder, { recursive: true, force: true });
		},
	};
	await host.start();
	return host;
}

/** Load a page and wait until the worker answers for the site. */
async function install(page: Page, site: string): Promise<void> {
	await page.goto(`${site}/`);
	await page.evaluate(async () => navigator.serviceWorker.ready);
	await expect
		.poll(() =>
			page.evaluate(async () => {
				const registration = await navigator.serviceWorker.getRegistration();
				return registration?.active?.state;
			}),
		)
		.toBe('activated');
	await page.reload();
	expect(await page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
}

async function searchFor(page: Page, site: string, words: string): Promise<string[]> {
	await page.goto(`${site}/search/?q=${encodeURIComponent(words)}`);
	await expect(page.getByRole('status').first()).toContainText('found');
	return page
		.locator('.results a')
		.evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''));
}

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
	expect(host.asked).toEqual([]);
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

test('a device without room is told, and the site goes on', async ({ page }) => {
	const host = await openHost();
	await page.addInitScript(() => {
		const put = Cache.prototype.put;
		let left = 5;
		Cache.prototype.put = function (...what) {
			if (left-- > 0) return put.apply(this, what);
			return Promise.reject(new DOMException('no room', 'QuotaExceededError'));
		};
	});
	await install(page, host.site);
	await page.goto(`${host.site}/offline/`);
	await page.getByRole('button', { name: 'Keep: The whole archive' }).click();
	await expect(page.getByRole('status')).toContainText('no room left');
	await page.goto(`${host.site}/a/2/`);
	await expect(page.locator('.reading').first()).toBeVisible();
	await host.stop();
});

test('a new build waits, the old one stays whole, until the reader takes it', async ({ page }) => {
	const host = await openHost();
	await install(page, host.site);
	const before = await searchFor(page, host.site, 'encryption keys');
	// The next build: another entry of the index, and a worker that lists it.
	const entry = join(host.folder, 'pagefind/pagefind-entry.json');
	const old = readFileSync(entry, 'utf8');
	writeFileSync(entry, `${old} `);
	const worker = join(host.folder, 'service-worker.js');
	expect(existsSync(worker)).toBe(true);
	const changed = readFileSync(worker, 'utf8').replace(
		/(url:"pagefind\/pagefind-entry\.json",revision:")[0-9a-f]{4}/,
		'$10000',
	);
	expect(changed).not.toBe(readFileSync(worker, 'utf8'));
	writeFileSync(worker, changed);
	await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
	await expect
		.poll(() =>
			page.evaluate(async () =>
				Boolean((await navigator.serviceWorker.getRegistration())?.waiting),
			),
		)
		.toBe(true);
	const readEntry = () =>
		page.evaluate(async () => (await fetch('../pagefind/pagefind-entry.json?ts=1')).text());
	expect(await readEntry()).toBe(old);
	expect(await searchFor(page, host.site, 'encryption keys')).toEqual(before);

	await page.goto(`${host.site}/offline/`);
	await page.getByRole('button', { name: 'Use it' }).click();
	await expect(page.getByText('A newer edition of the site is here')).toBeHidden();
	await expect.poll(readEntry).toBe(`${old} `);
	await host.stop();
});
