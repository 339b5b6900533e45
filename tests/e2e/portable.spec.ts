import { execFileSync } from 'node:child_process';
import {
	cpSync,
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from '@playwright/test';
import { layPortable, makeFolder } from '../build-site.ts';
import { seeded } from './harm.ts';
import { expect, listPaintedFaces, pageTypes, sites, test } from './site-test.ts';

// Opened from a folder, where a server, a module and a fetch are not to be had.
test.use({ expected: /^(?!)/ });
let folder: string;
const addressOf = (path: string, query = '', copy = folder) =>
	pathToFileURL(join(copy, path)).href + query;

test.beforeAll(() => {
	folder = layPortable();
});
test.afterAll(() => {
	rmSync(folder, { recursive: true, force: true });
});

async function search(page: Page, query: string, copy = folder): Promise<string> {
	await page.goto(addressOf('search/index.html', `?q=${encodeURIComponent(query)}`, copy));
	const status = page.getByRole('status');
	await expect(status).toHaveText(/found|could not be (?:read|loaded)/);
	return (await status.textContent()) ?? '';
}

const linksOf = (page: Page) =>
	page.locator('.results a').evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''));

test('every type of page shows what it shows on line', async ({ page }) => {
	for (const [name, site, path] of pageTypes) {
		if (site !== sites.archive || /offline|search|nowhere/.test(path)) continue;
		await page.goto(site() + path);
		const words = await page.locator('main').innerText();
		await page.goto(addressOf(`${path}index.html`));
		expect(await page.locator('main').innerText(), name).toBe(words);
		await expect(page.locator('.opened-alone')).toBeHidden();
	}
});

test('text is set in the faces of the site, not in those that stand in for them', async ({
	page,
}) => {
	await page.goto(addressOf('a/3/index.html'));
	await page.evaluate(() => document.fonts.ready);
	expect(await listPaintedFaces(page, '#p1 .reading')).toMatchObject([
		{ familyName: 'Literata', isCustomFont: true },
	]);
});

test('a reader goes from the first page through the search to a passage and back', async ({
	page,
}) => {
	await page.goto(addressOf('START-HERE.html'));
	await page.getByRole('link', { name: 'Open the archive' }).click();
	await page.locator('input[type=search]').fill('terminal encryption');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('status')).toContainText('found');
	await page.getByLabel('Severity').selectOption('major');
	await expect(page).toHaveURL(/severity=major/);
	const first = page.locator('.results .hit a').first();
	const target = /#(.*)$/.exec((await first.getAttribute('href')) ?? '')?.[1] ?? '';
	await first.click();
	await expect(page.locator(`[id="${target}"]`)).toBeInViewport();
	await page.goBack();
	await expect(page.getByLabel('Severity')).toHaveValue('major');
	await expect(page.getByRole('status')).toContainText('found');
});

test('a search finds what it finds on line, in the same order', async ({ page }) => {
	for (const query of ['encryption keys', '"the keys" -durov', 'ключами', 'telegr', 'xyzzy']) {
		await page.goto(`${sites.archive()}/search/?q=${encodeURIComponent(query)}`);
		const status = page.getByRole('status');
		await expect(status).toContainText(/found/i);
		const said = await status.textContent();
		const links = await linksOf(page);
		expect(await search(page, query)).toBe(said);
		expect((await linksOf(page)).map((link) => link.replace('index.html', ''))).toEqual(links);
	}
});

test('what is copied names the archive’s address and never the folder', async ({ page }) => {
	await page.goto(addressOf('a/3/index.html'));
	const copied = await page.evaluate(() => {
		const text = document.querySelector('#p2 .reading') as HTMLElement;
		getSelection()?.selectAllChildren(text);
		const data = new DataTransfer();
		document.dispatchEvent(new ClipboardEvent('copy', { clipboardData: data, bubbles: true }));
		return data.getData('text/plain');
	});
	expect(copied).toContain('/a/3/#p2');
	expect(copied).not.toMatch(/file:|index\.html/);
});

test.describe('a copy that is not whole', () => {
	// What is missing is logged by the browser.
	test.use({
		expected:
			/ERR_FILE_NOT_FOUND|^Failed to load the |Invalid or unexpected token|Unexpected end of input|missing \) after|is not defined|to be correctly encoded/,
	});

	test('whatever file of the index is lost or damaged, the search says that it is incomplete', async ({
		page,
	}) => {
		const random = seeded(20_261_127);
		const pick = <Item>(items: readonly Item[]) =>
			items[Math.floor(random() * items.length)] as Item;
		const queries = ['encryption', '"carries a"', 'ключами', 'Durov -telegram', 'terminal encrypt'];
		const copy = join(makeFolder('damaged'), basename(folder));
		cpSync(folder, copy, { recursive: true });
		const chunks = join(copy, 'pagefind/chunks');
		const files = readdirSync(chunks);
		expect(files.length).toBeGreaterThan(2);
		for (let run = 0; run < 50; run++) {
			const file = join(chunks, pick(files));
			const kind = pick(['lost', 'cut', 'changed'] as const);
			const query = pick(queries);
			const about = `${run}: ${basename(file)} ${kind}, ${query}`;
			const whole = readFileSync(file);
			const at = random();
			if (kind === 'lost') rmSync(file);
			else writeFileSync(file, harmChunk(whole.toString('utf8'), kind, at));
			// A script that is damaged may be none any more, which the browser logs.
			const said = await search(page, query, copy);
			expect(said, about).toMatch(
				/The search is incomplete: .* could not be read|could not be loaded/,
			);
			expect(said, about).not.toMatch(/Nothing found|Nowhere in the archive/);
			writeFileSync(file, whole);
			await page.locator('[data-search] button').click();
			await expect(page.getByRole('status'), about).toContainText(/^\d+ passages? found/);
			await expect(page.getByRole('status'), about).not.toContainText('incomplete');
		}
		rmSync(copy, { recursive: true });
	});

	test('a page that is opened alone says what is missing', async ({ page }) => {
		const alone = makeFolder('alone');
		cpSync(join(folder, 'index.html'), join(alone, 'index.html'));
		await page.goto(addressOf('index.html', '', alone));
		await expect(page.locator('.opened-alone')).toBeVisible();
		mkdirSync(join(alone, 'search'));
		cpSync(join(folder, 'search/index.html'), join(alone, 'search/index.html'));
		await page.goto(addressOf('search/index.html', '', alone));
		await expect(page.locator('.opened-alone')).toContainText('Unpack the whole zip');
		await expect(page.getByRole('status')).toContainText('cannot run the search');
	});
});

test('two editions of one site are the same bytes, and the sums hold', () => {
	const again = layPortable();
	const zips = [folder, again].map((one) => readFileSync(join(one, '../portable.zip')));
	expect(zips[0]?.equals(zips[1] ?? Buffer.of())).toBe(true);
	execFileSync('sha256sum', ['--check', '--quiet', 'SHA256SUMS'], { cwd: folder });
	const listed = readFileSync(join(folder, 'SHA256SUMS'), 'utf8').trim().split('\n').length;
	const there = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) =>
		one.isFile(),
	).length;
	expect(listed).toBe(there - 1);
	expect(existsSync(join(folder, 'service-worker.js'))).toBe(false);
	rmSync(again, { recursive: true });
});

/** Cut the script of a file short, or change one character of what it hands over. */
function harmChunk(script: string, kind: 'cut' | 'changed', at: number): string {
	if (kind === 'cut') return script.slice(0, Math.floor(at * (script.length - 1)));
	// The first ten bytes of gzip say when and where it was packed, and of the last not every bit counts.
	const [start, end] = [script.indexOf('","') + 3 + 14, script.lastIndexOf('"') - 4];
	const place = start + Math.floor(at * (end - start));
	return script.slice(0, place) + (script[place] === 'A' ? 'B' : 'A') + script.slice(place + 1);
}
