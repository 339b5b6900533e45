import { lstatSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { replaceFile } from '../replace-file.ts';
import type { PlannedFile } from './plan-change.ts';

/** The first planned file that is not as it was when the change was planned, if there is one. */
export function findMoved(root: string, files: readonly PlannedFile[]): PlannedFile | undefined {
	return files.find(({ name, before }) => {
		const now = readIfThere(join(root, name));
		return now === undefined ? before !== undefined : !before?.equals(now);
	});
}

/**
 * Write planned files under `root`, each as a whole. Throws, before anything is written, where one of them is
 * or lies behind a symbolic link, or is neither in an article's folder nor the list of terms.
 */
export function writeFiles(root: string, files: readonly PlannedFile[]): void {
	for (const { name } of files) assertInside(root, name);
	for (const { name, after } of files) replaceFile(join(root, name), after);
}

const written = /^(?:articles\/[^/\\]+\/(?:commentary\.mdx|anchors\.json)|terms\.yaml)$/;

function assertInside(root: string, name: string): void {
	const path = join(root, name);
	const home = realpathSync(root);
	const isItsOwn = realpathSync(dirname(path)) === dirname(join(home, name));
	const status = lstatSync(path, { throwIfNoEntry: false });
	if (
		!written.test(name.split(sep).join('/')) ||
		name.split(/[\\/]/).includes('..') ||
		!isItsOwn ||
		(status && !status.isFile())
	)
		throw new Error(`${name} is not a file of the archive’s own.`);
}

function readIfThere(path: string): Buffer | undefined {
	try {
		return readFileSync(path);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
		throw error;
	}
}
