import { expect, test } from 'vitest';
import { setText, type TextBlock } from '../../../src/sharing/set-text.ts';

const style = { ink: 'ink', size: 30 } as const;
const baselinesOf = ({ glyphs }: TextBlock) => [...new Set(glyphs.map(({ y }) => y))];

test('a text in one line is as wide as its letters, and no wider than it must be', () => {
	const { width, height, glyphs } = setText('A regulator', style);
	expect(glyphs).toHaveLength('A regulator'.length);
	expect(width).toBeGreaterThan(100);
	expect(Math.max(...glyphs.map(({ x }) => x))).toBeLessThan(width);
	expect(setText('A regulator', style, width).height).toBe(height);
	expect(setText('A regulator', style, width - 1).height).toBe(2 * height);
});

test('each line begins at the left, one line further down', () => {
	const text = setText('one two three four five six', { ...style, lineHeight: 1.4 }, 120);
	const [first = 0, second = 0] = baselinesOf(text);
	expect(second - first).toBe(42);
	expect(text.height).toBe(42 * baselinesOf(text).length);
	for (const baseline of baselinesOf(text))
		expect(text.glyphs.find(({ y }) => y === baseline)?.x).toBe(0);
});

test('twice the size is twice the width', () => {
	const [small, large] = [30, 60].map((size) => setText('Роскомнадзор', { ...style, size }).width);
	expect((large ?? 0) - 2 * (small ?? 0)).toBeLessThanOrEqual(0);
	expect((large ?? 0) - 2 * (small ?? 0)).toBeGreaterThanOrEqual(-2);
});

test('a word with a hyphen in it is set as one where it is not broken there', () => {
	const whole = setText('AAA-VVV', style);
	const parts = setText('AAA-', style).width + setText('VVV', style).width;
	expect(whole.width).toBeLessThan(parts);
	expect(setText('AAA-VVV', style, parts / 2 + 10).height).toBe(2 * whole.height);
});

test('words of several lines begin at whole pixels', () => {
	const { glyphs } = setText('m m m m m m', style, 100);
	const letters = glyphs.filter(({ id }) => id === glyphs[0]?.id);
	expect(letters).toHaveLength(6);
	for (const { x } of letters) expect(Number.isInteger(x)).toBe(true);
});

test('a text of no words has no room', () => {
	expect(setText('', style)).toEqual({ glyphs: [], width: 0, height: 0 });
});
