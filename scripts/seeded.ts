/** Choices that are the same in every run with the same seed. */
export type Choices = {
	/** A whole number from 0 to below `limit`. */
	below: (limit: number) => number;
	/** Whether something happens that does so `share` of the time, from 0 to 1. */
	isDue: (share: number) => boolean;
	pick: <Item>(items: readonly Item[]) => Item;
};

export function seeded(seed: number): Choices {
	// Mulberry32, by Tommy Ettinger; in the public domain.
	let state = seed;
	const next = () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
	const below = (limit: number) => Math.floor(next() * limit);
	return {
		below,
		isDue: (share) => next() < share,
		pick: <Item>(items: readonly Item[]) => {
			if (items.length === 0) throw new Error('There is nothing to pick from.');
			return items[below(items.length)] as Item;
		},
	};
}
