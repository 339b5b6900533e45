import { crc32, inflateSync } from 'node:zlib';

/** Read the size of a PNG from its first chunk; throws where the bytes are no PNG. */
export function readPngSize(bytes: Uint8Array): { width: number; height: number } {
	const file = Buffer.from(bytes);
	if (file.toString('latin1', 0, 8) !== '\x89PNG\r\n\x1a\n') throw new Error('This is no PNG.');
	return { width: file.readUInt32BE(16), height: file.readUInt32BE(20) };
}

/** Read the chunks of a PNG by their types; throws where the check of one is wrong. */
export function readPngChunks(bytes: Uint8Array): Map<string, Buffer> {
	const file = Buffer.from(bytes);
	const chunks = new Map<string, Buffer>();
	for (let at = 8; at < file.length;) {
		const length = file.readUInt32BE(at);
		const named = file.subarray(at + 4, at + 8 + length);
		if (file.readUInt32BE(at + 8 + length) !== crc32(named)) throw new Error('A chunk is damaged.');
		chunks.set(named.toString('latin1', 0, 4), named.subarray(4));
		at += 12 + length;
	}
	return chunks;
}

/** Read the rows of a PNG with a palette and no filters: of each pixel its colour, #rrggbb. */
export function readPngColours(bytes: Uint8Array): string[][] {
	const { width, height } = readPngSize(bytes);
	const chunks = readPngChunks(bytes);
	const hex = chunks.get('PLTE')?.toString('hex') ?? '';
	const rows = inflateSync(chunks.get('IDAT') ?? Buffer.alloc(0));
	return Array.from({ length: height }, (_, y) =>
		Array.from({ length: width }, (__, x) => {
			const index = rows[y * (width + 1) + 1 + x] ?? 0;
			return `#${hex.slice(index * 6, index * 6 + 6)}`;
		}),
	);
}
