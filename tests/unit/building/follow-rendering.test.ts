import { expect, test } from 'vitest';
import { followRendering } from '../../../scripts/building/follow-rendering.ts';

/** What progress is told, as a line each. */
function follow(jobs: { from: number; to: number }[]) {
	const told: string[] = [];
	const followed = followRendering(jobs, (label, total) => {
		told.push(`${label}: ${total}`);
		return {
			advance: (by = 1) => told.push(`+${by}`),
			extend: (by) => told.push(`of ${by} more`),
			end: () => told.push('end'),
		};
	});
	return { told, followed };
}

test('a process that has not begun is taken to have as much to do for its share of the articles', () => {
	const { told, followed } = follow([
		{ from: 0, to: 0.4 },
		{ from: 0.4, to: 1 },
	]);
	followed.listen(0)({ pages: 400 });
	followed.listen(0)({ rendered: 100 });
	followed.listen(1)({ pages: 590 });
	followed.listen(0)({ pages: 30 });
	followed.listen(1)({ rendered: 590 });
	followed.listen(1)({ taken: 5, kept: ['a/1'] });
	followed.listen(0)({ taken: 2, kept: ['a/2'] });
	followed.end();
	expect(told).toEqual([
		'Rendering in 2 processes: 1000',
		'+100',
		'of -10 more',
		'of 30 more',
		'+590',
		'end',
	]);
	expect(followed.sums()).toEqual({ rendered: 690, taken: 7 });
	expect(followed.kept()).toEqual(['a/1', 'a/2']);
});

test('where one process has no articles, nothing is made up for the others', () => {
	const { told, followed } = follow([
		{ from: 0, to: 0 },
		{ from: 0, to: 1 },
	]);
	followed.listen(0)({ pages: 0 });
	followed.listen(0)({ pages: 80 });
	followed.listen(1)({ pages: 13 });
	expect(told).toEqual(['Rendering in 2 processes: 0', 'of 80 more', 'of 13 more']);
});

test('one process alone tells what it has', () => {
	const { told, followed } = follow([{ from: 0, to: 1 }]);
	followed.listen(0)({ pages: 50 });
	followed.listen(0)({ pages: 5 });
	followed.end();
	expect(told).toEqual(['Rendering: 50', 'of 5 more', 'end']);
});
