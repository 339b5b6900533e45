import type { Hit } from './find-hits.ts';

/** An address carries about as much as this of what was found, in UTF-16 units, and always the first of it. */
const LENGTH = 200;

/**
 * Write the address of a hit with what its page is to show on arrival, in the query: the layer, and what was
 * found there. The fragment stays a bare place, so that it is a target of the page at once.
 */
export function addressOfHit({
	path,
	layer,
	found,
}: Pick<Hit, 'path' | 'layer' | 'found'>): string {
	let length = 0;
	const carried = found.filter((words, index) => (length += words.length) <= LENGTH || index === 0);
	if (carried.length === 0) return path;
	const query = new URLSearchParams([['layer', layer], ...carried.map((words) => ['h', words])]);
	return path.replace('#', `?${query.toString()}#`);
}
