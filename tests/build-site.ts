import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

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

/** Build the site of an archive with its search index; returns what was printed. */
export function buildSite(
	content: string,
	captures: string,
	outDir: string,
	settings: { SITE_URL?: string } = {},
): string {
	// Vitest sets variables that Vite takes for its own; a build in a test must be like any other.
	const { PATH, HOME } = process.env;
	const env = { PATH, HOME, CALQUE_CONTENT: content, CALQUE_CAPTURES: captures, ...settings };
	const run = (...command: string[]) =>
		execFileSync(process.execPath, command, { env, encoding: 'utf8', stdio: 'pipe' });
	const built = run('node_modules/astro/bin/astro.mjs', 'build', '--outDir', outDir);
	return built + run('scripts/write-search-index.ts', outDir);
}

export const fixtures = {
	archive: 'tests/fixtures/archive',
	captures: 'tests/fixtures/archive-captures',
	hostile: 'tests/fixtures/hostile',
};
