import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readWoff } from '../../../src/sharing/read-woff.ts';

const font = readWoff(
	readFileSync('node_modules/@fontsource/literata/files/literata-latin-400-normal.woff'),
);
const view = new DataView(font.buffer);
const tables = Array.from({ length: view.getUint16(4) }, (_, index) => {
	const at = 12 + 16 * index;
	const [checksum = 0, offset = 0, length = 0] = [4, 8, 12].map((field) =>
		view.getUint32(at + field),
	);
	return { tag: Buffer.from(font.subarray(at, at + 4)).toString(), checksum, offset, length };
});

test('every table is as long as it says and adds up to its checksum', () => {
	expect(tables.map(({ tag }) => tag)).toEqual(expect.arrayContaining(['cmap', 'glyf', 'GPOS']));
	// The head holds a sum of the whole font, which is not part of its own.
	for (const { tag, checksum, offset, length } of tables.filter(({ tag }) => tag !== 'head')) {
		let sum = 0;
		for (let at = 0; at < length; at += 4) sum = (sum + view.getUint32(offset + at)) >>> 0;
		expect(sum, tag).toBe(checksum);
	}
});

test('tables follow one another, each at a multiple of four, to the end of the font', () => {
	const ordered = tables.toSorted((a, b) => a.offset - b.offset);
	for (const [index, { offset, length }] of ordered.entries()) {
		expect(offset % 4).toBe(0);
		const end = Math.ceil((offset + length) / 4) * 4;
		expect(ordered[index + 1]?.offset ?? font.length).toBe(end);
	}
});
