/** Words and marks that every report has in common. */
import { onOneLine } from '../../src/text/one-line.ts';

/** Cut a text to one short line, for a message or for evidence. */
export function cut(text: string, length = 120): string {
	const line = lineOf(text, 2 * length);
	if (line.length <= length) return line;
	const characters = Array.from(line.slice(0, length * 2));
	return characters.length > length
		? `${characters
				.slice(0, length - 1)
				.join('')
				.trimEnd()}…`
		: line;
}

/** Write a text as one line, or as much of it as a line of more than so many characters takes. */
function lineOf(text: string, length: number): string {
	const start = onOneLine(text.slice(0, 2 * length));
	return start.length > length ? start : onOneLine(text);
}

/** Put an author's own words in quotation marks. */
export function quoted(text: string): string {
	return `“${cut(text, 60)}”`;
}

/** List things in a sentence: “a, b and c”. */
export function listOf(items: readonly string[], joint = 'and'): string {
	return items.length < 2
		? (items[0] ?? '')
		: `${items.slice(0, -1).join(', ')} ${joint} ${items.at(-1)}`;
}

/** Count things in words: “1 note”, “3 notes”. */
export function countOf(count: number, thing: string): string {
	return `${count} ${thing}${count === 1 ? '' : 's'}`;
}

/** Count occurrences in words: “once”, “twice”, “3 times”. */
export function timesOf(count: number): string {
	return count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`;
}

/** Name the last part of a path. */
export function fileNameOf(path: string): string {
	return path.slice(path.lastIndexOf('/') + 1);
}

/** Take one line of a text, 1 for the first. */
export function lineAt(text: string, line: number): string {
	return text.split(/\r\n|\n|\r/, line)[line - 1] ?? '';
}

/** Say where an offset, in UTF-16 code units, stands in a text: line and column, both from 1. */
export function positionAt(text: string, codeUnit: number): { line: number; column: number } {
	const lines = text.slice(0, codeUnit).split(/\r\n|\n|\r/);
	return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}
