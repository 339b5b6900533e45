import { inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodePng } from '../../../src/sharing/encode-png.ts';
import { blankPicture, fillRectangle } from '../../../src/sharing/picture.ts';
import { readPngChunks, readPngColours, readPngSize } from '../read-png.ts';

const palette = Uint8Array.from({ length: 256 * 3 }, (_, at) => (at * 7) % 256);

test('every pixel has the colour of its index', () => {
	fc.assert(
		fc.property(
			fc.integer({ min: 1, max: 9 }),
			fc.array(fc.nat(255), { minLength: 9, maxLength: 60 }),
			(width, indexes) => {
				const height = Math.floor(indexes.length / width);
				const picture = blankPicture(width, height);
				for (let at = 0; at < width * height; at++)
					picture.rows[Math.floor(at / width) * (width + 1) + 1 + (at % width)] = indexes[at] ?? 0;
				const png = encodePng(picture, palette);
				expect(readPngSize(png)).toEqual({ width, height });
				const colours = indexes
					.slice(0, width * height)
					.map(
						(index) =>
							`#${Buffer.from(palette.subarray(index * 3, index * 3 + 3)).toString('hex')}`,
					);
				expect(readPngColours(png).flat()).toEqual(colours);
			},
		),
	);
});

test('a PNG has its four chunks, and its rows have no filter', () => {
	const picture = blankPicture(7, 5);
	fillRectangle(picture, { x: 0, y: 0, width: 7, height: 5 }, 0);
	const chunks = readPngChunks(encodePng(picture, palette));
	expect([...chunks.keys()]).toEqual(['IHDR', 'PLTE', 'IDAT', 'IEND']);
	const rows = inflateSync(chunks.get('IDAT') ?? Buffer.alloc(0));
	expect([0, 1, 2, 3, 4].map((row) => rows[row * 8])).toEqual([0, 0, 0, 0, 0]);
});
