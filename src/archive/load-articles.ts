import { readContents, type Contents } from '../edition/keep-archive.ts';
import { openEntry } from '../edition/open-edition.ts';
import { contentFolders } from '../edition/read-archive.ts';
import type { ArticleEntry, ArticlePlace, NoteEntry, Tombstone } from '../model/article.ts';
import type { RatedEntry } from '../model/ratings.ts';
import { onceInABuild } from './once-in-a-build.ts';
import { findRendering } from './rendering.ts';

/** Load every article of the archive, by number. */
export const loadArticles: () => Promise<ArticleEntry[]> = onceInABuild(() =>
	Promise.resolve(loadPlaces().map(openEntry)),
);

/** Load every article of the archive, to be found by its number. */
export const loadArticlesByNumber: () => Promise<Map<number, ArticleEntry>> = onceInABuild(
	async () => new Map((await loadArticles()).map((article) => [article.number, article])),
);

/** Tell where every article of the archive is, by number, without opening it. */
export function loadPlaces(): ArticlePlace[] {
	return loadContents().places;
}

/** Load what a build goes by; while a person edits, what was last kept. */
function loadContents(): Contents {
	return findRendering()?.contents ?? readContents(contentFolders());
}

/** Load every note of the archive, by article and then in the order of the text. */
export const loadNotes: () => Promise<NoteEntry[]> = onceInABuild(async () => {
	const articles = await loadArticles();
	return articles.flatMap((article) => article.notes.map((note) => ({ article, note })));
});

/** Load the articles that were imported with their ratings, by number. */
export function loadRated(): Promise<RatedEntry[]> {
	return Promise.resolve(loadContents().rated);
}

/** Load what is left of the articles that were withdrawn, by number. */
export function loadTombstones(): Promise<Tombstone[]> {
	return Promise.resolve(loadContents().tombstones);
}
