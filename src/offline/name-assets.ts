/** Name the files of `_astro/` that a page links to. */
export function namesIn(html: string): string[] {
	return [...html.matchAll(/_astro\/([\w.@-]+)/g)].map(([, name = '']) => name);
}

/**
 * Name the assets that are needed: those in `names`, and those that these name in turn, as a sheet names its
 * faces and a script what it imports. `assets` has the text of each by its name; what is not among them is not
 * named. A name carries the hash of its file, so it stands in a text for nothing else.
 */
export function namesNeeded(
	names: Iterable<string>,
	assets: ReadonlyMap<string, string>,
): Set<string> {
	const needed = new Set<string>();
	const waiting = [...names];
	for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
		const text = assets.get(name);
		if (text === undefined || needed.has(name)) continue;
		needed.add(name);
		waiting.push(...[...assets.keys()].filter((other) => text.includes(other)));
	}
	return needed;
}
