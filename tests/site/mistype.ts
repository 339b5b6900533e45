/** An address with one slip of the keyboard, and the one that was meant. */
export type Slip = { asked: string; meant: string };

const KEYS = 'abcdefghijklmnopqrstuvwxyz0123456789-/';

/**
 * Make addresses with one slip each: a character left out, put in, put for another, or exchanged with the
 * next, at any place of any of the `paths`. None of them is itself one of the paths, with or without its last
 * slash: a server answers both. The same seed makes the same slips.
 */
export function mistype(paths: readonly string[], count: number, seed: number): Slip[] {
	const random = numbersFrom(seed);
	const below = (limit: number) => Math.floor(random() * limit);
	const real = new Set(paths.flatMap((path) => [path, path.replace(/\/$/, '')]));
	const slips: Slip[] = [];
	while (slips.length < count) {
		const meant = paths[below(paths.length)] ?? '/';
		// The first slash is the server's and cannot be mistyped.
		const at = 1 + below(meant.length);
		const key = KEYS[below(KEYS.length)] ?? '';
		const [before, after] = [meant.slice(0, at), meant.slice(at)];
		const asked = [
			() => before + after.slice(1),
			() => before + key + after,
			() => before + key + after.slice(1),
			() => before + after.slice(1, 2) + after.slice(0, 1) + after.slice(2),
		][below(4)]?.();
		if (asked !== undefined && asked !== meant && !real.has(asked)) slips.push({ asked, meant });
	}
	return slips;
}

/** Numbers from 0 to 1 that a seed decides (mulberry32). */
function numbersFrom(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
}
