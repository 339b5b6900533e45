import { hash } from 'node:crypto';
import type { ArticleEntry, NoteEntry } from '../model/article.ts';
import { loadAuthorities } from './load-authorities.ts';

/** What a page shows: an article or a note stands for all that is known of it. */
export type Shown = string | number | boolean | undefined | object;

/**
 * Start the making of cache keys for pages that show nothing but the authorities and what is given to the function
 * that this returns: a page whose key is as it was is taken from the site that was built before. What is not given
 * stays as it was when it changes.
 */
export async function startCacheKeys(): Promise<(...shown: Shown[]) => string> {
	const authorities = hashValue(await loadAuthorities());
	return (...shown) => hashValue([authorities, shown]);
}

function hashValue(value: unknown): string {
	return hash('sha256', JSON.stringify(standIn(value)));
}

/** An article is told by its digest, which changes with all that it is made of, and a note by its article and id. */
function standIn(value: unknown): unknown {
	if (typeof value !== 'object' || value === null) return value;
	if (Array.isArray(value)) return value.map(standIn);
	if (value instanceof Map) return [...(value as Map<unknown, unknown>).values()].map(standIn);
	if (isNoteEntry(value)) return `${value.article.digest} ${value.note.id}`;
	if (isArticleEntry(value)) return value.digest;
	return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, standIn(one)]));
}

function isArticleEntry(value: unknown): value is ArticleEntry {
	return typeof value === 'object' && value !== null && 'kept' in value && 'digest' in value;
}

function isNoteEntry(value: unknown): value is NoteEntry {
	return (
		typeof value === 'object' &&
		value !== null &&
		'note' in value &&
		'article' in value &&
		isArticleEntry(value.article)
	);
}
