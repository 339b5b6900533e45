import type { Position } from '../../src/edition/read-yaml.ts';

/** Something that must not occur twice, with its place. */
export type Keyed<Key> = { key: Key; file: string; at: () => Position };

/** List what repeats a key, each with the first that had it. */
export function listRepeated<Key>(
	items: readonly Keyed<Key>[],
): (Keyed<Key> & { first: Keyed<Key> })[] {
	const firsts = new Map<Key, Keyed<Key>>();
	return items.flatMap((item) => {
		const first = firsts.get(item.key);
		if (first) return [{ ...item, first }];
		firsts.set(item.key, item);
		return [];
	});
}
