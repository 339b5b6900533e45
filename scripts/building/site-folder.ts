import {
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	realpathSync,
	renameSync,
	rmSync,
	statSync,
	writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { BuildFault } from './fault.ts';
import { clear, clearEmpty, clearLater, isBeingCleared } from './clear-folder.ts';
import { copyTree } from './move-folder.ts';
import { isRunning, nameProcess } from './running.ts';

/**
 * How a site is replaced as a whole. Beside its folder, on the same disk, lies the workshop, `.dist-build/` for
 * `dist/`. In it each build has a bench, a folder with the name of its process, which is also how another build
 * knows of it. When the new site is done, the site that stood becomes `former` and the new one takes its place:
 * two renames, one directly after the other. What is kept of the articles, which are nearly all of a site, moves from
 * `former` into the new one between the two. All these renames are written down before the first: where a build is
 * killed among them, the next build or the server does those that are left. `former` lies there at no other time.
 */
export type Workshop = { site: string; workshop: string; former: string };

/** A folder or file, and what it becomes. */
type Rename = [from: string, to: string];

const ATTEMPTS = 4;
/** Where the folders of articles are in a site. */
const ARTICLES = 'a';
/** What is to be renamed, in a workshop. */
const PLAN = 'renames.json';
/** What the site is called that another took the place of. */
const FORMER = 'former';

/** Name the places of a site; a link to its folder is followed. */
export function workshopOf(outDir: string): Workshop {
	const path = resolve(outDir);
	const site = existsSync(path) ? realpathSync(path) : path;
	const workshop = join(dirname(site), `.${basename(site)}-build`);
	return { site, workshop, former: join(workshop, FORMER) };
}

/**
 * Take the workshop of a site for this process and return its bench, an empty folder. What killed builds left is
 * repaired and cleared away. Throws a BuildFault where another build of the site runs, or where something stands
 * in its place that lacks the file `mark` and so is not what was built there before.
 */
export async function openWorkshop(places: Workshop, mark: string): Promise<string> {
	const { site, workshop } = places;
	assertReplaceable(site, mark);
	const own = nameProcess();
	const bench = join(workshop, own);
	let other: string | undefined;
	for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
		mkdirSync(bench, { recursive: true });
		other = listBenches(workshop).find((name) => name !== own && isRunning(name));
		if (other === undefined) break;
		closeWorkshop(places, bench);
		// Of two that begin at once, each sees the other: whoever comes back first goes on.
		if (attempt < ATTEMPTS) await wait(Math.random() * 200);
	}
	if (other !== undefined)
		throw new BuildFault(
			`Another build of ${site} is running (process ${other.split('-', 1)[0] ?? ''}). Wait for its end, or name another --out-dir.`,
		);
	endSwap(places);
	clearDead(workshop);
	return bench;
}

/**
 * Put a finished site in the place of the one that stands; what is in a repository of its own stays so. `kept` names
 * the folders of articles, such as `a/7`, that it lacks and takes over from that one. Throws where it cannot be done,
 * and leaves the site as it was.
 */
export function swapSite(
	places: Workshop,
	next: string,
	bench: string,
	kept: readonly string[] = [],
): void {
	const { site, workshop, former } = places;
	if (existsSync(join(site, '.git'))) copyTree(join(site, '.git'), join(next, '.git'));
	const taking = renamesOfArticles(places, next, bench, kept);
	const renames: Rename[] = existsSync(site)
		? [[site, former], ...taking, [next, site]]
		: [[next, site]];
	const plan = join(workshop, PLAN);
	const done: Rename[] = [];
	try {
		writeFileSync(plan, JSON.stringify(renames));
		for (const one of renames) {
			renameSync(...one);
			done.push(one);
		}
	} catch (error) {
		for (const [from, to] of done.reverse()) renameSync(to, from);
		rmSync(plan, { force: true });
		throw error;
	}
	if (existsSync(former)) renameSync(former, join(bench, FORMER));
	rmSync(plan);
}

/** Say how the kept articles of the former site become part of the next one, whose own take the place of the others. */
function renamesOfArticles(
	{ site, former }: Workshop,
	next: string,
	bench: string,
	kept: readonly string[],
): Rename[] {
	if (kept.length === 0) return [];
	const names = new Set(kept.map((path) => basename(path)));
	const formerArticles = join(site, ARTICLES);
	const there = existsSync(formerArticles) ? readdirSync(formerArticles) : [];
	if (there.filter((name) => names.has(name)).length < names.size)
		throw new BuildFault(`${site} was changed while its next state was built. Build it again.`);
	const [own, gone] = [join(bench, 'own'), join(bench, 'gone')];
	mkdirSync(gone);
	if (existsSync(join(next, ARTICLES))) renameSync(join(next, ARTICLES), own);
	else mkdirSync(own);
	const articles = join(former, ARTICLES);
	const between = (from: string, to: string) => (name: string) =>
		[join(from, name), join(to, name)] satisfies Rename;
	return [
		...there.filter((name) => !names.has(name)).map(between(articles, gone)),
		...readdirSync(own).map(between(own, articles)),
		[articles, join(next, ARTICLES)],
	];
}

/** Clear a bench away, and the workshop with it where no other is there; what is left of a large site is cleared later. */
export function closeWorkshop({ site, workshop }: Workshop, bench: string): void {
	clearLater(bench, [site, join(bench, FORMER)]);
	clearEmpty(workshop);
}

/** Have a site stand where a build was killed while it replaced it; a build that runs does so itself. */
export function repairSite(outDir: string): void {
	const places = workshopOf(outDir);
	if (!existsSync(places.former) || listBenches(places.workshop).some(isRunning)) return;
	endSwap(places);
}

/** Do what a killed build left to be done of the renames that put a site in the place of another. */
function endSwap({ site, workshop, former }: Workshop): void {
	if (existsSync(site) || !existsSync(former)) return;
	const unlessDone = <Done>(act: () => Done): Done | undefined => {
		try {
			return act();
		} catch (error) {
			// It was done, or a server or build that started at the same time was faster.
			const { code = '' } = error as NodeJS.ErrnoException;
			if (!['ENOENT', 'ENOTEMPTY', 'EEXIST'].includes(code)) throw error;
			return undefined;
		}
	};
	const plan = unlessDone(() => readFileSync(join(workshop, PLAN), 'utf8'));
	// Without a plan nothing was taken from the former site, which is then the last good one.
	const renames: Rename[] = plan === undefined ? [[former, site]] : (JSON.parse(plan) as Rename[]);
	for (const [from, to] of renames)
		if (!existsSync(to))
			unlessDone(() => {
				renameSync(from, to);
			});
}

function assertReplaceable(site: string, mark: string): void {
	if (!existsSync(site)) return;
	if (!statSync(site).isDirectory())
		throw new BuildFault(
			`${site} is a file, not a folder. Move it away, or name another --out-dir.`,
		);
	const names = readdirSync(site);
	if (names.length > 0 && !names.includes(mark))
		throw new BuildFault(
			`${site} is there and has no ${mark}, so it is something else than what is built. Move it away, or name another --out-dir.`,
		);
}

function listBenches(workshop: string): string[] {
	return readdirSync(workshop).filter((name) => /^\d+-\d+$/.test(name));
}

/** Clear away what is in a folder and not named for a process that runs. */
export function clearDead(folder: string): void {
	if (!existsSync(folder)) return;
	for (const name of readdirSync(folder))
		if (!isRunning(name) && !isBeingCleared(name)) clear(join(folder, name));
}
