import { existsSync, mkdirSync, readdirSync, realpathSync, renameSync, statSync } from 'node:fs';
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
 * two renames, one directly after the other. Where a build is killed between them, `former` is put back by the
 * next build or by the server; it lies there at no other time, and is always whole.
 */
export type Workshop = { site: string; workshop: string; former: string };

const ATTEMPTS = 4;
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
	putBack(places);
	clearDead(workshop);
	return bench;
}

/** Put a finished site in the place of the one that stands; what is in a repository of its own stays so. */
export function swapSite({ site, former }: Workshop, next: string, bench: string): void {
	if (existsSync(join(site, '.git'))) copyTree(join(site, '.git'), join(next, '.git'));
	if (existsSync(site)) renameSync(site, former);
	try {
		renameSync(next, site);
	} catch (error) {
		if (existsSync(former)) renameSync(former, site);
		throw error;
	}
	if (existsSync(former)) renameSync(former, join(bench, FORMER));
}

/** Clear a bench away, and the workshop with it where no other is there; a large former site is cleared away later. */
export function closeWorkshop({ workshop }: Workshop, bench: string): void {
	clearLater(bench, join(bench, FORMER));
	clearEmpty(workshop);
}

/** Put the former site back where a build was killed while it replaced it; a build that runs does so itself. */
export function repairSite(outDir: string): void {
	const places = workshopOf(outDir);
	if (!existsSync(places.former) || listBenches(places.workshop).some(isRunning)) return;
	putBack(places);
}

function putBack({ site, former }: Workshop): void {
	if (existsSync(site)) return;
	try {
		renameSync(former, site);
	} catch (error) {
		// Nothing is to be put back, or a server or build that started at the same time was faster.
		if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
	}
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
