import type { NoteAttributes } from '../../src/model/note.ts';

/** Write a note as the element of commentary.mdx that holds it, with its explanation as plain words. */
export function formatNote(attributes: NoteAttributes, explanation: string): string {
	const written = Object.entries(attributes).flatMap(([name, value]) => {
		if (value === undefined) return [];
		return typeof value === 'string'
			? [`\t${name}="${escapeAttribute(value)}"`]
			: [`\t${name}={${String(value)}}`];
	});
	return ['<Note', ...written, '>', escapeProse(explanation), '</Note>', ''].join('\n');
}

/** A quoted attribute ends at its quotation mark and knows character references, as HTML’s do. */
function escapeAttribute(value: string): string {
	return value.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
}

/** Keep MDX from taking words for tags, code or marks of Markdown. */
function escapeProse(words: string): string {
	return words.replace(/\s+/g, ' ').replace(/[\\<>{}*_`[\]~|&#]/g, '\\$&');
}
