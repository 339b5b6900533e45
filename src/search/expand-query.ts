/** More variants than this of one query are not searched. */
const MAX_VARIANTS = 6;

/**
 * List the queries that a query stands for: itself, then itself with each name that it holds in each of the
 * name's other spellings. `names` are groups of spellings of one person or organisation.
 */
export function expandQuery(query: string, names: readonly (readonly string[])[]): string[] {
	const variants = new Set([query]);
	for (const spellings of names) {
		const held = longestFirst(spellings).find((spelling) => wholeWord(spelling).test(query));
		if (held === undefined) continue;
		for (const variant of [...variants])
			for (const spelling of spellings)
				variants.add(variant.replace(wholeWord(held), () => spelling));
	}
	const lower = new Set<string>();
	return [...variants]
		.filter((variant) => lower.size !== lower.add(variant.toLowerCase()).size)
		.slice(0, MAX_VARIANTS);
}

function wholeWord(words: string): RegExp {
	const literal = words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
	return new RegExp(`(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`, 'iu');
}

function longestFirst(spellings: readonly string[]): string[] {
	return [...spellings].sort((a, b) => b.length - a.length);
}
