import { join, resolve } from 'node:path';
import { startProgress, type Progress } from '../show-progress.ts';
import { layTogether } from './lay-together.ts';
import { moveFolder } from './move-folder.ts';
import { dealOut, type Part } from './part.ts';
import { runStage, type StageMessage } from './run-stage.ts';
import { nameProcess } from './running.ts';
import { clear, clearDead } from './site-folder.ts';

/**
 * Astro renders inside the project alone: elsewhere it keeps what it renders with in one place for all builds, and
 * fails where that is on another disk.
 */
const RENDERING = resolve('node_modules/.cache/calque-rendering');

/**
 * Render a part of the pages, in so many processes at once, and move them to `to`; the same pages come of any
 * number. Throws a BuildFault where one of the processes fails.
 */
export async function renderSite(part: Part, jobs: number, to: string): Promise<void> {
	clearDead(RENDERING);
	const folder = join(RENDERING, nameProcess());
	const counts = new Map<number, number>();
	let rendered = 0;
	let progress: Progress | undefined;
	const listen = (job: number) => (message: StageMessage) => {
		if ('pages' in message) {
			counts.set(job, message.pages);
			if (counts.size < jobs) return;
			const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
			progress = startProgress(jobs === 1 ? 'Rendering' : `Rendering in ${jobs} processes`, total);
			progress.advance(rendered);
		} else if ('rendered' in message) {
			rendered += message.rendered;
			progress?.advance(message.rendered);
		}
	};
	try {
		await renderParts(dealOut(part, jobs), folder, listen);
		layTogether(
			Array.from({ length: jobs }, (_, job) => join(folder, String(job))),
			join(folder, 'site'),
		);
		moveFolder(join(folder, 'site'), to);
	} finally {
		progress?.end();
		clear(folder);
	}
	console.log(`${rendered} pages rendered.`);
}

/** Render each part in a process of its own. The first reads the archive for all; the others begin when it has. */
async function renderParts(
	parts: readonly Part[],
	folder: string,
	listen: (job: number) => (message: StageMessage) => void,
): Promise<void> {
	const ending = new AbortController();
	const render = (job: number, hear: (message: StageMessage) => void) => {
		const { index, of } = parts[job] ?? { index: 0, of: 1 };
		const places = [join(folder, String(job)), join(folder, 'cache')];
		const command = [...places, `${index + 1}/${of}`, ...(job === 0 ? [] : ['--read'])];
		const stage = runStage(
			'the pages were rendered',
			['render-pages.ts', ...command],
			hear,
			ending.signal,
		);
		stage.catch(() => {
			ending.abort();
		});
		return stage;
	};
	const hasRead = Promise.withResolvers<undefined>();
	const first = render(0, (message) => {
		if ('hasRead' in message) hasRead.resolve(undefined);
		listen(0)(message);
	});
	await Promise.race([hasRead.promise, first]);
	const others = parts.slice(1).map((_, index) => render(index + 1, listen(index + 1)));
	const outcomes = await Promise.allSettled([first, ...others]);
	const failures = outcomes.filter((outcome) => outcome.status === 'rejected');
	// What ended because another had failed says nothing of the reason.
	const failure = failures.find(({ reason }) => !String(reason).includes('SIGKILL')) ?? failures[0];
	if (failure) throw failure.reason;
}
