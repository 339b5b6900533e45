import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Hash every file of a folder, by its path. */
export function hashFiles(folder: string): { [path: string]: string } {
	const files = readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name))
		.sort();
	const hash = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');
	return Object.fromEntries(files.map((file) => [relative(folder, file), hash(file)]));
}
