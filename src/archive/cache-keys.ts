import { createHash } from 'node:crypto';
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
	const authorities = hash(await loadAuthorities());
	return (...shown) => hash([authorities, shown]);
}

function hash(value: unknown): string {
	return createHash('sha256').update(JSON.stringify(value, standIn)).digest('hex');
}

/** An article is told by its digest, which changes with all that it is made of, and a note by its article and id. */
function standIn(_name: string, value: unknown): unknown {
	if (value instanceof Map) return [...(value as Map<unknown, unknown>).values()];
	if (isNoteEntry(value)) return [value.article.digest, value.note.id];
	return isArticleEntry(value) ? value.digest : value;
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
