import type { Profile } from './profiles.ts';

/** An interval that holds 95 of a hundred resampled scores. */
export type Interval = { low: number; high: number };

type Part = { points: number; size: number };

const RESAMPLES = 1000;
const SEED = 2021;

/**
 * Score the parts as if others had been drawn: with replacement, a thousand times (Efron 1979; for systems Koehn
 * 2004, “Statistical Significance Tests for Machine Translation Evaluation”). The same number of parts is always
 * drawn in the same way, so that two systems' translations of the same segments are drawn together.
 */
export function resample(parts: readonly Part[], profile: Profile): number[] {
	const random = randomFrom(SEED + parts.length);
	return Array.from({ length: parts.length === 0 ? 0 : RESAMPLES }, () => {
		let [points, size] = [0, 0];
		for (let drawn = 0; drawn < parts.length; drawn++) {
			const part = parts[Math.floor(random() * parts.length)];
			points += part?.points ?? 0;
			size += part?.size ?? 0;
		}
		return profile.score({ points, size });
	});
}

/** Take the interval from resampled scores; nothing where there are none. */
export function intervalOf(scores: readonly number[]): Interval | undefined {
	const sorted = scores.filter(Number.isFinite).sort((a, b) => a - b);
	const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))];
	const [low, high] = [at(0.025), at(0.975)];
	return low === undefined || high === undefined ? undefined : { low, high };
}

/** Make numbers from 0 to 1 that are the same everywhere (mulberry32, Tommy Ettinger, public domain). */
function randomFrom(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
}
