import { expect, test } from 'vitest';
import type { Card } from '../../../src/sharing/card.ts';
import { drawCard } from '../../../src/sharing/draw-card.ts';
import { drawIcon } from '../../../src/sharing/draw-icon.ts';
import { loadColours } from '../../../src/sharing/colours.ts';
import { readPngColours, readPngSize } from '../read-png.ts';

const card: Card = {
	archive: 'Calque',
	place: 'No. 7',
	title: 'A regulator blocks a messenger',
	facts: ['Daily Mirror Site', '8 November 2018', 'Machine translation from Russian'],
	critical: '1 critical',
	among: 'of 2 notes',
};
const draw = (changed: Partial<Card> = {}) => drawCard({ ...card, ...changed });
const colour = loadColours();
/** Count the pixels of each colour in the part of a card from `top` down to `bottom`. */
function countColours(png: Uint8Array, top: number, bottom: number): Map<string, number> {
	const counts = new Map<string, number>();
	for (const pixel of readPngColours(png).slice(top, bottom).flat())
		counts.set(pixel, (counts.get(pixel) ?? 0) + 1);
	return counts;
}

test('a card is a PNG of the size that sharing sites ask for', () => {
	expect(readPngSize(draw())).toEqual({ width: 1200, height: 630 });
});

test('the same card is the same bytes, and other words are others', () => {
	const first = draw();
	expect(draw()).toEqual(first);
	expect(draw({ critical: '2 critical' })).not.toEqual(first);
});

test('a card drawn after others is the same bytes as one drawn first', () => {
	const first = draw({ title: 'Avalanche' });
	draw({ title: 'Avalanches of words' });
	draw({ title: 'Лавина' });
	expect(draw({ title: 'Avalanche' })).toEqual(first);
});

test('the title is drawn in ink between the head and the foot, and nothing else is there', () => {
	const [drawn, empty] = ['A regulator blocks', ''].map((title) =>
		countColours(draw({ title }), 112, 414),
	);
	expect(drawn?.get(colour('ink'))).toBeGreaterThan(5000);
	expect(drawn?.has(colour('red'))).toBe(false);
	expect(empty).toEqual(new Map([[colour('paper'), 1200 * 302]]));
});

test('the rules are drawn from margin to margin, in their colours', () => {
	const rows = readPngColours(draw());
	for (const y of [414, 415]) {
		expect(new Set(rows[y]?.slice(72, 1128))).toEqual(new Set([colour('rule-strong')]));
		expect(rows[y]?.filter((pixel) => pixel !== colour('paper'))).toHaveLength(1056);
	}
	// Under the archive's name stand two thin ones.
	const column = rows.slice(100, 114).map((row) => row[80]);
	expect(column.filter((pixel) => pixel === colour('red'))).toHaveLength(4);
});

test('the edges of letters are between the ink and the paper, and most of a card is paper', () => {
	const counts = countColours(draw(), 0, 630);
	expect(counts.get(colour('paper'))).toBeGreaterThan(0.85 * 1200 * 630);
	expect(counts.size).toBeGreaterThan(20);
	expect(counts.size).toBeLessThanOrEqual(61);
});

test('a word too long for a card is cut off at its edge', () => {
	const rows = readPngColours(draw({ title: 'W'.repeat(40) }));
	expect(rows.slice(112, 414).some((row) => row[1199] !== colour('paper'))).toBe(true);
	expect(rows.slice(112, 414).every((row) => row[71] === colour('paper'))).toBe(true);
});

test('letters of every subset are drawn, not the box for a missing one', () => {
	// Characters that no subset has are all drawn as the same box.
	const missing = draw({ title: '中文字' });
	expect(draw({ title: '日本語' })).toEqual(missing);
	for (const title of ['čđž', 'ключ', 'Ђђћ'])
		expect(draw({ title: title.slice(0, 2) })).not.toEqual(draw({ title: title.slice(1, 3) }));
});

test('a card changes with all that it says, and nothing of it stays for the next', () => {
	const changes: Partial<Card>[] = [
		{},
		{ archive: 'Calques' },
		{ place: undefined },
		{ title: 'A regulator locks a messenger' },
		{ facts: ['Daily Mirror Site', '9 November 2018', 'Machine translation from Russian'] },
		{ critical: '2 critical' },
		{ among: 'of 3 notes' },
	];
	const cards = changes.map((changed) => Buffer.from(draw(changed)).toString('base64'));
	expect(new Set(cards).size).toBe(changes.length);
	expect(Buffer.from(draw()).toString('base64')).toBe(cards[0]);
});

test('an icon is a square PNG of its size, the same every time', () => {
	for (const size of [180, 512]) {
		const icon = drawIcon(size);
		expect(readPngSize(icon)).toEqual({ width: size, height: size });
		expect(drawIcon(size)).toEqual(icon);
	}
});
