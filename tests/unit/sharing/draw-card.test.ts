import { expect, test } from 'vitest';
import type { Card } from '../../../src/sharing/card.ts';
import { drawCard } from '../../../src/sharing/draw-card.ts';
import { drawIcon } from '../../../src/sharing/draw-icon.ts';
import { readPngSize } from '../read-png.ts';

const card: Card = {
	archive: 'Calque',
	place: 'No. 7',
	title: 'A regulator blocks a messenger',
	facts: ['Daily Mirror Site', '8 November 2018', 'Machine translation from Russian'],
	critical: '1 critical',
	among: 'of 2 notes',
};
/** Draw anew, whatever was kept. */
const draw = (changed: Partial<Card> = {}) =>
	drawCard({ ...card, ...changed }, async (_, drawNow) => new Uint8Array(await drawNow()));

test('a card is a PNG of the size that sharing sites ask for', async () => {
	expect(readPngSize(await draw())).toEqual({ width: 1200, height: 630 });
});

test('the same card is the same bytes, and other words are others', async () => {
	const first = await draw();
	expect(await draw()).toEqual(first);
	expect(await draw({ critical: '2 critical' })).not.toEqual(first);
});

test('letters of every subset are drawn, not the box for a missing one', async () => {
	// Characters that no subset has are all drawn as the same box.
	const missing = await draw({ title: '中文字' });
	expect(await draw({ title: '日本語' })).toEqual(missing);
	for (const title of ['čđž', 'ключ', 'Ђђћ'])
		expect(await draw({ title: title.slice(0, 2) })).not.toEqual(
			await draw({ title: title.slice(1, 3) }),
		);
});

test('what is kept is kept under all that a card says', async () => {
	const keys: string[] = [];
	const keep = (key: string) => {
		keys.push(key);
		return Promise.resolve(new Uint8Array());
	};
	await drawCard(card, keep);
	await drawCard({ ...card, among: 'of 3 notes' }, keep);
	expect(new Set(keys).size).toBe(2);
	for (const words of [card.title, card.archive, ...card.facts, card.critical])
		expect(keys[0]).toContain(words);
});

test('an icon is a square PNG of its size, the same every time', () => {
	for (const size of [180, 512]) {
		const icon = drawIcon(size);
		expect(readPngSize(icon)).toEqual({ width: size, height: size });
		expect(drawIcon(size)).toEqual(icon);
	}
});
