import { expect, test } from 'vitest';
import type { GlyphMask } from '../../../src/sharing/glyph-mask.ts';
import {
	blankPicture,
	fillRectangle,
	mixPalette,
	type Picture,
	SHADES,
	stampMask,
} from '../../../src/sharing/picture.ts';

/** Read the indexes of a picture without the bytes of the filters. */
const rowsOf = ({ width, height, rows }: Picture) =>
	Array.from({ length: height }, (_, y) => [
		...rows.subarray(y * (width + 1) + 1, (y + 1) * (width + 1)),
	]);
/** Make a mask of two by two. */
const mask = (...shades: number[]): GlyphMask => ({
	shades: Uint8Array.from(shades),
	width: 2,
	height: 2,
	left: 0,
	top: 0,
});

test('a rectangle is filled with the whole ink', () => {
	const picture = blankPicture(4, 3);
	fillRectangle(picture, { x: 1, y: 1, width: 2, height: 1 }, 1);
	expect(rowsOf(picture)).toEqual([
		[0, 0, 0, 0],
		[0, 2 * SHADES, 2 * SHADES, 0],
		[0, 0, 0, 0],
	]);
});

test('a mask leaves the paper where it covers nothing, and is cut off at every edge', () => {
	const picture = blankPicture(3, 2);
	stampMask(picture, mask(1, 2, 0, 3), -1, -1, 0);
	stampMask(picture, mask(4, 5, 0, 6), 2, 1, 1);
	expect(rowsOf(picture)).toEqual([
		[3, 0, 0],
		[0, 0, SHADES + 4],
	]);
	stampMask(picture, mask(1, 1, 1, 1), 3, 0, 0);
	stampMask(picture, mask(1, 1, 1, 1), 0, -2, 0);
	expect(rowsOf(picture)[0]).toEqual([3, 0, 0]);
});

test('where two of one ink touch, they cover together, and never more than the whole', () => {
	const picture = blankPicture(2, 2);
	stampMask(picture, mask(4, SHADES, 5, 0), 0, 0, 1);
	stampMask(picture, mask(3, 2, 0, 6), 0, 0, 1);
	expect(rowsOf(picture)).toEqual([
		[SHADES + 7, 2 * SHADES],
		[SHADES + 5, SHADES + 6],
	]);
});

test('an ink over another hides it', () => {
	const picture = blankPicture(2, 2);
	stampMask(picture, mask(4, 4, 4, 4), 0, 0, 0);
	stampMask(picture, mask(3, 0, 0, 0), 0, 0, 1);
	expect(rowsOf(picture)[0]).toEqual([SHADES + 3, 4]);
});

test('a palette goes from the paper to each ink in even steps', () => {
	const palette = mixPalette('#ffffff', ['#000000', '#ff0000']);
	const colour = (index: number) => [...palette.subarray(3 * index, 3 * index + 3)];
	expect(palette).toHaveLength(3 * (1 + 2 * SHADES));
	expect([colour(0), colour(SHADES), colour(2 * SHADES)]).toEqual([
		[255, 255, 255],
		[0, 0, 0],
		[255, 0, 0],
	]);
	for (let index = 1; index <= SHADES; index++) {
		const step = (colour(index - 1)[0] ?? 0) - (colour(index)[0] ?? 0);
		expect(Math.abs(step - 255 / SHADES)).toBeLessThan(1);
	}
});
