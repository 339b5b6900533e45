import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { chooseQueries } from '../../../scripts/bench/choose-queries.ts';
import { comparePages } from '../../../scripts/bench/compare-pages.ts';
import { formatBuilds, medianOf } from '../../../scripts/bench/format-table.ts';
import { runMeasured } from '../../../scripts/bench/run-measured.ts';
import { writeFolder } from '../temporary-folder.ts';

test('a command is measured with the processes that it starts', async () => {
	const folder = writeFolder({});
	const log = join(folder, 'log');
	const work = `const a = Buffer.alloc(2e8, 1); while (process.cpuUsage().user < 6e5); setTimeout(() => a, 500)`;
	const env = { PATH: process.env['PATH'] };
	const measured = await runMeasured(`sh -c "'${process.execPath}' -e '${work}'" && echo told`, {
		cwd: folder,
		env,
		log,
	});
	expect(measured.isDone).toBe(true);
	expect(measured.cpu_s).toBeGreaterThan(0.5);
	expect(measured.wall_s).toBeGreaterThan(0.5);
	expect(measured.peak_mb).toBeGreaterThan(150);
	expect(readFileSync(log, 'utf8')).toBe('told\n');
	const failed = await runMeasured('exit 3', { cwd: folder, env, log });
	expect(failed.isDone).toBe(false);
});

test('pages are compared by the letters of their main part', () => {
	const page = (main: string) => `<html><head></head><body><main>${main}</main></body></html>`;
	const calque = writeFolder({
		'index.html': page('<p>One <b>two</b></p>'),
		'a/1/index.html': page('<p>Blocked</p>'),
		'data/index.html': page('Files'),
	});
	const peer = writeFolder({
		'index.html': page('<p>One\n<b> two</b><script>1</script></p>'),
		'a/1/index.html': page('<p>Blockade</p>'),
		'new/index.html': page('New'),
		'moved/index.html': '<html><head></head><body></body></html>',
	});
	expect(comparePages(calque, peer)).toEqual({
		same: 1,
		differences: [{ path: 'a/1/index.html', calque: 'Blocked', peer: 'Blockade' }],
		missing: ['data/index.html'],
		added: ['new/index.html'],
	});
});

test('queries are words, pairs and phrases of the texts, the same for the same seed', () => {
	const documents = Array.from({ length: 20 }, (_, index) => ({
		id: index,
		title: 'Title',
		text: Array.from(
			{ length: 60 },
			(_unused, at) => `w${'abcdefghij'[at % 10]}${'klmnopqrst'[index % 10]}`,
		).join(' '),
	}));
	const queries = chooseQueries(documents, 100, 1);
	expect(chooseQueries(documents, 100, 1)).toEqual(queries);
	expect(chooseQueries(documents, 100, 2)).not.toEqual(queries);
	const phrases = queries.filter((query) => query.startsWith('"'));
	expect(phrases).toHaveLength(20);
	for (const phrase of phrases)
		expect(documents.some(({ text }) => text.includes(phrase.slice(1, -1)))).toBe(true);
	expect(queries.filter((query) => !query.includes(' '))).toHaveLength(50);
});

test('the table shows medians and how many times Calque’s own another is', () => {
	expect(medianOf([3, 1, 2])).toBe(2);
	expect(medianOf([4, 1])).toBe(2.5);
	expect(medianOf([])).toBeUndefined();
	const figures = { kind: 'cold', cpu_s: [2], peak_mb: [100], pages: 7, failed: 0 } as const;
	const table = formatBuilds([
		{ ...figures, tool: 'calque', wall_s: [30, 10, 20], cpu_s: [2], peak_mb: [100] },
		{ ...figures, tool: 'eleventy', wall_s: [10, 10, 10], cpu_s: [4], peak_mb: [50] },
		{ ...figures, tool: 'hugo', wall_s: [], cpu_s: [], peak_mb: [], pages: 0, failed: 1 },
	]);
	expect(table).toMatchInlineSnapshot(`
		"          build              wall, s         processor, s   memory at most, MB  pages
		calque     cold                 20.0                 2.00                  100      7
		eleventy   cold  10.0 (Calque 2.00×)  4.00 (Calque 0.50×)  50.0 (Calque 2.00×)      7
		hugo       cold               failed               failed               failed      0"
	`);
});
