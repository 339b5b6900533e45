import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { expect, sites, tabTo, test } from './site-test.ts';

const hostileCapture = readFileSync(
	'tests/fixtures/hostile/articles/4-hostile/capture.txt',
	'utf8',
);
const bridgeCapture = readFileSync(
	'tests/fixtures/archive/articles/1-new-bridge/capture.txt',
	'utf8',
);

for (const javaScriptEnabled of [true, false]) {
	const how = javaScriptEnabled ? 'with JavaScript' : 'without JavaScript';
	test.describe(how, () => {
		test.use({ javaScriptEnabled });

		test(`a mark leads to its note and back by keyboard, ${how}`, async ({ page }) => {
			await page.goto(`${sites.fixture()}/a/1/#p3`);
			await page.locator('.captured .ref[href="#note-carries-ban"]').focus();
			await page.keyboard.press('Enter');
			await expect(page).toHaveURL(/#note-carries-ban$/);
			await expect(page.locator('#note-carries-ban')).toBeInViewport();
			await page.keyboard.press('Tab');
			await expect(page.locator('#note-carries-ban .back:focus')).toHaveCount(1);
			await page.keyboard.press('Enter');
			await expect(page).toHaveURL(/#mark-\d+$/);
			await expect(page.locator('.captured .ref[href="#note-carries-ban"]')).toBeInViewport();
			await expect(page.locator('.captured .ref[href="#note-carries-ban"]')).toBeFocused();
		});

		test(`the layers are switched by keyboard, ${how}`, async ({ page }) => {
			await page.goto(`${sites.fixture()}/a/1/`);
			const captured = page.locator('#p3 .captured');
			const reading = page.locator('#p3 .reading');
			await expect(captured).toBeVisible();
			await expect(reading).toBeHidden();
			await tabTo(page, '#layer-captured');
			await page.keyboard.press('ArrowDown');
			await expect(captured).toBeHidden();
			await expect(reading).toBeVisible();
			await expect(page.locator('#note-carries-ban .to-reading')).toBeVisible();
			await page.keyboard.press('ArrowDown');
			await expect(captured).toBeVisible();
			await expect(reading).toBeVisible();
		});

		test(`a minor note is folded, and opens when its mark is followed, ${how}`, async ({
			page,
		}) => {
			await page.goto(`${sites.archive()}/a/1/`);
			const minor = page.locator('.note:has(details)').first();
			const why = minor.locator('.why');
			await expect(why).toBeHidden();
			const id = await minor.getAttribute('id');
			await page.goto(`${sites.archive()}/a/1/#${id}`);
			await expect(why).toBeVisible();
		});
	});
}

test('every paragraph shows the captured text character for character', async ({ page }) => {
	for (const [path, capture] of [
		['/a/1/', bridgeCapture],
		['/a/4/', hostileCapture],
	] as const) {
		await page.goto(sites.fixture() + path);
		const shown = await page
			.locator('.captured')
			.evaluateAll((all) => all.map((one) => one.textContent));
		expect(shown).toEqual(capture.split(/\r\n|\n|\r/).filter((line) => line.trim() !== ''));
	}
});

test('every note of the source is on the page, marked once, with its number', async ({ page }) => {
	await page.goto(`${sites.fixture()}/a/1/`);
	const source = readFileSync(
		'tests/fixtures/archive/articles/1-new-bridge/commentary.mdx',
		'utf8',
	);
	const ids = [...source.matchAll(/<Note id="([^"]+)"/g)].map((match) => match[1]);
	for (const id of ids) {
		await expect(page.locator(`#note-${id}`)).toHaveCount(1);
		await expect(page.locator(`.captured .ref[href="#note-${id}"]`)).toHaveCount(1);
	}
	const numbers = await page
		.locator('.captured .ref')
		.evaluateAll((all) => all.map((one) => Number(one.getAttribute('data-n'))));
	expect(numbers.toSorted((a, b) => a - b)).toEqual(ids.map((_, index) => index + 1));
});

test('hostile content is shown as text and nothing of it runs', async ({ page }) => {
	for (const path of ['/a/4/', '/', '/types/capture/injected-text/', '/search/?q=hacked']) {
		await page.goto(sites.fixture() + path);
		await page.waitForLoadState('networkidle');
		expect(await page.evaluate(() => 'hacked' in globalThis)).toBe(false);
		expect(await page.locator('main :is(script:not([src]), iframe, style, img)').count()).toBe(0);
		expect(await page.locator('a[href^="javascript:" i]').count()).toBe(0);
	}
	const record = parse(
		readFileSync('tests/fixtures/hostile/articles/4-hostile/record.yaml', 'utf8'),
	) as {
		title: { supplied: string };
	};
	await page.goto(`${sites.fixture()}/a/4/`);
	await expect(page.locator('h1')).toHaveText(record.title.supplied);
	// Words that turn the line's direction are kept from turning what follows them.
	await expect(page.locator('.hidden-character[data-character="U+202E"]').first()).toBeVisible();
});

test('paper gets every note, open, whatever the screen shows', async ({ page }) => {
	await page.goto(`${sites.archive()}/a/1/`);
	await page.emulateMedia({ media: 'print' });
	const hidden = await page
		.locator('.note .why')
		.evaluateAll(
			(all) => all.filter((one) => !one.checkVisibility({ contentVisibilityAuto: true })).length,
		);
	expect(hidden).toBe(0);
	expect(await page.locator('.note').count()).toBeGreaterThan(40);
});
