import { constants, crc32, deflateSync } from 'node:zlib';
import type { Picture } from './picture.ts';

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/**
 * Pixels that are like the one before are all that is looked for. To look further takes three times as long for a
 * twelfth of the bytes. A low memory level makes short blocks, so that the letters have a code apart from the paper.
 */
const packing = { strategy: constants.Z_RLE, memLevel: 6 };

/**
 * Encode a picture as a PNG with a palette, by the PNG specification (third edition, W3C 2025). `palette` has three
 * bytes for each colour; of `picture` each index is one of them.
 */
export function encodePng(
	{ width, height, rows }: Picture,
	palette: Uint8Array,
): Uint8Array<ArrayBuffer> {
	const header = Buffer.alloc(13);
	header.writeUInt32BE(width, 0);
	header.writeUInt32BE(height, 4);
	// Eight bits each, indexes of a palette.
	header.set([8, 3], 8);
	return new Uint8Array(
		Buffer.concat([
			Uint8Array.from(SIGNATURE),
			chunk('IHDR', header),
			chunk('PLTE', palette),
			chunk('IDAT', deflateSync(rows, packing)),
			chunk('IEND', new Uint8Array()),
		]),
	);
}

function chunk(type: string, data: Uint8Array): Buffer {
	const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
	const length = Buffer.alloc(4);
	length.writeUInt32BE(data.length);
	const check = Buffer.alloc(4);
	check.writeUInt32BE(crc32(named));
	return Buffer.concat([length, named, check]);
}
