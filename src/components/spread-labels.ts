/** A label on a line: where it should stand and how much room it takes, in one unit. */
export type Label = { wanted: number; size: number };

/**
 * Place labels along a line of `length` so that none touches another, each as near as can be to where it
 * should stand; returns the middle of each. They keep the order given. Where the line is too short for all
 * of them they run over its end.
 */
export function spreadLabels(labels: readonly Label[], length: number): number[] {
	// With the labels' own sizes taken out, what is left must never decrease: isotonic regression, by
	// merging neighbours that are out of order and giving each group its mean.
	const offsets = labels.map(
		(_, index) => sum(labels.slice(0, index)) + (labels[index]?.size ?? 0) / 2,
	);
	const groups: { total: number; count: number }[] = [];
	for (const [index, { wanted }] of labels.entries()) {
		groups.push({ total: wanted - (offsets[index] ?? 0), count: 1 });
		for (let last = groups.at(-1), before = groups.at(-2); last && before; before = groups.at(-2)) {
			if (before.total / before.count <= last.total / last.count) break;
			groups.pop();
			before.total += last.total;
			before.count += last.count;
			last = before;
		}
	}
	const slack = Math.max(0, length - sum(labels));
	const bases = groups.flatMap(({ total, count }) =>
		Array.from({ length: count }, () => Math.min(slack, Math.max(0, total / count))),
	);
	return bases.map((base, index) => base + (offsets[index] ?? 0));
}

function sum(labels: readonly Label[]): number {
	return labels.reduce((total, { size }) => total + size, 0);
}
