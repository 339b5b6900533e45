import type { ArticlePlace } from './article.ts';
import type { RatedEntry } from './ratings.ts';

/** Translations of one original, by number; the lowest names the group. */
export type SharedOriginal<Of extends { number: number }> = { number: number; articles: Of[] };

type Translation = Pick<ArticlePlace, 'number' | 'originalHash' | 'originalUrl'>;
type RatedTranslation = Pick<RatedEntry, 'number' | 'originalHash'>;

/**
 * Group the articles that are translations of one original: whose originals are held and are the same, byte for
 * byte, or were published at the same address. An original that one article alone has makes no group.
 */
export function listSharedOriginals<Of extends Translation>(
	articles: readonly Of[],
): SharedOriginal<Of>[] {
	return groupByKeys(articles, ({ originalHash, originalUrl }) => [
		...(originalHash === undefined ? [] : [originalHash]),
		...(/^https?:/.test(originalUrl) ? [originalUrl] : []),
	]);
}

/** Group imported articles whose segments have the same sources, as systems are rated on one set. */
export function listSharedSets<Of extends RatedTranslation>(
	articles: readonly Of[],
): SharedOriginal<Of>[] {
	return groupByKeys(articles, ({ originalHash }) => [originalHash]);
}

/** Find the group that an article is in. */
export function groupOf<Of extends { number: number }>(
	number: number,
	groups: readonly SharedOriginal<Of>[],
): SharedOriginal<Of> | undefined {
	return groups.find((group) => group.articles.some((article) => article.number === number));
}

/** Group what has a key in common, directly or through others; each group by number. */
function groupByKeys<Of extends { number: number }>(
	articles: readonly Of[],
	keysOf: (article: Of) => string[],
): SharedOriginal<Of>[] {
	const groupOfKey = new Map<string, Of[]>();
	for (const article of articles) {
		const keys = keysOf(article);
		const met = new Set(keys.flatMap((key) => [groupOfKey.get(key) ?? []]));
		const joined = [...[...met].flat(), article];
		for (const member of joined)
			for (const key of member === article ? keys : keysOf(member)) groupOfKey.set(key, joined);
	}
	return [...new Set(groupOfKey.values())]
		.filter((group) => group.length > 1)
		.map((group) => group.toSorted((a, b) => a.number - b.number))
		.map((sorted) => ({ number: sorted[0]?.number ?? 0, articles: sorted }))
		.sort((a, b) => a.number - b.number);
}
