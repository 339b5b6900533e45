import type { ChildProcess } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { hosts, isInstalled, startHost } from './hosts.ts';
import { expect, sites, test } from './site-test.ts';

// Every server has a port of its own, since tests run beside one another.
let port = 4700;

for (const host of hosts)
	for (const folder of ['', '/x/y']) {
		const where = folder === '' ? 'at its root' : `in its folder ${folder}/`;
		const at = ++port;
		test.describe(`${host.name}, the site ${where}`, () => {
			test.skip(!isInstalled(host.program), `${host.program} is not installed`);
			// One server for all tests of the group.
			test.describe.configure({ mode: 'serial' });
			const site = `http://localhost:${at}${folder}`;
			let server: ChildProcess | undefined;
			test.beforeAll(async () => {
				server = await startHost(host, folder, at);
			});
			test.afterAll(() => {
				server?.kill();
			});

			test('a reader goes from the home page to an article and finds it again', async ({
				page,
			}) => {
				await page.goto(`${site}/`);
				await page.locator('a[href$="a/3/"]').first().click();
				await expect(page).toHaveURL(`${site}/a/3/`);
				await expect(page.locator('.reading').first()).toHaveCSS('line-height', /px$/);
				expect(await page.evaluate(() => document.styleSheets.length)).toBeGreaterThan(0);

				const query = '/search/?q=cooperation+authorities';
				const found: string[][] = [];
				for (const address of [sites.archive() + query, site + query]) {
					await page.goto(address);
					await expect(page.getByRole('status')).toContainText('found');
					await expect(page.locator('.results a').first()).toBeVisible();
					found.push(
						await page
							.locator('.results a')
							.evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? '')),
					);
				}
				expect(found[0]?.length).toBeGreaterThan(0);
				expect(found[1]).toEqual(found[0]);
				await page.locator('.results a[href*="#"]').first().click();
				await expect(page).toHaveURL(/\/a\/\d+\/(\?[^#]*)?#/);
				expect(page.url()).toContain(site);
			});

			test('an address without its last slash leads to the page', async ({ request }) => {
				const response = await request.get(`${site}/a/3`);
				expect(response.url()).toBe(`${site}/a/3/`);
				expect(await response.text()).toContain('id="p1"');
			});

			test('a missing page is said to be missing', async ({ request }) => {
				const response = await request.get(`${site}/a/3333/`);
				expect(response.status()).toBe(404);
				if (host.hasNotFoundPage)
					expect(await response.text()).toContain('Nothing stands at this address');
			});

			test('every kind of file is served as what it is', async ({ request }) => {
				const kinds = {
					'a/3/': /^text\/html/,
					'feeds/all.atom': /^application\/(atom\+)?xml/,
					'data/notes.csv': /^text\/csv/,
					'addresses.json': /^application\/json/,
					'favicon.svg': /^image\/svg\+xml/,
				};
				for (const [path, type] of Object.entries(kinds)) {
					const { headers, ok } = await request
						.get(`${site}/${path}`)
						.then((response) => ({ headers: response.headers(), ok: response.ok() }));
					expect(ok, path).toBe(true);
					if (host.setsHeaders) expect(headers['content-type'], path).toMatch(type);
				}
			});

			test('browsers are told what to keep and what to ask for again', async ({ request }) => {
				test.skip(!host.setsHeaders, 'Python’s server sets no such headers');
				const [sheet] = readdirSync('dist/_astro').filter((name) => name.endsWith('.css'));
				const [chunk] = readdirSync('dist/pagefind/index');
				const [texts] = readdirSync('dist/pagefind/texts').filter((name) => /\d/.test(name));
				for (const [path, kept] of [
					[`_astro/${sheet ?? ''}`, 'public, max-age=31536000, immutable'],
					[`pagefind/index/${chunk ?? ''}`, 'public, max-age=31536000, immutable'],
					[`pagefind/texts/${texts ?? ''}`, 'public, max-age=31536000, immutable'],
					['pagefind/texts/directory.packed', 'no-cache'],
					['pagefind/pagefind-entry.json', 'no-cache'],
					['a/3/', 'no-cache'],
				] as const) {
					const response = await request.get(`${site}/${path}`);
					expect(response.ok(), path).toBe(true);
					expect(response.headers()['cache-control'], path).toBe(kept);
					expect(response.headers()['content-security-policy'], path).toBe(
						"frame-ancestors 'self'",
					);
				}
				expect((await request.get(`${site}/_headers`)).status()).toBe(404);
			});
		});
	}
