import { constants, copyFileSync, mkdirSync, readdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Move a folder, to another disk too. */
export function moveFolder(from: string, to: string): void {
	try {
		renameSync(from, to);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
		copyTree(from, to);
	}
}

/** Copy a file or a folder with all that is in it. (`cpSync` of Node 24 says of a full disk that it failed.) */
export function copyTree(from: string, to: string): void {
	if (!statSync(from).isDirectory()) {
		copyFileSync(from, to, constants.COPYFILE_FICLONE);
		return;
	}
	mkdirSync(to, { recursive: true });
	for (const name of readdirSync(from)) copyTree(join(from, name), join(to, name));
}
