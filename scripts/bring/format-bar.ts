import { cut } from '../evidence/show.ts';

const WIDTH = 30;

/** Format how far a list is for one line of a terminal. */
export function formatBar(done: number, total: number, file: string): string {
	const filled = Math.round((done / total) * WIDTH);
	return `[${'#'.repeat(filled)}${'-'.repeat(WIDTH - filled)}] ${done}/${total} ${cut(file, 30)}`;
}
