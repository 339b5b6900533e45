/** Choices that are the same in every run with the same seed. */
export type Choices = {
	/** A whole number from 0 to below `limit`. */
	below: (limit: number) => number;
	/** Whether something happens that does so `share` of the time, from 0 to 1. */
	isDue: (share: number) => boolean;
	pick: <Item>(items: readonly Item[]) => Item;
};

export function seeded(seed: number): Choices {
	let state = seed % 2_147_483_648;
	const next = () => {
		state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
		return state / 2_147_483_648;
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
