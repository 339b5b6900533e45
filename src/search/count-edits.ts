/** What a step costs when one sequence is turned into another; by default each costs one. */
type Costs<Item> = {
	/** To leave an item out or put one in. */
	gap?: (item: Item) => number;
	/** To put one item for another that differs. */
	change?: (from: Item, to: Item) => number;
};

/**
 * Count the steps that turn one sequence into another: an item left out, put in or changed, or two neighbours
 * exchanged, which is one step (the Damerau-Levenshtein distance, where no item takes part in two exchanges).
 */
export function countEdits<Item>(
	from: readonly Item[],
	to: readonly Item[],
	{ gap = () => 1, change = () => 1 }: Costs<Item> = {},
): number {
	let beforeLast: number[] = [];
	let last = [0];
	for (const item of to) last.push((last.at(-1) ?? 0) + gap(item));
	for (const [row, item] of from.entries()) {
		const current = [(last[0] ?? 0) + gap(item)];
		for (const [column, other] of to.entries()) {
			let least = Math.min(
				(last[column + 1] ?? Infinity) + gap(item),
				(current[column] ?? Infinity) + gap(other),
				(last[column] ?? Infinity) + (item === other ? 0 : change(item, other)),
			);
			if (row > 0 && column > 0 && item === to[column - 1] && from[row - 1] === other)
				least = Math.min(least, (beforeLast[column - 1] ?? Infinity) + 1);
			current.push(least);
		}
		[beforeLast, last] = [last, current];
	}
	return last.at(-1) ?? 0;
}
