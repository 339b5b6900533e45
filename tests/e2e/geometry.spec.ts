import type { Page } from '@playwright/test';
import { findLayoutFaults } from './layout-faults.ts';
import { expect, keepFaces, pageTypes, sites, test } from './site-test.ts';

// Text spacing is set from outside, as a reader's own sheet would; the pages' policy allows no such thing.
test.use({ bypassCSP: true });

const windows = [
	{ name: '320 px', width: 320, height: 800 },
	{ name: '768 px', width: 768, height: 1024 },
	{ name: '1280 px', width: 1280, height: 800 },
	{ name: '1920 px', width: 1920, height: 1080 },
	{ name: '1280 × 1024 px at 400 %', width: 320, height: 256 },
];

/** What WCAG 1.4.12 lets a reader set. */
const textSpacing = `
	* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
	p { margin-block-end: 2em !important; }
`;

/** Measure a page as it is now, once its faces are there, all of it was in sight and it has come to rest. */
async function measure(page: Page): Promise<string[]> {
	await page.evaluate(async () => {
		await document.fonts.ready;
		const late = [...document.querySelectorAll('body *')].filter(
			(one) => getComputedStyle(one).contentVisibility === 'auto',
		);
		for (const part of [...late, document.body]) {
			part.scrollIntoView();
			for (const _ of [1, 2]) await new Promise(requestAnimationFrame);
		}
	});
	return page.evaluate(findLayoutFaults);
}

/** Measure a page in every window, and on the paper of a printer; returns each fault with where it is. */
async function measureEverywhere(page: Page, how: string): Promise<string[]> {
	const faults: string[] = [];
	for (const { name, ...viewport } of windows) {
		await page.setViewportSize(viewport);
		faults.push(...(await measure(page)).map((fault) => `${name}, ${how}: ${fault}`));
	}
	return faults;
}

const heavyPages: typeof pageTypes = [
	['article 1', sites.archive, '/a/1/'],
	['article 6, with its capture', sites.archive, '/a/6/'],
	['article 7, with its capture', sites.archive, '/a/7/'],
];

for (const [name, site, path] of [...pageTypes, ...heavyPages]) {
	test(`${name}: nothing overlaps, is cut off or scrolls sideways, at any width and spacing`, async ({
		page,
	}) => {
		await page.goto(site() + path);
		if (path.includes('?q=')) await expect(page.locator('.results li').first()).toBeVisible();
		const faults = await measureEverywhere(page, 'as it comes');
		await page.addStyleTag({ content: textSpacing });
		faults.push(...(await measureEverywhere(page, 'spaced')));
		expect(faults).toEqual([]);
	});
}

for (const [name, site, path] of [
	['article with its capture', sites.fixture, '/a/1/'],
	...heavyPages,
] as typeof pageTypes) {
	test(`${name}: nothing overlaps in any layer, with every note open, or on paper`, async ({
		page,
	}) => {
		await page.goto(site() + path);
		const faults: string[] = [];
		for (const input of await page.locator('.layers input').all()) {
			await input.check();
			faults.push(...(await measureEverywhere(page, (await input.getAttribute('id')) ?? '')));
		}
		await page.emulateMedia({ media: 'print' });
		await page.setViewportSize({ width: 718, height: 1047 });
		faults.push(...(await measure(page)).map((fault) => `paper: ${fault}`));
		expect(faults).toEqual([]);
	});
}

for (const [name, site, path] of [...pageTypes.slice(0, 1), ...heavyPages]) {
	test(`${name}: nothing overlaps on a first visit, which lacks some faces`, async ({ page }) => {
		await keepFaces(page, false);
		await page.goto(site() + path);
		await expect(page.locator('html')).not.toHaveAttribute('data-faces');
		expect(await measureEverywhere(page, 'first visit')).toEqual([]);
	});
}

for (const [name, site, path] of [...pageTypes.slice(1, 5), ...heavyPages])
	test(`${name}: on a phone the room kept for a paragraph not yet laid out is enough, and at most twice too much`, async ({
		page,
	}) => {
		for (const width of [320, 360, 412, 480]) {
			await page.setViewportSize({ width, height: 400 });
			await page.goto(site() + path);
			const shares = await page.locator('.paragraph').evaluateAll((all) =>
				all.map((one) => {
					const { containIntrinsicBlockSize, contentVisibility } = getComputedStyle(one);
					const kept = parseFloat(containIntrinsicBlockSize.replace('auto', ''));
					one.style.contentVisibility = 'visible';
					const share = kept / one.getBoundingClientRect().height;
					one.style.contentVisibility = '';
					return { id: one.id, contentVisibility, share };
				}),
			);
			for (const { id, contentVisibility, share } of shares) {
				expect(contentVisibility, `#${id} at ${width} px`).toBe('auto');
				expect(share, `#${id} at ${width} px`).toBeGreaterThan(1);
				expect(share, `#${id} at ${width} px`).toBeLessThan(2.2);
			}
		}
	});

test('the measure finds what is planted: an overlap, a text cut off, a page too wide', async ({
	page,
}) => {
	const planted = (styles: string) =>
		page.setContent(`<!DOCTYPE html><style>body { margin: 0; width: 300px } ${styles}</style>
			<p id="one">The first paragraph.</p>
			<p id="two">The second paragraph.</p>
			<div id="table"><p>${'wide '.repeat(200)}</p></div>`);
	await page.setViewportSize({ width: 320, height: 800 });

	await planted('#table { overflow-x: auto } #table p { white-space: nowrap }');
	expect(await measure(page)).toEqual([]);
	await planted('#two { margin-top: -2em }');
	expect(await measure(page)).toEqual([
		'over one another: p#one “The first paragraph.” and p#two “The second paragraph.”',
	]);
	await planted('#table { overflow-x: hidden } #table p { white-space: nowrap }');
	expect(await measure(page)).toEqual([expect.stringMatching(/^cut off: div#table/)]);
	await planted('#table p { white-space: nowrap }');
	expect(await measure(page)).toEqual([
		expect.stringMatching(/^sideways: the page is \d+ px wide in a window of 320 px$/),
		expect.stringMatching(/^outside: p “wide/),
	]);
	await planted('#one { margin-inline-start: -3em }');
	expect(await measure(page)).toEqual([expect.stringMatching(/^outside: p#one/)]);
});
