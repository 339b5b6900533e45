/** Cut a file short, or change one byte of it; what is text is changed so that it is none. */
export function harm(body: Buffer, kind: 'cut' | 'changed', at: number): Buffer {
	const place = Math.floor(at * (body.length - 1));
	if (kind === 'cut') return body.subarray(0, place);
	const harmed = Buffer.from(body);
	const isText = body[0] === 0x7b;
	// The first ten bytes of gzip say when and where it was packed, which harms nothing.
	const changed = isText ? 0 : Math.max(10, place);
	harmed[changed] = (harmed[changed] ?? 0) ^ 0xff;
	return harmed;
}

/** Numbers from 0 to below 1 that are the same in every run. */
export function seeded(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
		return state / 2_147_483_648;
	};
}
