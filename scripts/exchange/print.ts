import type { Loss, Remark } from '../../src/exchange/annotated/reading.ts';

const MOST = 100;

/** A remark with the file that it is about. */
export type FileRemark = Remark & { file: string };

/** Print remarks, a line each, those that stop an import first. */
export function printRemarks(remarks: readonly FileRemark[]): void {
	const sorted = remarks.toSorted((a, b) => Number(b.stops ?? false) - Number(a.stops ?? false));
	for (const { file, line, column, message } of sorted.slice(0, MOST))
		console.error(`${file}:${line}${column === undefined ? '' : `:${column}`}  ${message}`);
	if (sorted.length > MOST) console.error(`And ${sorted.length - MOST} more.`);
}

/** Print what a format could not hold. */
export function printLosses(losses: readonly Loss[], format: string): void {
	if (losses.length === 0) console.log(`Nothing is lost: ${format} holds all of it.`);
	else console.log(`What ${format} cannot hold:`);
	for (const { what, count } of losses) console.log(`  ${count}  ${what}`);
}

/** Say why a command cannot go on, in a line, and end it. */
export function refuse(message: string, code: 1 | 2 = 1): never {
	console.error(message);
	process.exit(code);
}

/** Say what the system answered, in a line. */
export function reasonOf(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}
