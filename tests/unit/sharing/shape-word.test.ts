import { expect, test } from 'vitest';
import { shapeWord } from '../../../src/sharing/shape-word.ts';

const fontsOf = (word: string) => [...new Set(shapeWord(word, 400).glyphs.map(({ font }) => font))];

test('letters are kerned', () => {
	const apart = shapeWord('A', 600).width + shapeWord('V', 600).width;
	expect(shapeWord('AV', 600).width).toBeLessThan(apart);
});

test('the letters of a ligature are one glyph, but not where letters are spaced', () => {
	expect(shapeWord('fi', 600).glyphs).toHaveLength(1);
	expect(shapeWord('fi', 600, -0.01).glyphs).toHaveLength(2);
});

test('the space between letters is added after each, and an accent is no letter', () => {
	const added = (word: string) => shapeWord(word, 400, 1).width - shapeWord(word, 400).width;
	expect(added('ab')).toBeCloseTo(2);
	expect(added('а\u0301')).toBeCloseTo(1);
});

test('the width of the ink leaves out the space after a word', () => {
	const { width, inkWidth } = shapeWord('word ', 400);
	expect(inkWidth).toBeCloseTo(shapeWord('word', 400).width);
	expect(width).toBeCloseTo(inkWidth + shapeWord(' ', 400).width);
});

test('each letter comes from the file that has it, and an accent from that of its letter', () => {
	expect(fontsOf('word')).toEqual(['latin-400']);
	expect(fontsOf('ž')).toEqual(['latin-ext-400']);
	expect(fontsOf('уда\u0301р')).toEqual(['cyrillic-400']);
	expect(fontsOf('word-слово')).toEqual(['latin-400', 'cyrillic-400']);
});

test('a letter that no file has is the same box as any other, and is never left out', () => {
	const [one, other] = ['中', 'ש'].map((letter) => shapeWord(letter, 400));
	expect(one?.glyphs).toHaveLength(1);
	expect(one).toEqual(other);
	expect(one?.width).toBeGreaterThan(0);
});

test('what no file has stands in the order in which it is written', () => {
	const places = shapeWord('אבג', 400).glyphs.map(({ x }) => x);
	expect(places).toEqual(places.toSorted((a, b) => a - b));
	expect(places[0]).toBe(0);
});
