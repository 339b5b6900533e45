import { cpSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';

const parts = [
	'astro.config.mjs',
	'package.json',
	'package-lock.json',
	'tsconfig.json',
	'src',
	'scripts',
	'public',
];

/**
 * Lay a copy of the project, with its `content` where that is asked for, into an empty folder, with nothing that an
 * earlier build kept: its caches and its output are its own. The installed packages are those of the project.
 */
export function copyProject(folder: string, { withContent }: { withContent: boolean }): void {
	for (const part of withContent ? [...parts, 'content'] : parts)
		cpSync(part, join(folder, part), { recursive: true });
	mkdirSync(join(folder, 'node_modules'));
	// Folders with a dot hold what was kept, but for that of the commands.
	for (const name of readdirSync('node_modules'))
		if (!name.startsWith('.') || name === '.bin')
			symlinkSync(resolve('node_modules', name), join(folder, 'node_modules', name));
}
