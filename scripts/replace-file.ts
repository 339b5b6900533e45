import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * Replace a file as a whole: whoever reads it finds the old text or the new, and a symbolic link in its place
 * is replaced rather than followed. Throws what the system answers, and leaves nothing behind.
 */
export function replaceFile(path: string, text: string | Uint8Array): void {
	const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
	try {
		// `wx` follows no link that somebody left under the temporary name.
		writeFileSync(temporary, text, { flag: 'wx' });
		renameSync(temporary, path);
	} catch (error) {
		rmSync(temporary, { force: true });
		throw error;
	}
}
