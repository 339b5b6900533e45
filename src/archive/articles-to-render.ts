import type { ArticlePlace } from '../model/article.ts';
import { listSharedOriginals } from '../model/shared-originals.ts';
import { startCacheKeys, type Shown } from './cache-keys.ts';
import { loadPlaces } from './load-articles.ts';
import { onceInABuild } from './once-in-a-build.ts';
import { findRendering } from './rendering.ts';

/** Where an article is kept, with what its pages show of others. */
export type ArticleToRender = {
	place: ArticlePlace;
	previous: ArticlePlace | undefined;
	next: ArticlePlace | undefined;
	/** The numbers of all articles that translate the same original; empty where this is the only one. */
	translations: number[];
};

/**
 * Find the articles whose own pages are to be rendered, by number: all of them, or those that a build wants. None of
 * them is opened for it: a page opens its article when it is rendered. Pages
 * under `a/[number]/` show nothing but what is in an `ArticleToRender` and in the authorities: what they show besides
 * must be told by `describe`, or it stays as it was when it changes.
 */
export const loadArticlesToRender: () => Promise<ArticleToRender[]> = onceInABuild(async () => {
	const places = loadPlaces();
	const translations = new Map(
		listSharedOriginals(places).flatMap((group) => {
			const numbers = group.articles.map(({ number }) => number);
			return numbers.map((number) => [number, numbers] as const);
		}),
	);
	const all = places.map((place, index) => ({
		place,
		previous: places[index - 1],
		next: places[index + 1],
		translations: translations.get(place.number) ?? [],
	}));
	const rendering = findRendering();
	if (!rendering) return all;
	const keyOf = await startCacheKeys();
	return all.filter((one) => rendering.wants(one.place.number, () => keyOf(...describe(one))));
});

/** Tell everything that the pages of an article show. */
function describe({ place, previous, next, translations }: ArticleToRender): Shown[] {
	const { digest, folder, captureFile, frozen, frozenDigest, hasUnreleasedChanges } = place;
	return [
		[digest, folder, captureFile, frozen, frozenDigest, hasUnreleasedChanges],
		[previous, next].map((one) => one && [one.number, one.suppliedTitle]),
		translations,
	];
}
