import { readFileSync, writeFileSync } from 'node:fs';
import type { Contents } from '../../src/edition/keep-archive.ts';

/** Write what is in the archive that is built, for the stages of the build. */
export function writeContentsFile(file: string, contents: Contents): void {
	writeFileSync(file, JSON.stringify(contents));
}

/** Read what is in the archive, as it was checked; it may change meanwhile. */
export function readContentsFile(file: string): Contents {
	return JSON.parse(readFileSync(file, 'utf8')) as Contents;
}
