import { rmSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { fetchUpdate, install, openHost, searchFor } from './open-host.ts';
import { expect, test } from './site-test.ts';
import { expectOneBuild, expectOneSearch, expectWholeShell, stampBuild } from './stamp-build.ts';

test.use({
	serviceWorkers: 'allow',
	// A server that is gone, and files of a build that is gone from it.
	expected: /^Failed to load resource: (net::ERR_CONNECTION_REFUSED|.* 404 \(Not Found\))/,
});

// All in one worker of the tests: the builds take their time.
test.describe.configure({ mode: 'default' });
const builds: Record<string, string> = {};
test.beforeAll(async () => {
	for (const stamp of ['a', 'b', 'c']) builds[stamp] = await stampBuild(stamp);
});
test.afterAll(() => {
	for (const parent of Object.values(builds)) rmSync(parent, { recursive: true, force: true });
});

/** Open a page, expect it whole, and give its build. */
async function buildOf(page: Page, address: string): Promise<string> {
	await page.goto(address);
	return expectOneBuild(page);
}

async function keepPack(page: Page, site: string, title: string): Promise<void> {
	await page.goto(`${site}/offline/`);
	await page.getByRole('button', { name: `Keep: ${title}` }).click();
	await expect(page.getByRole('status')).toContainText('Kept on this device', { timeout: 60_000 });
}

test('an update that comes while the site is read never mixes two builds', async ({ page }) => {
	const host = await openHost(builds['a']);
	const { site } = host;
	await install(page, site);
	for (const path of ['a/3/', 'notes/', 'a/4/cite/'])
		expect(await buildOf(page, `${site}/${path}`)).toBe('a');
	const title = 'Durov says Roskomnadzor’s demand for keys shows ignorance of encryption';
	await keepPack(page, site, title);
	await searchFor(page, site, 'encryption');

	host.deploy(builds['b'] ?? '');
	expect(await expectOneSearch(page, ['a', 'b'])).toBe('a');
	expect(await buildOf(page, `${site}/a/2/`)).toBe('b');
	await fetchUpdate(page);
	const second = await page.context().newPage();
	for (const tab of [page, second]) {
		await searchFor(tab, site, 'encryption');
		expect(await expectOneSearch(tab, ['a', 'b'])).toBe('a');
		expect(await buildOf(tab, `${site}/offline/`)).toBe('a');
		expect(await buildOf(tab, `${site}/types/`)).toBe('b');
	}
	await host.stop();
	const held = { 'a/3/': 'a', 'notes/': 'a', 'a/4/cite/': 'a', 'a/5/cite/': 'a', 'a/2/': 'b' };
	for (const [path, build] of Object.entries(held))
		expect(await buildOf(page, `${site}/${path}`), path).toBe(build);
	await searchFor(page, site, 'encryption');
	await host.start();

	await second.goto(`${site}/offline/`);
	await second.getByRole('button', { name: 'Use it' }).click();
	await expect(second.getByText('A newer edition of the site is here')).toBeHidden();
	// The first tab has the search of the old build open; it turns to the new one by itself.
	await expect(page.locator('main')).toHaveAttribute('data-build', 'b');
	await expect(page.getByRole('status').first()).toContainText('found');
	expect(await expectOneSearch(page, ['a', 'b'])).toBe('b');
	await expectWholeShell(page);
	await expect(second.locator('[data-offline-packs] li').filter({ hasText: title })).toContainText(
		'an older edition is kept',
	);

	await host.stop();
	for (const [path, build] of Object.entries(held))
		expect(await buildOf(page, `${site}/${path}`), path).toBe(build);
	await searchFor(page, site, 'encryption');
	expect(await expectOneSearch(page, ['a', 'b'])).toBe('b');
	expect(host.asked).toEqual([]);
});

test('a build that is replaced while it is fetched is refused, and the next one is whole', async ({
	page,
}) => {
	const host = await openHost(builds['a']);
	await install(page, host.site);
	for (const [at, next] of [
		['pagefind/pagefind-entry.json', 'c'],
		['search/', 'b'],
	] as const) {
		host.deploy(builds[next === 'c' ? 'b' : 'c'] ?? '');
		host.onAsk = (address) => {
			if (address.endsWith(`/x/${at}`)) host.deploy(builds[next] ?? '');
		};
		await page.evaluate(async () => {
			const registration = await navigator.serviceWorker.getRegistration();
			await registration?.update();
			const worker = registration?.installing;
			await new Promise((done) => worker?.addEventListener('statechange', done));
		});
		host.onAsk = () => undefined;
		await expectWholeShell(page);
		await searchFor(page, host.site, 'encryption');
		expect(await expectOneSearch(page, ['a', 'b', 'c'])).toBe('a');
	}
	await fetchUpdate(page);
	await expectWholeShell(page);
	await page.goto(`${host.site}/offline/`);
	await page.getByRole('button', { name: 'Use it' }).click();
	await expect(page.locator('main')).toHaveAttribute('data-build', 'b');
	await searchFor(page, host.site, 'encryption');
	expect(await expectOneSearch(page, ['a', 'b', 'c'])).toBe('b');
	await host.stop();
});
