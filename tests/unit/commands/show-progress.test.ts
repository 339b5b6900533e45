import { expect, test } from 'vitest';
import { startProgress } from '../../../scripts/show-progress.ts';

/** Work of `total` parts, each of `milliseconds`, shown on a terminal or in a log. */
function work(
	total: number,
	milliseconds: number,
	output: { isTTY?: boolean; columns?: number },
	isPlain = false,
) {
	const written: string[] = [];
	let time = 0;
	const progress = startProgress('Checking', total, {
		output: { ...output, write: (text: string) => written.push(text) },
		now: () => time,
		isPlain,
	});
	return {
		written,
		advance(parts: number, by?: number) {
			for (let part = 0; part < parts; part++) {
				time += milliseconds;
				progress.advance(by);
			}
		},
		extend: (by: number) => progress.extend(by),
		end: () => progress.end(),
	};
}

test('work that is over within a second shows nothing', () => {
	const { written, advance, end } = work(99, 10, { isTTY: true });
	advance(99);
	end();
	expect(written).toEqual([]);
});

test('a terminal sees one bar, drawn over in place, with what remains', () => {
	const { written, advance } = work(40, 500, { isTTY: true });
	advance(2);
	expect(written).toEqual(['\rChecking  █░░░░░░░░░░░░░░░░░░░░░░░  2 of 40, 19 s left\x1b[K']);
	advance(18);
	expect(written.at(-1)).toBe('\rChecking  ████████████░░░░░░░░░░░░  20 of 40, 10 s left\x1b[K');
	expect(written.join('')).not.toContain('\n');
});

test('parts that are found on the way are counted from then on', () => {
	const terminal = work(10, 500, { isTTY: true });
	terminal.advance(10);
	terminal.extend(10);
	terminal.advance(5);
	expect(terminal.written.at(-1)).toContain('15 of 20, 3 s left');
	const log = work(10, 1000, {});
	log.advance(10);
	log.extend(10);
	log.advance(10);
	expect(log.written.slice(-2)).toEqual(['Checking: 18 of 20, 2 s left\n', 'Checking: 20 of 20\n']);
});

test('the bar is gone at the end, and ended once', () => {
	const { written, advance, end } = work(2, 2000, { isTTY: true });
	advance(2);
	end();
	end();
	expect(written.slice(-2)).toEqual([
		'\rChecking  ████████████████████████  2 of 2\x1b[K',
		'\r\x1b[K',
	]);
});

test('the bar is drawn no more than ten times a second', () => {
	const { written, advance } = work(10_000, 1, { isTTY: true });
	advance(3000);
	expect(written).toHaveLength(21);
});

test('the bar never wraps in a narrow terminal', () => {
	const { written, advance } = work(4, 2000, { isTTY: true, columns: 20 });
	advance(1);
	expect(written).toEqual(['\rChecking  ██████░░░\x1b[K']);
});

test('a log gets a line at each tenth that is reached after five seconds', () => {
	const { written, advance, end } = work(1000, 20, {});
	advance(1000);
	end();
	expect(written).toEqual([
		'Checking: 300 of 1,000, 14 s left\n',
		'Checking: 400 of 1,000, 12 s left\n',
		'Checking: 500 of 1,000, 10 s left\n',
		'Checking: 600 of 1,000, 8 s left\n',
		'Checking: 700 of 1,000, 6 s left\n',
		'Checking: 800 of 1,000, 4 s left\n',
		'Checking: 900 of 1,000, 2 s left\n',
		'Checking: 1,000 of 1,000\n',
	]);
});

test('a log of short work stays empty', () => {
	const { written, advance } = work(100, 49, {});
	advance(100);
	expect(written).toEqual([]);
});

test('CI gets lines even where it has a terminal', () => {
	const { written, advance } = work(2, 300_000, { isTTY: true }, true);
	advance(1);
	expect(written).toEqual(['Checking: 1 of 2, 5 min left\n']);
});

test('several parts may be done at once, and never more than there are', () => {
	const { written, advance } = work(10, 6000, {});
	advance(1, 5);
	advance(1, 50);
	expect(written).toEqual(['Checking: 5 of 10, 6 s left\n', 'Checking: 10 of 10\n']);
});
