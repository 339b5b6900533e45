import { existsSync, mkdirSync, readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { contentFolders } from '../../src/edition/read-archive.ts';
import { hashBundled } from './hash-sources.ts';
import { copyTree } from './move-folder.ts';
import { BUNDLE_FILE } from './open-bundle.ts';
import { runStage } from './run-stage.ts';
import { clear } from './clear-folder.ts';

/** Inside the project: what is bundled finds the packages from there. */
const KEPT = 'node_modules/.cache/calque-bundles';

/**
 * Lay the bundle with which the pages of the archive are rendered into `to`, a folder inside the project that is not
 * there yet; of the same code and the same lists it is that of the last build, and then says so. `cache` is a folder for
 * Astro.
 */
export async function layBundle(to: string, cache: string): Promise<boolean> {
	const archive = join(KEPT, contentFolders().content.replace(/\W+/g, '-'));
	const kept = join(archive, hashBundled());
	if (copyBundle(kept, to)) return true;
	await runStage('what renders the pages was bundled', [
		'bundle-pages.ts',
		'--out',
		to,
		'--cache',
		cache,
	]);
	// Whole or not at all, and instead of those before.
	for (const name of existsSync(archive) ? readdirSync(archive) : []) clear(join(archive, name));
	mkdirSync(archive, { recursive: true });
	const whole = `${to}.kept`;
	copyTree(to, whole);
	try {
		renameSync(whole, kept);
	} catch {
		// Another build of the archive keeps the same.
		clear(whole);
	}
	return false;
}

/** Copy a kept bundle somewhere; says whether it was there as a whole. */
function copyBundle(kept: string, to: string): boolean {
	if (!existsSync(join(kept, BUNDLE_FILE))) return false;
	try {
		copyTree(kept, to);
		return true;
	} catch (error) {
		// Another build clears it away meanwhile.
		if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
		clear(to);
		return false;
	}
}
