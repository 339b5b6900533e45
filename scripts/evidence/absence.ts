import { lstatSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileNameOf } from './show.ts';

/** Say why there is no file at `path`: nothing is there, or something that is no file. */
export function describeAbsence(path: string, owner: string): string {
	const name = fileNameOf(path);
	const there = statusOf(path);
	if (there === undefined) return `${owner} has no ${name}.`;
	if (there.isDirectory()) return `${name} is a folder, not a file.`;
	if (there.isSymbolicLink()) return `${name} is a symbolic link that leads to no file.`;
	return `${name} is not a file that can be read.`;
}

/** Say whether there is nothing at `path`, not so much as a link that leads nowhere. */
export function isNothingAt(path: string): boolean {
	return statusOf(path) === undefined;
}

function statusOf(path: string) {
	try {
		return lstatSync(resolve(path));
	} catch {
		return undefined;
	}
}
