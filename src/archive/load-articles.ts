import { getCollection } from 'astro:content';
import { keepFolderOf, readPlaces } from '../edition/keep-articles.ts';
import { openEntry } from '../edition/open-edition.ts';
import { contentFolders } from '../edition/read-archive.ts';
import type { ArticleEntry, ArticlePlace, NoteEntry, Tombstone } from '../model/article.ts';
import type { RatedEntry } from '../model/ratings.ts';
import { onceInABuild } from './once-in-a-build.ts';

/** Load every article of the archive, by number. */
export const loadArticles: () => Promise<ArticleEntry[]> = onceInABuild(async () => {
	const places = import.meta.env.DEV ? readNewestPlaces() : await loadPlaces();
	return places.map(openEntry).sort((a, b) => a.number - b.number);
});

async function loadPlaces(): Promise<ArticlePlace[]> {
	const entries = await getCollection('articles');
	return entries
		.filter(({ data }) => !('tombstone' in data || 'rated' in data))
		.map(({ data }) => data as unknown as ArticlePlace);
}

/** While a person edits, Astro may go on for a while with the collection as it was. */
function readNewestPlaces(): ArticlePlace[] {
	return readPlaces(keepFolderOf(contentFolders()));
}

/** Load every note of the archive, by article and then in the order of the text. */
export const loadNotes: () => Promise<NoteEntry[]> = onceInABuild(async () => {
	const articles = await loadArticles();
	return articles.flatMap((article) => article.notes.map((note) => ({ article, note })));
});

/** Load the articles that were imported with their ratings, by number. */
export async function loadRated(): Promise<RatedEntry[]> {
	const entries = await getCollection('articles');
	return entries
		.flatMap(({ data }) => (data as { rated?: RatedEntry }).rated ?? [])
		.sort((a, b) => a.number - b.number);
}

/** Load what is left of the articles that were withdrawn, by number. */
export async function loadTombstones(): Promise<Tombstone[]> {
	const entries = await getCollection('articles');
	return entries
		.flatMap(({ data }) => (data as { tombstone?: Tombstone }).tombstone ?? [])
		.sort((a, b) => a.number - b.number);
}
