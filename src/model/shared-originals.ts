import type { ArticleEntry } from './article.ts';

type Translation = Pick<ArticleEntry, 'number' | 'record' | 'originalHash'>;

/** Articles that are translations of one original, by number; the lowest names the group. */
export type SharedOriginal<Of extends Translation = Translation> = {
	number: number;
	articles: Of[];
};

/**
 * Group the articles that are translations of one original: whose originals are held and are the same, byte for
 * byte, or were published at the same address. An original that one article alone has makes no group.
 */
export function listSharedOriginals<Of extends Translation>(
	articles: readonly Of[],
): SharedOriginal<Of>[] {
	const groups: { keys: Set<string>; articles: Of[] }[] = [];
	for (const article of articles) {
		const keys = keysOf(article);
		if (keys.length === 0) continue;
		const own = groups.filter((group) => keys.some((key) => group.keys.has(key)));
		const joined = {
			keys: new Set([...own.flatMap((group) => [...group.keys]), ...keys]),
			articles: [...own.flatMap((group) => group.articles), article],
		};
		groups.splice(0, groups.length, ...groups.filter((group) => !own.includes(group)), joined);
	}
	return groups
		.filter((group) => group.articles.length > 1)
		.map((group) => group.articles.toSorted((a, b) => a.number - b.number))
		.map((sorted) => ({ number: sorted[0]?.number ?? 0, articles: sorted }))
		.sort((a, b) => a.number - b.number);
}

/** Find the group that an article is in. */
export function sharedOriginalOf<Of extends Translation>(
	number: number,
	articles: readonly Of[],
): SharedOriginal<Of> | undefined {
	return listSharedOriginals(articles).find((group) =>
		group.articles.some((article) => article.number === number),
	);
}

function keysOf({ record, originalHash }: Translation): string[] {
	const { url } = record.original;
	return [
		...(originalHash === undefined ? [] : [originalHash]),
		...(/^https?:/.test(url) ? [url] : []),
	];
}
