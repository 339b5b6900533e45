import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, statfsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { BuildFault } from './fault.ts';
import { layTogether } from './lay-together.ts';
import { copyTree, moveFolder } from './move-folder.ts';
import type { Part } from './part.ts';
import { builtFileOf, renderSite } from './render-site.ts';
import { runStage } from './run-stage.ts';
import { describeShard, openShards, SHARD_FILE } from './shards.ts';
import { closeWorkshop, openWorkshop, swapSite, workshopOf } from './site-folder.ts';

/** Where the search index lies in a site. */
const INDEX_FOLDER = 'pagefind';

/** A file that every built site has: a folder without it holds something else. */
const SITE_FILE = 'addresses.json';

/** The pages of the whole site. */
const WHOLE: Part = { index: 0, of: 1 };

/**
 * Check the content, build its site on a bench beside `outDir` and put it in the place of what stands there.
 * Throws where anything fails, and leaves what stands there as it was.
 */
export async function buildSite(outDir: string, jobs: number): Promise<void> {
	const { site } = workshopOf(outDir);
	const built = keptBuiltFileOf(site);
	await replaceFolder(outDir, SITE_FILE, async (next, bench) => {
		const contents = await checkContent(bench);
		const index = join(bench, 'index');
		const kept = await renderSite(WHOLE, jobs, contents, next, {
			former: { folder: site, built },
			beside: (signal) => writeSearchIndex(index, contents, signal),
		});
		await finishSite(next, index, contents);
		// Until the new site stands in the place of the former one this is true of neither, and nothing is taken over.
		mkdirSync(dirname(built), { recursive: true });
		moveFolder(builtFileOf(next), built);
		return kept;
	});
}

/** Name the file that tells what is in the site of a folder, kept from one build to the next. */
function keptBuiltFileOf(site: string): string {
	const name = createHash('sha256').update(site).digest('hex').slice(0, 16);
	return join('node_modules/.cache/calque-built', `${name}.jsonl`);
}

/** Check the content and render one part of its pages into `outDir`, for `mergeShards`. */
export function buildShard(outDir: string, shard: Part, jobs: number): Promise<void> {
	return replaceFolder(outDir, SHARD_FILE, async (next, bench) => {
		const contents = await checkContent(bench);
		mkdirSync(next);
		await renderSite(shard, jobs, contents, join(next, 'site'));
		rmSync(builtFileOf(join(next, 'site')));
		describeShard(next, shard);
		return [];
	});
}

/** Put the shards in `from` together to the site that one build would have made, in the place of what stands there. */
export function mergeShards(from: string, outDir: string): Promise<void> {
	return replaceFolder(outDir, SITE_FILE, async (next, bench) => {
		const parts = openShards(from).map((site, index) => {
			const copy = join(bench, `part-${index}`);
			copyTree(site, copy);
			return copy;
		});
		layTogether(parts, next);
		for (const part of parts) rmSync(part, { recursive: true, force: true });
		const contents = await checkContent(bench);
		const index = join(bench, 'index');
		await writeSearchIndex(index, contents);
		await finishSite(next, index, contents);
		return [];
	});
}

/** Check the content and keep its articles; returns the file that lists the contents. */
async function checkContent(bench: string): Promise<string> {
	const contents = join(bench, 'contents.json');
	await runStage('the content was checked', ['check-content.ts', '--keep', contents], {
		clearsAlone: true,
	});
	return contents;
}

function writeSearchIndex(to: string, contents: string, signal?: AbortSignal): Promise<void> {
	const command = ['write-search-index.ts', to, contents] as const;
	return runStage('the search index was written', command, signal && { signal });
}

/** Put the search index into a site, and write what it needs to work without a network. */
async function finishSite(next: string, index: string, contents: string): Promise<void> {
	moveFolder(index, join(next, INDEX_FOLDER));
	await runStage('the files for use offline were written', [
		'write-offline.ts',
		next,
		contents,
		builtFileOf(next),
	]);
}

/**
 * Make what is to stand in `outDir`, and put it there when it is done; `mark` is a file that it has. `make` returns
 * the folders of articles that it left there, if any.
 */
async function replaceFolder(
	outDir: string,
	mark: string,
	make: (next: string, bench: string) => Promise<string[]>,
): Promise<void> {
	const places = workshopOf(outDir);
	const bench = await openWorkshop(places, mark);
	try {
		const next = join(bench, 'site');
		const kept = await make(next, bench);
		swapSite(places, next, bench, kept);
	} catch (error) {
		// Pagefind says of a full disk only that it had to stop.
		if (error instanceof BuildFault && error.message === '' && isFull(bench))
			throw new BuildFault('The disk is full.');
		throw error;
	} finally {
		closeWorkshop(places, bench);
	}
}

/** Say whether less is left of a disk than a file of some length needs. */
function isFull(folder: string): boolean {
	const { bavail, bsize } = statfsSync(folder);
	return bavail * bsize < 1024 * 1024;
}
