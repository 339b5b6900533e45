import { inflateSync } from 'node:zlib';

/** Bytes of the header of a font, and of the entry of a table in it: as it is (SFNT) and packed (WOFF). */
const SFNT = { header: 12, entry: 16 };
const WOFF = { header: 44, entry: 20 };

/** Unpack a font from WOFF 1.0 (W3C 2012), in which each table of it is packed alone. */
export function readWoff(woff: Uint8Array): Uint8Array<ArrayBuffer> {
	const packed = new DataView(woff.buffer, woff.byteOffset, woff.byteLength);
	const font = new Uint8Array(packed.getUint32(16));
	const unpacked = new DataView(font.buffer);
	const tables = packed.getUint16(12);
	unpacked.setUint32(0, packed.getUint32(4));
	unpacked.setUint16(4, tables);
	let offset = SFNT.header + tables * SFNT.entry;
	for (let table = 0; table < tables; table++) {
		const from = WOFF.header + table * WOFF.entry;
		const [tag, start, packedLength, length, checksum] = [0, 4, 8, 12, 16].map((field) =>
			packed.getUint32(from + field),
		) as [number, number, number, number, number];
		const data = woff.subarray(start, start + packedLength);
		font.set(packedLength < length ? inflateSync(data) : data, offset);
		[tag, checksum, offset, length].forEach((field, index) => {
			unpacked.setUint32(SFNT.header + table * SFNT.entry + 4 * index, field);
		});
		// Each table begins at a multiple of four.
		offset += Math.ceil(length / 4) * 4;
	}
	return font;
}
