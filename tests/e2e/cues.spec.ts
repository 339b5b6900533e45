import { findCueFaults } from './cue-faults.ts';
import { expect, sites, test } from './site-test.ts';
import { readSourceNotes } from './source-notes.ts';

for (const [name, site, folder, number] of [
	['article 6', sites.archive, 'content/articles', 6],
	['article 7', sites.archive, 'content/articles', 7],
	['test article', sites.fixture, 'tests/fixtures/archive/articles', 1],
	['hostile article', sites.fixture, 'tests/fixtures/hostile/articles', 4],
] as const)
	test(`${name}: the ear is told where each note begins and ends, never within a word`, async ({
		page,
	}) => {
		await page.goto(`${site()}/a/${number}/`);
		const notes = readSourceNotes(folder, number);
		const numbers = await page.evaluate(
			(ids) =>
				ids.map((id) => Number(document.querySelector(`[id="note-${id}"] .back`)?.textContent)),
			notes.map(({ id }) => id),
		);
		const faults = await findCueFaults(
			page,
			notes.map(({ paragraph }, index) => ({ paragraph, ordinal: numbers[index] ?? 0 })),
		);
		expect(faults).toEqual([]);
	});

const begin = (number: number) =>
	`<span class="cue" role="img" aria-label="note ${number} begins"></span>`;
const end = (number: number) => `<a class="ref" href="#n" aria-label="Note ${number}, major"></a>`;
const note = (ordinal: number) => ({ paragraph: 1, ordinal });

for (const [what, text, ordinals, expected] of [
	['whole words', `a ${begin(1)}<mark>word</mark>${end(1)}, b`, [1], []],
	['crossing notes', `${begin(1)}a ${begin(12)}b${end(1)} c${end(12)}.`, [1, 12], []],
	['no start', `a${end(1)} b`, [1], ['note 1 in p1 is heard to begin 0 times']],
	['two ends', `${begin(1)}a${end(1)} b${end(1)}`, [1], ['note 1 in p1 is heard to end 2 times']],
	['turned', `a${end(1)} ${begin(1)}b`, [1], ['note 1 in p1 is heard to end before it begins']],
	[
		'within a word',
		`wo${begin(1)}rd it’${end(1)}s`,
		[1],
		[
			'“note 1 begins” stands inside a word: wo|rd it’s',
			'“Note 1, major” stands inside a word: word it’|s',
		],
	],
	['a quotation mark', `‘${begin(1)}word${end(1)}’ a-${begin(2)} b${end(2)}`, [1, 2], []],
	['of no note', `${begin(3)}a`, [], ['image: note 3 begins, in p1, is of no note']],
] as [string, string, number[], string[]][])
	test(`the search for cues judges ${what} rightly`, async ({ page }) => {
		await page.setContent(
			`<!DOCTYPE html><div class="paragraph" id="p1"><p class="captured">${text}</p></div>`,
		);
		expect(await findCueFaults(page, ordinals.map(note))).toEqual(expected);
	});
