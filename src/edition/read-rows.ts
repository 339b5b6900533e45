import type { z } from 'zod';
import { MAX_LIST_BYTES, readTextFile } from './read-text-file.ts';
import { judge, type DataFile, type Position } from './read-yaml.ts';

/** Read a file of JSON Lines of at most `limit` bytes under `root` and judge each row by `schema`. */
export function readRows<Schema extends z.ZodType>(
	root: string,
	name: string,
	schema: Schema,
	limit = MAX_LIST_BYTES,
): DataFile<z.infer<Schema>[]> {
	const { file, fault } = readTextFile(root, name, limit);
	const start = () => ({ line: 1, column: 1 });
	if (!file) return { path: fault.path, faults: [], fileFault: fault, locate: start };
	const value: z.infer<Schema>[] = [];
	const positions: Position[] = [];
	const locate = ([row]: readonly PropertyKey[]) => positions[Number(row)] ?? start();
	const outcome: DataFile<z.infer<Schema>[]> = { path: file.path, file, faults: [], locate };
	for (const [index, text] of file.text.split('\n').entries()) {
		if (text.trim() === '') continue;
		const position = { line: index + 1, column: 1 };
		positions.push(position);
		let row: unknown;
		try {
			row = JSON.parse(text);
		} catch (error) {
			outcome.syntaxFault ??= { ...position, message: error instanceof Error ? error.message : '' };
			continue;
		}
		const judged = judge(schema, row, () => position);
		outcome.faults.push(...judged.faults);
		if (judged.value !== undefined) value.push(judged.value);
	}
	const isWhole = outcome.faults.length === 0 && !outcome.syntaxFault;
	return isWhole ? { ...outcome, value, data: value } : outcome;
}
