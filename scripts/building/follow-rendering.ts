import { startProgress, type Progress } from '../show-progress.ts';
import type { Job } from './part.ts';
import type { StageMessage } from './run-stage.ts';

/** What the processes that render have told. */
export type Followed = {
	/** Take what the process of a job tells. */
	listen: (job: number) => (message: StageMessage) => void;
	end: () => void;
	/** How many pages and files were rendered, and how many were taken from the former site. */
	sums: () => { rendered: number; taken: number };
	/** The folders of articles, such as `a/7`, that were left in the former site to be moved from there. */
	kept: () => string[];
};

/**
 * Show how far the processes are that render. One of them may begin minutes after the others, when it has done other
 * work: until it tells how many pages it has, they are taken to be as many as those of the others for as many articles.
 */
export function followRendering(
	jobs: readonly Pick<Job, 'from' | 'to'>[],
	start: typeof startProgress = startProgress,
): Followed {
	const shareOf = ({ from, to }: Pick<Job, 'from' | 'to'>) => to - from;
	/** What each has told at first, the pages of its articles. */
	const first = new Map<number, number>();
	let pages = 0;
	let shown = 0;
	let rendered = 0;
	let taken = 0;
	let kept: string[] = [];
	let progress: Progress | undefined;

	function expect(): number {
		const toldShare = sum([...first.keys()].map((job) => shareOf(jobs[job] ?? { from: 0, to: 0 })));
		const untoldShare = sum(jobs.map(shareOf)) - toldShare;
		if (first.size === jobs.length || toldShare === 0) return pages;
		return pages + Math.round((sum([...first.values()]) / toldShare) * untoldShare);
	}

	return {
		listen: (job) => (message) => {
			if ('pages' in message) {
				if (!first.has(job)) first.set(job, message.pages);
				pages += message.pages;
				const expected = expect();
				const label = jobs.length === 1 ? 'Rendering' : `Rendering in ${jobs.length} processes`;
				if (progress) progress.extend(expected - shown);
				else progress = start(label, expected);
				shown = expected;
			} else if ('rendered' in message) {
				rendered += message.rendered;
				progress?.advance(message.rendered);
			} else if ('taken' in message) {
				taken += message.taken;
				kept = [...kept, ...message.kept];
			}
		},
		end: () => progress?.end(),
		sums: () => ({ rendered, taken }),
		kept: () => kept,
	};
}

function sum(numbers: readonly number[]): number {
	return numbers.reduce((total, number) => total + number, 0);
}
