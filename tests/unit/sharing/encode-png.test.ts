import { crc32, inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodeWithPalette } from '../../../src/sharing/encode-png.ts';

/** Read the chunks of a PNG, each with its check verified. */
function readChunks(png: Uint8Array): Map<string, Buffer> {
	const bytes = Buffer.from(png);
	expect([...bytes.subarray(0, 8)]).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
	const chunks = new Map<string, Buffer>();
	for (let at = 8; at < bytes.length;) {
		const length = bytes.readUInt32BE(at);
		const named = bytes.subarray(at + 4, at + 8 + length);
		expect(bytes.readUInt32BE(at + 8 + length)).toBe(crc32(named));
		chunks.set(named.toString('latin1', 0, 4), named.subarray(4));
		at += 12 + length;
	}
	expect([...chunks.keys()]).toEqual(['IHDR', 'PLTE', 'IDAT', 'IEND']);
	return chunks;
}

/** Read the pixels of a PNG with a palette and no filters: RGBA. */
function readPixels(png: Uint8Array, width: number): number[] {
	const chunks = readChunks(png);
	const palette = chunks.get('PLTE') ?? Buffer.alloc(0);
	const rows = inflateSync(chunks.get('IDAT') ?? Buffer.alloc(0));
	return [...rows].flatMap((index, place) =>
		place % (width + 1) === 0 ? [] : [...palette.subarray(index * 3, index * 3 + 3), 255],
	);
}

test('every pixel is as it was, wherever the pixels begin in memory', () => {
	const colour = fc.constantFrom(0xff_00_00_00, 0xff_ff_ff_ff, 0xff_11_22_33, 0xff_12_22_33);
	fc.assert(
		fc.property(
			fc.integer({ min: 1, max: 9 }),
			fc.array(colour, { minLength: 1, maxLength: 60 }),
			fc.nat(3),
			(width, colours, offset) => {
				const height = Math.ceil(colours.length / width);
				const whole = Array.from(
					{ length: width * height },
					(_, at) => colours[at] ?? 0xff_00_00_00,
				);
				const bytes = new Uint8Array(new Uint32Array(whole).buffer);
				const moved = new Uint8Array(bytes.length + offset).subarray(offset);
				moved.set(bytes);
				const png = encodeWithPalette(moved, width, height);
				expect(png && readPixels(png, width)).toEqual([...bytes]);
			},
		),
	);
});

test('what a palette cannot hold is not encoded with one', () => {
	const shades = (count: number) =>
		new Uint8Array(
			Uint32Array.from({ length: count }, (_, at) => (0xff_00_00_00 + at) >>> 0).buffer,
		);
	expect(encodeWithPalette(shades(256), 256, 1)).toBeDefined();
	expect(encodeWithPalette(shades(257), 257, 1)).toBeUndefined();
	expect(encodeWithPalette(Uint8Array.of(1, 2, 3, 128), 1, 1)).toBeUndefined();
});
