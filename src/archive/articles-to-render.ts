import type { ArticleEntry } from '../model/article.ts';
import { listSharedOriginals } from '../model/shared-originals.ts';
import { startCacheKeys, type Shown } from './cache-keys.ts';
import { loadArticles } from './load-articles.ts';
import { onceInABuild } from './once-in-a-build.ts';
import { findRendering } from './rendering.ts';

/** An article with what its pages show of others. */
export type ArticleToRender = {
	entry: ArticleEntry;
	previous: ArticleEntry | undefined;
	next: ArticleEntry | undefined;
	/** The numbers of all articles that translate the same original; empty where this is the only one. */
	translations: number[];
};

/**
 * Load the articles whose own pages are to be rendered, by number: all of them, or those that a build wants. Pages
 * under `a/[number]/` show nothing but what is in an `ArticleToRender` and in the authorities: what they show besides
 * must be told by `describe`, or it stays as it was when it changes.
 */
export const loadArticlesToRender: () => Promise<ArticleToRender[]> = onceInABuild(async () => {
	const articles = await loadArticles();
	const translations = new Map(
		listSharedOriginals(articles).flatMap((group) => {
			const numbers = group.articles.map(({ number }) => number);
			return numbers.map((number) => [number, numbers] as const);
		}),
	);
	const all = articles.map((entry, index) => ({
		entry,
		previous: articles[index - 1],
		next: articles[index + 1],
		translations: translations.get(entry.number) ?? [],
	}));
	const rendering = findRendering();
	if (!rendering) return all;
	const keyOf = await startCacheKeys();
	return all.filter((one) => rendering.wants(one.entry.number, keyOf(...describe(one))));
});

/** Tell everything that the pages of an article show. */
function describe({ entry, previous, next, translations }: ArticleToRender): Shown[] {
	const { digest, folder, captureFile, frozen, frozenDigest, hasUnreleasedChanges } = entry;
	return [
		[digest, folder, captureFile, frozen, frozenDigest, hasUnreleasedChanges],
		[previous, next].map((one) => one && [one.number, one.record.title.supplied]),
		translations,
	];
}
