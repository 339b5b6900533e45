/** Read the size of a PNG from its first chunk; throws where the bytes are no PNG. */
export function readPngSize(bytes: Uint8Array): { width: number; height: number } {
	const file = Buffer.from(bytes);
	if (file.toString('latin1', 0, 8) !== '\x89PNG\r\n\x1a\n') throw new Error('This is no PNG.');
	return { width: file.readUInt32BE(16), height: file.readUInt32BE(20) };
}
