import { getCollection } from 'astro:content';
import type { ArticleEntry, NoteEntry } from '../model/article.ts';

/** Load every article of the archive, by number. */
export async function loadArticles(): Promise<ArticleEntry[]> {
	const entries = await getCollection('articles');
	return entries
		.map((entry) => entry.data as unknown as ArticleEntry)
		.sort((a, b) => a.number - b.number);
}

/** Load every note of the archive, by article and then in the order of the text. */
export async function loadNotes(): Promise<NoteEntry[]> {
	const articles = await loadArticles();
	return articles.flatMap((article) => article.notes.map((note) => ({ article, note })));
}
