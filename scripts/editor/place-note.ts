import type { CommentarySource, WrittenElement } from '../../src/edition/read-commentary.ts';

/** Put `note` in the place of an element of the commentary; every other byte stays. */
export function replaceElement(
	{ file }: CommentarySource,
	{ span }: WrittenElement,
	note: string,
): string {
	const text = file?.text ?? '';
	return (
		text.slice(0, span.startCodeUnit) + withLineEnds(note, text) + text.slice(span.endCodeUnit)
	);
}

/**
 * Add a note after the last one of its paragraph or an earlier one; before all others where it is the first
 * of the text, and after the points and quotations where it is the only one. Every other byte stays.
 */
export function insertNote(
	{ file, written }: CommentarySource,
	paragraph: number,
	note: string,
): string {
	const text = file?.text ?? '';
	const notes = written.filter(({ element }) => element === 'Note');
	const before = notes.filter(({ attributes: { p } }) => Number(p) <= paragraph).at(-1);
	const [first] = notes;
	if (!before && first) {
		const at = first.span.startCodeUnit;
		return text.slice(0, at) + withLineEnds(`${note}\n\n`, text) + text.slice(at);
	}
	const last = before ?? written.at(-1);
	const at = last?.span.endCodeUnit ?? (text.startsWith('\uFEFF') ? 1 : 0);
	const [head, tail] = [text.slice(0, at), text.slice(at)];
	const isParted = tail === '' || /^[ \t]*(?:\r\n|\r|\n)[ \t]*(?:[\r\n]|$)/.test(tail);
	const after = isParted || tail.trim() === '' ? '' : '\n\n';
	const end = tail === '' ? '\n' : after;
	return head + withLineEnds(`${last ? '\n\n' : ''}${note}${end}`, text) + tail;
}

/** Lines end as they do in the rest of the file. */
function withLineEnds(note: string, text: string): string {
	return text.includes('\r\n') ? note.replaceAll('\n', '\r\n') : note;
}
