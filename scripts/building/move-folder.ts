import {
	constants,
	copyFileSync,
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	renameSync,
	statSync,
} from 'node:fs';
import { join } from 'node:path';
import { BuildFault } from './fault.ts';

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

/**
 * Move what is in a folder into another on the same disk. A file that both have must be the same in both: throws a
 * BuildFault where it is not.
 */
export function layOver(from: string, to: string): void {
	if (!existsSync(to)) renameSync(from, to);
	else if (statSync(from).isDirectory() && statSync(to).isDirectory())
		for (const name of readdirSync(from)) layOver(join(from, name), join(to, name));
	else if (!readFileSync(from).equals(readFileSync(to)))
		throw new BuildFault(
			`Two parts of the site hold ${to} and differ in it. Build all of them again.`,
		);
}
