import { createHash } from 'node:crypto';
import { listPermalinks, type Answered } from '../../src/edition/list-permalinks.ts';
import type { OutlinedArchive } from '../checks/rule.ts';

const answered = new WeakMap<OutlinedArchive, Map<string, Answered>>();

/** Find what the archive answers now, by address. */
export function findAnswered(archive: OutlinedArchive): Map<string, Answered> {
	const known = answered.get(archive);
	if (known) return known;
	const found = new Map(listPermalinks(archive).map((entry) => [entry.url, entry]));
	answered.set(archive, found);
	return found;
}

/** Take the lines of the ledger as they are written, the empty one after the last left out. */
export function linesOf(text: string): string[] {
	const lines = text.split('\n');
	return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}

/** Hash lines as a release does: SHA-256, in hexadecimal, a line feed after each. */
export function hashLines(lines: readonly string[]): string {
	return createHash('sha256')
		.update(lines.map((line) => `${line}\n`).join(''))
		.digest('hex');
}
