import { spawn } from 'node:child_process';
import { existsSync, readdirSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { isRunning, nameProcess } from './running.ts';

/** A site of more articles takes seconds to clear away: a disk does that file by file. */
const MANY_ARTICLES = 1_000;

/** What a folder is named for that a process is clearing away. */
const CLEARED = 'cleared-by-';

/** Say whether a process that runs is clearing away what has this name. */
export function isBeingCleared(name: string): boolean {
	return name.startsWith(CLEARED) && isRunning(name.slice(CLEARED.length));
}

/**
 * Clear away a folder with what is left of one of these sites: of a large one in a process of its own, for which nobody
 * waits. Where that is killed, what is left is named for a process that does not run, and cleared by the next build.
 */
export function clearLater(folder: string, sites: readonly string[]): void {
	const isLarge = sites
		.map((site) => join(site, 'a'))
		.some((articles) => existsSync(articles) && readdirSync(articles).length > MANY_ARTICLES);
	if (!isLarge) {
		clear(folder);
		return;
	}
	const script = fileURLToPath(new URL('../clear-folder.ts', import.meta.url));
	const around = dirname(folder);
	const cleaner = spawn(process.execPath, [script, around], { detached: true, stdio: 'ignore' });
	// One that could not be started has no number, and says so later.
	cleaner.once('error', () => undefined);
	if (cleaner.pid === undefined) {
		clear(folder);
		return;
	}
	renameSync(folder, join(around, `${CLEARED}${nameProcess(cleaner.pid)}`));
	cleaner.unref();
}

/** What another process leaves to this one is there as soon as it was started, in milliseconds. */
const WAITED_FOR = 5_000;

/** Clear away what was left to this process in a folder, and the folder itself where nothing else is in it. */
export async function clearOwn(around: string): Promise<void> {
	const own = join(around, `${CLEARED}${nameProcess()}`);
	for (let waited = 0; !existsSync(own) && waited < WAITED_FOR; waited += 10) await wait(10);
	clear(own);
	clearEmpty(around);
}

/** Clear a folder away that may be empty. */
export function clearEmpty(folder: string): void {
	try {
		rmdirSync(folder);
	} catch {
		// Something is in it, or somebody was faster.
	}
}

/** Clear a folder away; where a stage of a killed build still writes into it, the next build does. */
export function clear(folder: string): void {
	try {
		rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'ENOTEMPTY') throw error;
	}
}
