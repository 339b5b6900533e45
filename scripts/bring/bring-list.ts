import { dirname } from 'node:path';
import { bringIn } from './bring-in.ts';
import type { Holdings } from './holdings.ts';
import { readInput } from './read-input.ts';
import { readList, resolveInFolder } from './read-list.ts';
import { Refusal } from './refusal.ts';

/** How a row of a list ended, in words. */
export type RowOutcome = {
	line: number;
	file: string;
	kind: 'new' | 'held' | 'refused';
	says: string;
};

/**
 * Bring in the files of a list one after the other, telling of each as it ends. What is in the archive already is
 * passed over, so a list that was interrupted is gone on with by the same command.
 */
export function* bringList(
	holdings: Holdings,
	list: string,
	run: { today: string; isDry: boolean },
): Generator<RowOutcome & { total: number }> {
	const rows = readList(readInput(list));
	for (const { line, file, choices } of rows) {
		const row = { line, file, total: rows.length };
		try {
			const path = resolveInFolder(dirname(list), file);
			const brought = bringIn(holdings, path, choices, run);
			yield brought.kind === 'held'
				? { ...row, kind: 'held', says: `article ${brought.by} holds it already` }
				: {
						...row,
						kind: 'new',
						says: `article ${brought.record.number}, ${brought.record.title.captured}`,
					};
		} catch (error) {
			if (!(error instanceof Refusal)) throw error;
			yield { ...row, kind: 'refused', says: error.message };
		}
	}
}
