import {
	closeSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	openSync,
	readdirSync,
	readFileSync,
	readSync,
	renameSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { PlannedArticle } from './plan-import.ts';

/** List the articles of a folder that were imported, by what was imported. */
export function listImported(folder: string): Map<string, string> {
	const imported = new Map<string, string>();
	for (const name of listNumbered(folder)) {
		const digest = digestIn(join(folder, name, 'ratings.jsonl'));
		if (digest !== undefined) imported.set(digest, name);
	}
	return imported;
}

/** Find the highest number that a folder of articles has, or that was published from beside it. */
export function highestNumber(folder: string): number {
	const content = dirname(folder);
	const ledger = join(content, 'permalinks.jsonl');
	const published = existsSync(ledger)
		? [...readFileSync(ledger, 'utf8').matchAll(/"\/a\/(\d+)\//g)].map(
				([, number]) => number ?? '0',
			)
		: [];
	const revisions = join(content, 'revisions');
	return [
		...listNumbered(folder),
		...published,
		...(existsSync(revisions) ? readdirSync(revisions) : []),
	].reduce((highest, name) => Math.max(highest, Number.parseInt(name) || 0), 0);
}

/** Write every article or none: into a folder beside them first. Throws what the system answers. */
export function writeArticles(folder: string, articles: Iterable<PlannedArticle>): void {
	mkdirSync(folder, { recursive: true });
	const temporary = mkdtempSync(join(folder, '.import-'));
	const written: string[] = [];
	const moved: string[] = [];
	try {
		for (const { name, files } of articles) {
			mkdirSync(join(temporary, name));
			for (const [file, text] of Object.entries(files))
				writeFileSync(join(temporary, name, file), text);
			written.push(name);
		}
		for (const name of written) {
			renameSync(join(temporary, name), join(folder, name));
			moved.push(name);
		}
	} catch (error) {
		for (const name of moved) rmSync(join(folder, name), { recursive: true, force: true });
		throw error;
	} finally {
		rmSync(temporary, { recursive: true, force: true });
	}
}

/** List the folders of articles in a folder, by number. */
export function listNumbered(folder: string): string[] {
	if (!existsSync(folder)) return [];
	return readdirSync(folder, { withFileTypes: true })
		.filter((entry) => entry.isDirectory() && /^\d+-/.test(entry.name))
		.map(({ name }) => name)
		.sort((a, b) => Number.parseInt(a) - Number.parseInt(b));
}

/** Read the digest in the first row of a file of ratings; the rest of it is not read. */
function digestIn(file: string): string | undefined {
	if (!existsSync(file)) return undefined;
	const descriptor = openSync(file, 'r');
	try {
		const head = Buffer.alloc(65_536);
		const count = readSync(descriptor, head, 0, head.length, 0);
		return /"digest":"([0-9a-f]{64})"\}\n/.exec(head.toString('utf8', 0, count))?.[1];
	} finally {
		closeSync(descriptor);
	}
}
