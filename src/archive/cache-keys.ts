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
	return hash('sha256', tell(value));
}

/** How notes are told: each of a large archive is in a dozen lists, in orders of their own. */
const toldNotes = new WeakMap<object, string>();
/** So many characters of a hash, of 6 bits each, are those of no other note. */
const ENOUGH = 16;

/**
 * Tell a value from all others, nearly as JSON does. An article is told by its digest, which changes with all that it
 * is made of, and a note by a hash of its article and id; they stand without quotation marks, as no text does.
 */
function tell(value: unknown): string {
	if (value === undefined) return 'undefined';
	if (typeof value !== 'object' || value === null) return JSON.stringify(value);
	const toldBefore = toldNotes.get(value);
	if (toldBefore !== undefined) return toldBefore;
	if (isNoteEntry(value)) {
		const { article, note } = value;
		const hashed = hash('sha256', `${article.digest} ${note.id}`, 'base64url');
		const toldNote = `#${hashed.slice(0, ENOUGH)}`;
		toldNotes.set(value, toldNote);
		return toldNote;
	}
	if (isArticleEntry(value)) return value.digest;
	let told = '';
	if (Array.isArray(value)) {
		for (const one of value) told += `${tell(one)},`;
		return `[${told}]`;
	}
	if (value instanceof Map) return tell([...(value as Map<unknown, unknown>).values()]);
	for (const [name, one] of Object.entries(value)) told += `${JSON.stringify(name)}:${tell(one)},`;
	return `{${told}}`;
}

function isArticleEntry(value: object): value is ArticleEntry {
	return 'kept' in value && 'digest' in value;
}

function isNoteEntry(value: object): value is NoteEntry {
	return (
		'note' in value &&
		'article' in value &&
		typeof value.article === 'object' &&
		value.article !== null &&
		isArticleEntry(value.article)
	);
}
