import { createReadStream, createWriteStream, existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { hashCode } from './hash-sources.ts';
import { heapOf } from './choose-jobs.ts';
import { readContentsFile } from './contents-file.ts';
import { followRendering, type Followed } from './follow-rendering.ts';
import { layBundle } from './keep-bundle.ts';
import { layTogether } from './lay-together.ts';
import { copyTree, layOver, moveFolder } from './move-folder.ts';
import { ASSETS_FOLDER } from './open-bundle.ts';
import { dealOut, type Job, type Part } from './part.ts';
import { runStage, type StageMessage } from './run-stage.ts';
import { nameProcess } from './running.ts';
import { clear } from './clear-folder.ts';
import { clearDead } from './site-folder.ts';
import type { FormerSite } from './render-pages.ts';
import { writeRedirects } from './write-redirects.ts';

/** Inside the project: what renders the pages finds the packages from there. */
const RENDERING = resolve('node_modules/.cache/calque-rendering');

/**
 * Render a part of the pages, in so many processes at once, and move them to `to` with what they load, and what is
 * known of them into a file beside it, `builtFileOf(to)`; the same pages come of any number. `contents` is the file
 * that `check-content.ts --keep` wrote. What a former site has already is taken from there. `beside` is other work,
 * which is begun at once and done in the place of one of the processes before it renders, and to end when its signal
 * says so. Returns the folders of articles, such as `a/7`, that are as they were in the former site and are to be moved
 * from there. Throws a BuildFault where anything fails.
 */
export async function renderSite(
	part: Part,
	jobs: number,
	contents: string,
	to: string,
	{ former, beside }: { former?: FormerSite; beside?: Beside } = {},
): Promise<string[]> {
	clearDead(RENDERING);
	const folder = join(RENDERING, nameProcess());
	let followed: Followed | undefined;
	let kept: string[] = [];
	const ending = new AbortController();
	const besides = beside?.(ending.signal);
	// Whoever waits for it is told.
	besides?.catch(() => undefined);
	try {
		const bundle = join(folder, 'bundle');
		const isSame = await layBundle(bundle, join(folder, 'cache'));
		const isThere = former !== undefined && existsSync(former.folder) && existsSync(former.built);
		const isRebuild = isSame && isThere;
		const dealt = dealOut(part, jobs, { hasIndex: besides !== undefined, isRebuild });
		followed = followRendering(dealt);
		const { listen } = followed;
		await renderJobs(dealt, folder, { bundle, contents }, { former, besides, ending, listen });
		const site = join(folder, 'site');
		layTogether(
			Array.from({ length: jobs }, (_, job) => join(folder, String(job))),
			site,
		);
		layOver(join(bundle, ASSETS_FOLDER), site);
		writeRedirects(site);
		kept = followed.kept();
		if (former) kept = kept.filter((name) => !layBeside(former.folder, name, site, folder));
		moveFolder(site, to);
		const built = Array.from({ length: jobs }, (_, job) => builtFileOf(join(folder, String(job))));
		for (const file of built)
			await pipeline(createReadStream(file), createWriteStream(builtFileOf(to), { flags: 'a' }));
	} catch (error) {
		ending.abort();
		await besides?.catch(() => undefined);
		throw error;
	} finally {
		followed?.end();
		clear(folder);
	}
	const { rendered, taken } = followed.sums();
	const others = taken === 0 ? '' : `, ${taken} taken from the former site`;
	console.log(`${rendered} pages and files rendered${others}.`);
	return kept;
}

/**
 * Where something is in a folder of a site, such as a page that leads on from an old address, lay beside it what a
 * former site has there; says whether that was so.
 */
function layBeside(former: string, name: string, site: string, bench: string): boolean {
	if (!existsSync(join(site, name))) return false;
	const copy = join(bench, 'copy', name);
	copyTree(join(former, name), copy);
	layOver(copy, join(site, name));
	return true;
}

type Beside = (signal: AbortSignal) => Promise<void>;

/** Name the file beside a rendered site that tells what is in it. */
export function builtFileOf(site: string): string {
	return `${site}.built.jsonl`;
}

/** Render what each job is in a process of its own. */
async function renderJobs(
	dealt: readonly Job[],
	folder: string,
	sources: { bundle: string; contents: string },
	{
		former,
		besides,
		ending,
		listen,
	}: {
		former: FormerSite | undefined;
		besides: Promise<void> | undefined;
		ending: AbortController;
		listen: (job: number) => (message: StageMessage) => void;
	},
): Promise<void> {
	const code = hashCode();
	const { places } = readContentsFile(sources.contents);
	const lengths = places.map(({ kept }) => statSync(kept).size);
	const render = async ({ part, from, to, hasLists }: Job, job: number) => {
		if (job === dealt.length - 1) await besides;
		if (ending.signal.aborted) return;
		const out = join(folder, String(job));
		const options = {
			part: `${part.index + 1}/${part.of}`,
			from: String(from),
			to: String(to),
			out,
			...sources,
			built: builtFileOf(out),
			code,
			...(former && { former: former.folder, 'former-built': former.built }),
		};
		const command = Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]);
		if (hasLists) command.push('--lists');
		const heap = heapOf(lengths, hasLists);
		await runStage('the pages were rendered', ['render-pages.ts', ...command], {
			listen: listen(job),
			signal: ending.signal,
			...(heap !== undefined && { heap }),
			clearsAlone: !hasLists,
			// The bundle lies elsewhere in each build.
			keepsCompiled: false,
		});
	};
	const stages = dealt.map(async (one, job) => {
		try {
			await render(one, job);
		} catch (error) {
			ending.abort();
			throw error;
		}
	});
	const outcomes = await Promise.allSettled(stages);
	const failures = outcomes.filter((outcome) => outcome.status === 'rejected');
	// What ended because another had failed says nothing of the reason.
	const failure = failures.find(({ reason }) => !String(reason).includes('SIGKILL')) ?? failures[0];
	if (failure) throw failure.reason;
}
