import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listFolder } from './list-folder.ts';

/**
 * Hash the files of a folder, in the order of their names: SHA-256, in hexadecimal, over each name and its
 * bytes, a NUL after each. Folders inside it and hidden files do not count. Throws where a file cannot be read.
 */
export function hashFolder(folder: string): string {
	const hash = createHash('sha256');
	for (const entry of listFolder(folder).entries)
		if (entry.isFile())
			hash
				.update(`${entry.name}\0`)
				.update(readFileSync(join(folder, entry.name)))
				.update('\0');
	return hash.digest('hex');
}
