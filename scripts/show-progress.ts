/**
 * Shows how far a piece of long work is: `advance` when a part is done, `extend` when more parts are found, or fewer
 * than were thought, `end` when no more will be done.
 */
export type Progress = {
	advance: (by?: number) => void;
	extend: (by: number) => void;
	end: () => void;
};

/** Where progress is shown and what tells the time, in milliseconds; others than the defaults for tests. */
type ProgressMeans = {
	output?: { isTTY?: boolean; columns?: number; write(text: string): unknown };
	now?: () => number;
	isPlain?: boolean;
};

/** Work that is over within this time, in milliseconds, shows nothing. */
const BAR_AFTER = 1000;
const LINES_AFTER = 5000;
const REDRAW_AFTER = 100;
const BAR_WIDTH = 24;

/**
 * Show on standard error how many of `total` parts are done and how long the rest will take.
 *
 * A terminal gets one bar after a second, which is gone at the end; a log or CI gets a line at each tenth
 * once the work has taken five seconds. It draws only when told of progress, so that work which never
 * lets go of the thread shows it too. Call `end` in any case, else a bar is left behind.
 */
export function startProgress(
	label: string,
	total: number,
	{
		output = process.stderr,
		now = () => performance.now(),
		isPlain = Boolean(process.env['CI']) || process.env['TERM'] === 'dumb',
	}: ProgressMeans = {},
): Progress {
	const start = now();
	const hasBar = output.isTTY === true && !isPlain;
	let done = 0;
	let drawnAt = -Infinity;
	let tenths = 0;

	function draw(time: number): void {
		if (time - start < BAR_AFTER || time - drawnAt < REDRAW_AFTER) return;
		drawnAt = time;
		const filled = Math.floor((BAR_WIDTH * done) / total);
		const bar = '█'.repeat(filled) + '░'.repeat(BAR_WIDTH - filled);
		const line = `${label}  ${bar}  ${describe(time)}`;
		// A line that wraps could not be drawn over.
		output.write(`\r${line.slice(0, (output.columns ?? 80) - 1)}\x1b[K`);
	}

	function writeLine(time: number): void {
		const reached = Math.floor((10 * done) / total);
		const isNew = reached > tenths;
		tenths = reached;
		if (isNew && time - start >= LINES_AFTER) output.write(`${label}: ${describe(time)}\n`);
	}

	function describe(time: number): string {
		const left =
			done < total ? `, ${formatTime(((time - start) / done) * (total - done))} left` : '';
		return `${done.toLocaleString('en')} of ${total.toLocaleString('en')}${left}`;
	}

	return {
		advance(by = 1) {
			done = Math.min(total, done + by);
			if (done === 0) return;
			if (hasBar) draw(now());
			else writeLine(now());
		},
		extend(by) {
			total += by;
		},
		end() {
			if (drawnAt > -Infinity) output.write('\r\x1b[K');
			drawnAt = -Infinity;
		},
	};
}

/** Format milliseconds as people say them: seconds, from two minutes on minutes. */
function formatTime(milliseconds: number): string {
	const seconds = Math.ceil(milliseconds / 1000);
	return seconds < 120 ? `${seconds} s` : `${Math.round(seconds / 60)} min`;
}
