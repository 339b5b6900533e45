import { statfsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { startProgress, type Progress } from '../show-progress.ts';
import { BuildFault } from './fault.ts';
import { moveFolder } from './move-folder.ts';
import { runStage } from './run-stage.ts';
import { nameProcess } from './running.ts';
import {
	clear,
	clearDead,
	closeWorkshop,
	openWorkshop,
	swapSite,
	workshopOf,
} from './site-folder.ts';

/**
 * Check the content, build its site on a bench beside `outDir` and put it in the place of what stands there.
 * Throws where anything fails, and leaves what stands there as it was.
 */
export async function buildSite(outDir: string): Promise<void> {
	const places = workshopOf(outDir);
	const bench = await openWorkshop(places);
	try {
		const next = join(bench, 'site');
		await runStage('the content was checked', ['check-content.ts']);
		await renderPages(next);
		await runStage('the search index was written', ['write-search-index.ts', next]);
		await runStage('the files for use offline were written', ['write-offline.ts', next]);
		swapSite(places, next, bench);
	} catch (error) {
		// Pagefind says of a full disk only that it had to stop.
		if (error instanceof BuildFault && error.message === '' && isFull(bench))
			throw new BuildFault('The disk is full.');
		throw error;
	} finally {
		closeWorkshop(places, bench);
	}
}

/**
 * Astro renders inside the project alone: elsewhere it keeps what it renders with in one place for all builds, and
 * fails where that is on another disk.
 */
const RENDERING = resolve('node_modules/.cache/calque-rendering');

/** Render the pages and move them to `next`. */
async function renderPages(next: string): Promise<void> {
	clearDead(RENDERING);
	const folder = join(RENDERING, nameProcess());
	let progress: Progress | undefined;
	let rendered = 0;
	try {
		await runStage('the pages were rendered', ['render-pages.ts', folder], (message) => {
			if ('pages' in message) progress = startProgress('Rendering', message.pages);
			if (!('rendered' in message)) return;
			rendered += message.rendered;
			progress?.advance(message.rendered);
		});
		moveFolder(join(folder, 'site'), next);
	} finally {
		progress?.end();
		clear(folder);
	}
	console.log(`${rendered} pages rendered.`);
}

/** Say whether less is left of a disk than a file of some length needs. */
function isFull(folder: string): boolean {
	const { bavail, bsize } = statfsSync(folder);
	return bavail * bsize < 1024 * 1024;
}
