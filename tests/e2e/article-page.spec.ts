import type { Page } from '@playwright/test';
import { expect, sites, test } from './site-test.ts';

const desktop = { width: 1280, height: 900 };

/** The boxes of all lines of the text, in pixels from the head of the page. */
async function linesOf(page: Page) {
	return page.locator('.layer-texts > p').evaluateAll((all) => {
		const origin = document.body.getBoundingClientRect().top;
		return all
			.filter((one) => one.checkVisibility())
			.flatMap((one) => {
				const range = document.createRange();
				range.selectNodeContents(one);
				return [...range.getClientRects()].map(({ left, top, width }) => ({
					left,
					top: top - origin,
					width,
				}));
			});
	});
}

type Line = { left: number; top: number; width: number };

/** The furthest that any line moved or grew, in pixels; endless where there are more lines or fewer. */
function howFarMoved(before: Line[], after: Line[]): number {
	if (before.length !== after.length) return Infinity;
	const moved = before.flatMap((line, at) =>
		(['left', 'top', 'width'] as const).map((side) =>
			Math.abs(line[side] - (after[at]?.[side] ?? Infinity)),
		),
	);
	return Math.max(...moved);
}

async function shownNotes(page: Page) {
	return page
		.locator('.note')
		.evaluateAll((all) =>
			all.filter((one) => getComputedStyle(one).visibility === 'visible').map((one) => one.id),
		);
}

for (const javaScriptEnabled of [true, false]) {
	const how = javaScriptEnabled ? 'with JavaScript' : 'without JavaScript';
	test.describe(how, () => {
		test.use({ javaScriptEnabled, viewport: desktop });

		test(`notes are chosen by severity and type, and no line of the text moves, ${how}`, async ({
			page,
		}) => {
			await page.goto(`${sites.fixture()}/a/1/`);
			await page.evaluate(() => document.fonts.ready);
			const all = await shownNotes(page);
			const lines = await linesOf(page);
			expect(lines.length).toBeGreaterThan(4);
			for (const [field, value, selector] of [
				['Severity', 'critical', '.note.critical'],
				['Severity', 'major', '.note.major'],
				['Severity', 'none', '.note.none'],
				['Severity', '', '.note'],
				['Type', 'capture', '.note.capture'],
				['Type', 'linguistic', '.note.linguistic'],
				['Type', '', '.note'],
			] as const) {
				await page.locator('form.layers').getByLabel(field).selectOption(value);
				const wanted = await page.locator(selector).evaluateAll((some) => some.map(({ id }) => id));
				expect(await shownNotes(page)).toEqual(wanted);
				expect(howFarMoved(lines, await linesOf(page))).toBeLessThanOrEqual(1);
				const links = await page
					.locator('.captured .ref')
					.evaluateAll(
						(some) => some.filter((one) => getComputedStyle(one).visibility === 'visible').length,
					);
				expect(links).toBe(wanted.length);
			}
			expect(await shownNotes(page)).toEqual(all);
		});

		test(`words planted by the host are covered until a reader asks for them, ${how}`, async ({
			page,
		}) => {
			await page.goto(`${sites.fixture()}/a/4/`);
			const planted = page.locator('.planted');
			expect(await planted.count()).toBeGreaterThan(1);
			for (const one of await planted.all()) await expect(one).toBeHidden();
			for (const cover of await page.locator('.cover').all()) await expect(cover).toBeVisible();
			await page.getByLabel('show words planted by the host').check();
			for (const one of await planted.all()) await expect(one).toBeVisible();
			for (const cover of await page.locator('.cover').all()) await expect(cover).toBeHidden();
		});
	});
}

test.describe('with room beside the text', () => {
	test.use({ viewport: desktop });

	test('a note stands level with its mark, or right after the note that has taken its line', async ({
		page,
	}) => {
		await page.goto(`${sites.fixture()}/a/1/`);
		await page.evaluate(() => document.fonts.ready);
		const rows = await page.locator('.paragraph').evaluateAll((paragraphs) =>
			paragraphs.flatMap((paragraph) => {
				const text = paragraph.querySelector('.layer-texts')?.getBoundingClientRect();
				const list = paragraph.querySelector('.notes');
				if (!text || !list || getComputedStyle(list).columnCount !== 'auto') return [];
				return [...list.querySelectorAll('.note')].map((note, index, all) => {
					const mark = paragraph.querySelector(`.captured .ref[href="#${note.id}"]`);
					const box = note.getBoundingClientRect();
					return {
						isBeside: box.left >= text.right,
						top: box.top,
						mark: mark?.getBoundingClientRect().top ?? NaN,
						free: all[index - 1]?.getBoundingClientRect().bottom ?? text.top,
						leading: parseFloat(getComputedStyle(paragraph).lineHeight),
						fits: list.getBoundingClientRect().height <= text.height + 24,
					};
				});
			}),
		);
		expect(rows.length).toBeGreaterThan(2);
		for (const { isBeside, top, mark, free, leading, fits } of rows) {
			expect(isBeside).toBe(true);
			expect(top).toBeGreaterThanOrEqual(free - 1);
			if (fits && mark > free) expect(top - mark).toBeLessThan(leading);
		}
	});
});

test('what a reader chose stays in the address, over a reload and beside a place', async ({
	page,
}) => {
	await page.goto(`${sites.fixture()}/a/1/`);
	await page.getByLabel('reading version').check();
	await page.locator('form.layers').getByLabel('Severity').selectOption('critical');
	await expect(page).toHaveURL(/#&layer=reading&severity=critical$/);
	await page.goto(`${page.url().split('#')[0]}#p4`);
	await expect(page).toHaveURL(/#p4/);
	await page.goto('about:blank');
	await page.goto(`${sites.fixture()}/a/1/#p4&layer=reading&severity=critical`);
	await expect(page.getByLabel('reading version')).toBeChecked();
	await expect(page.locator('form.layers').getByLabel('Severity')).toHaveValue('critical');
	await expect(page.locator('#p4 .reading')).toBeVisible();
	await expect(page.locator('#p4')).toBeInViewport();
	await page.locator('#p4 .number a').click();
	await expect(page).toHaveURL(/#p4&layer=reading&severity=critical$/);
});

test('next and previous lead from note to note and pass over hidden ones', async ({ page }) => {
	await page.goto(`${sites.fixture()}/a/1/#note-carries-opening`);
	await page.locator('#note-carries-opening').getByRole('link', { name: 'next' }).click();
	await expect(page).toHaveURL(/#note-of-the-new-bridge/);
	await page.locator('form.layers').getByLabel('Severity').selectOption('major');
	await page.goto(`${sites.fixture()}/a/1/#note-carries-opening&severity=major`);
	await page.locator('#note-carries-opening').getByRole('link', { name: 'next' }).click();
	await expect(page).toHaveURL(/#note-carries-ban/);
	await expect(page.locator('#note-carries-ban .back').first()).toBeFocused();
});

test('copied words carry their warning, citation and address, or go alone when asked', async ({
	page,
	context,
}) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	await page.goto(`${sites.fixture()}/a/1/`);
	const select = () =>
		page.locator('#p4 .captured').evaluate((one) => getSelection()?.selectAllChildren(one));
	const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
	const words = (await page.locator('#p4 .captured').textContent()) ?? '';
	await select();
	await page.keyboard.press('ControlOrMeta+c');
	const copied = await clipboard();
	expect(copied).toContain(words);
	expect(copied).toContain('Do not quote it as anyone’s words.');
	expect(copied).toMatch(/machine translation/i);
	expect(copied).toContain('/a/1/#p4');
	await expect(page.locator('.copied')).toContainText('Copied with its warning');
	await page.getByRole('button', { name: 'Copy the words alone' }).click();
	await expect(page.locator('.copied')).toContainText('Copied the words alone.');
	expect(await clipboard()).toBe(words);
	await page.keyboard.press('Escape');
	await expect(page.locator('.copied')).toBeHidden();
});

for (const javaScriptEnabled of [true, false]) {
	const how = javaScriptEnabled ? 'with JavaScript' : 'without JavaScript';
	test.describe(`on a phone, ${how}`, () => {
		test.use({ javaScriptEnabled, viewport: { width: 360, height: 720 } });

		test(`an address of a part of the page leads there, ${how}`, async ({ page }) => {
			const address = `${sites.archive()}/a/1/`;
			await page.goto(address);
			const ids = await page
				.locator('.paragraph, .note, .ref[id]')
				.evaluateAll((all) => all.map(({ id }) => id));
			expect(ids.length).toBeGreaterThan(100);
			for (const id of ids.filter((_, at) => at % 9 === 0)) {
				await page.goto('about:blank');
				await page.goto(`${address}#${id}`);
				await expect(page.locator(`[id="${id}"]`)).toBeInViewport();
			}
		});

		test(`a page loaded again is where it was, ${how}`, async ({ page }) => {
			await page.goto(`${sites.archive()}/a/1/`);
			const text = page.locator('#p5 .reading');
			for (const _ of ['to come near', 'to be there'])
				await text.evaluate((one) => {
					one.scrollIntoView();
				});
			await expect(text).toBeInViewport();
			await page.reload();
			await expect(text).toBeInViewport();
		});
	});
}
