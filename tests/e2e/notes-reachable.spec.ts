import type { Page } from '@playwright/test';
import { hasPdfToText, readOn, readPrintedWords, squeeze } from './printed-words.ts';
import { expect, sites, test } from './site-test.ts';
import { readSourceNotes } from './source-notes.ts';

const archive = 'content/articles';
const articles = [
	['article 1', sites.archive, archive, 1],
	['article 6, with its capture', sites.archive, archive, 6],
	['article 7, with its capture', sites.archive, archive, 7],
	['test article', sites.fixture, 'tests/fixtures/archive/articles', 1],
	['hostile article', sites.fixture, 'tests/fixtures/hostile/articles', 4],
] as const;

/**
 * Find the ids of the notes in `part` that a reader reaches on the page as it is: the note is seen, its explanation is
 * seen or one press from it, and where the captured text shows its mark, a link leads to it. With
 * `isFollowed`, each note's address is followed and its explanation must then be seen.
 */
function findReachable(part: Element, isFollowed: boolean): string[] {
	const isSeen = (element: Element | null | undefined): boolean =>
		element?.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }) === true &&
		[...element.getClientRects()].some(({ width, height }) => width > 0 && height > 0);
	const linked = new Set(
		[...part.querySelectorAll('a[href^="#note-"]')]
			.filter(isSeen)
			.map((link) => link.getAttribute('href')),
	);
	const isCaptureShown = isSeen(part.querySelector('.captured'));
	return [...part.querySelectorAll('[id^="note-"]')]
		.filter((note) => {
			if (!isSeen(note) || (isCaptureShown && !linked.has(`#${note.id}`))) return false;
			const why = note.querySelector('.why');
			if (isFollowed) location.hash = `#${note.id}`;
			return (
				isSeen(why) || (!isFollowed && isSeen(why?.closest('details')?.querySelector('summary')))
			);
		})
		.map((note) => note.id.slice('note-'.length));
}

/** Find them in every paragraph in turn, as a reader scrolls: one far away may not be laid out yet. */
async function findReachableScrolling(page: Page, isFollowed: boolean): Promise<string[]> {
	const reached = new Set<string>();
	for (const paragraph of await page.locator('.paragraph').all()) {
		for (const at of ['start', 'end'] as const) {
			await paragraph.evaluate((one, block) => {
				one.scrollIntoView({ block });
			}, at);
			await expect
				.poll(() =>
					paragraph.evaluate((one) => one.checkVisibility({ contentVisibilityAuto: true })),
				)
				.toBe(true);
			for (const id of await paragraph.evaluate(findReachable, isFollowed)) reached.add(id);
		}
	}
	return [...reached];
}

for (const javaScriptEnabled of [true, false]) {
	const how = javaScriptEnabled ? 'with JavaScript' : 'without JavaScript';
	test.describe(how, () => {
		test.use({ javaScriptEnabled });

		for (const [name, site, folder, number] of articles)
			test(`${name}: every note of the source is reached at any width, in any layer, ${how}`, async ({
				page,
			}) => {
				const expected = readSourceNotes(folder, number)
					.map(({ id }) => id)
					.toSorted();
				await page.goto(`${site()}/a/${number}/`);
				for (const width of [320, 768, 1280, 1920]) {
					await page.setViewportSize({ width, height: 800 });
					const layers = await page.locator('.layers input[type=radio]').all();
					for (const layer of layers.length > 0 ? layers : [undefined]) {
						await layer?.press('Space');
						const reached = await findReachableScrolling(page, false);
						expect(reached.toSorted(), `at ${width} px`).toEqual(expected);
					}
				}
				await page.reload();
				const opened = await findReachableScrolling(page, true);
				expect(opened.toSorted()).toEqual(expected);
			});
	});
}

// Words that turn the direction of their line, as the hostile article has, come out of a PDF in another order.
for (const [name, site, folder, number] of articles.filter(([one]) => one !== 'hostile article'))
	test(`${name}: every note of the source is on paper, its number before its words`, async ({
		page,
	}, testInfo) => {
		test.skip(!hasPdfToText(), 'pdftotext is missing (Debian: apt-get install poppler-utils)');
		await page.goto(`${site()}/a/${number}/`);
		const notes = readSourceNotes(folder, number);
		const numbers = await page.evaluate(
			(ids) =>
				ids.map((id) => document.querySelector(`[id="note-${id}"] .back`)?.textContent.trim()),
			notes.map(({ id }) => id),
		);
		expect(numbers.map(Number).toSorted((a, b) => a - b)).toEqual(
			notes.map((_, index) => index + 1),
		);
		const path = testInfo.outputPath('article.pdf');
		await page.pdf({ path, format: 'A4' });
		const words = readPrintedWords(path);
		const lost = notes.filter(({ captured, isMasked }, index) => {
			const lemma = squeeze(captured);
			return !words
				.filter(({ text }) => text.replace(/\W+$/, '') === numbers[index])
				.map((word) => squeeze(readOn(words, word)))
				.some(
					(line) =>
						isMasked ||
						lemma === '' ||
						(line !== '' && (line.startsWith(lemma) || lemma.startsWith(line))),
				);
		});
		expect(lost.map(({ id }) => id)).toEqual([]);
		const printed = squeeze(words.map(({ text }) => text).join(''));
		for (const { captured, isMasked } of notes)
			if (isMasked) expect(printed).not.toContain(squeeze(captured));
	});

test('a note that is hidden, unexplained or led to by nothing counts as lost', async ({ page }) => {
	await page.setContent(`<!DOCTYPE html><p class="captured">Text<a href="#note-one">1</a><a
		href="#note-hidden">2</a><a href="#note-unexplained">3</a><a href="#note-one"></a></p>
		<p id="note-one"><span class="why">Why.</span></p>
		<p id="note-hidden" hidden><span class="why">Why.</span></p>
		<p id="note-unexplained"><span class="why" hidden>Why.</span></p>
		<p id="note-unlinked"><span class="why">Why.</span></p>`);
	for (const isFollowed of [false, true])
		expect(await page.locator('body').evaluate(findReachable, isFollowed)).toEqual(['one']);
});
