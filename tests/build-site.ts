import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** Make a folder of a test's own; the system clears it away. */
export function makeFolder(name: string): string {
	return mkdtempSync(join(tmpdir(), `calque-${name}-`));
}

/** Lay folders over one another as one archive, later files over earlier ones, and return its folder. */
export function layArchive(...layers: string[]): string {
	const folder = makeFolder('archive');
	for (const layer of layers) cpSync(layer, folder, { recursive: true });
	return folder;
}

/**
 * Build the site of an archive with its search index, with a copy of the project if one is named; returns
 * what was printed.
 */
export function buildSite(
	content: string,
	captures: string,
	outDir: string,
	settings: { SITE_URL?: string; TZ?: string; LC_ALL?: string } = {},
	project = process.cwd(),
): string {
	// Vitest sets variables that Vite takes for its own; a build in a test must be like any other.
	const { PATH, HOME } = process.env;
	const env = { PATH, HOME, CALQUE_CONTENT: content, CALQUE_CAPTURES: captures, ...settings };
	const run = (...command: string[]) =>
		execFileSync(process.execPath, command, { cwd: project, env, encoding: 'utf8', stdio: 'pipe' });
	const built = run('node_modules/astro/bin/astro.mjs', 'build', '--outDir', outDir);
	return built + run('scripts/write-search-index.ts', outDir);
}

/** Lay a copy of the project elsewhere, with nothing that an earlier build kept; returns its folder. */
export function copyProject(): string {
	const folder = makeFolder('project elsewhere-');
	const parts = ['astro.config.mjs', 'package.json', 'tsconfig.json', 'src', 'scripts', 'content'];
	for (const part of [...parts, 'public']) cpSync(part, join(folder, part), { recursive: true });
	mkdirSync(join(folder, 'node_modules'));
	for (const name of readdirSync('node_modules'))
		if (!name.startsWith('.'))
			symlinkSync(resolve('node_modules', name), join(folder, 'node_modules', name));
	return folder;
}

export const fixtures = {
	archive: 'tests/fixtures/archive',
	captures: 'tests/fixtures/archive-captures',
	hostile: 'tests/fixtures/hostile',
};
