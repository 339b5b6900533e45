import { isSeq, parseDocument } from 'yaml';
import type { Record } from '../../src/model/record.ts';

/**
 * Add a revision to the text of a record; no other character of it changes. Throws where the text has no list
 * of revisions.
 */
export function appendRevision(text: string, revision: Record['revisions'][number]): string {
	const list = parseDocument(text).get('revisions');
	const last = isSeq(list) ? list.items.at(-1) : undefined;
	const range = (last as { range?: [number, number, number] } | undefined)?.range;
	if (!isSeq(list) || !range) throw new Error('The record has no list of revisions.');
	const { number, date, reason } = revision;
	const written = `{ number: ${number}, date: ${JSON.stringify(date)}, reason: ${JSON.stringify(reason)} }`;
	const [start, end] = range;
	if (list.flow) return `${text.slice(0, end)}, ${written}${text.slice(end)}`;
	const lineStart = text.lastIndexOf('\n', start - 1) + 1;
	const indent = /^\s*-\s*/.exec(text.slice(lineStart))?.[0] ?? '- ';
	// An item in block style ends with its last line; what follows it on that line is a comment.
	const lineEnd = text.indexOf('\n', end - 1);
	const at = lineEnd === -1 ? text.length : lineEnd;
	return `${text.slice(0, at)}\n${indent}${written}${text.slice(at)}`;
}
