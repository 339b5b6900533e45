import type { Author } from '../model/record.ts';

/**
 * Write a name as Zotero reads it from a tag. It splits a name at a space into given and family name; a comma
 * at the end keeps the name whole, but then a full stop within it gets a space after it: so “Apertium 3.8.3”,
 * which stays whole by itself, goes without. Of a name with both, such as “Blog (example.org)”, the space is
 * the lesser evil. A comma within a name would always split it and becomes a dash.
 */
export function tagName(name: string): string {
	const whole = name.trim().replace(/\s+/g, ' ').replaceAll(/,\s*/g, ' – ');
	return !whole.includes(' ') || /^\S+ \P{L}\S*$/u.test(whole) ? whole : `${whole},`;
}

/** Write an author's name as Zotero reads it from a tag. */
export function tagAuthor(author: Author): string {
	if ('name' in author) return tagName(author.name);
	return author.given === undefined ? tagName(author.family) : `${author.family}, ${author.given}`;
}
