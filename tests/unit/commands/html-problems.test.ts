import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { findMarkupProblems, findW3cProblems } from '../../../scripts/html-problems.ts';

const page = (head: string, body: string) =>
	`<!DOCTYPE html>\n<html lang="en">\n<head><meta charset="utf-8"><title>A page</title>${head}</head>\n<body>\n${body}\n</body>\n</html>\n`;
const policy = (source: string) =>
	`<meta http-equiv="Content-Security-Policy" content="script-src 'self' ${source}">`;
// One folder for all tests: starting Java costs more than any page.
const folder = mkdtempSync(join(tmpdir(), 'calque-html-'));
afterAll(() => rmSync(folder, { recursive: true }));
for (const [name, html] of Object.entries({
	'valid.html': page(policy("'wasm-unsafe-eval'"), '<main><h1>Valid</h1><p>Words.</p></main>'),
	'unclosed.html': page('', '<p><b>Words.</p>'),
	'style.html': page('', '<p style="colour: red">Words.</p>'),
	'policy.html': page(policy("'wasm-unsafe-eval' 'unsafe-evil'"), '<p>Words.</p>'),
}))
	writeFileSync(join(folder, name), html);

test('the W3C checker names every faulty page with its place, and passes a policy that allows WebAssembly', () => {
	const problems = findW3cProblems(folder).map(({ file, line, message }) => ({
		page: basename(file),
		line,
		message,
	}));
	expect([...new Set(problems.map((one) => one.page))].sort()).toEqual([
		'policy.html',
		'style.html',
		'unclosed.html',
	]);
	expect(problems).toContainEqual({
		page: 'style.html',
		line: 5,
		message: expect.stringContaining('colour'),
	});
	expect(problems).toContainEqual({
		page: 'policy.html',
		line: 3,
		message: expect.stringMatching(/unsafe-evil/),
	});
});

test('html-validate names a faulty page with its place and passes a valid one', async () => {
	const files = ['valid.html', 'unclosed.html'].map((name) => join(folder, name));
	const problems = await findMarkupProblems(files);
	expect([...new Set(problems.map(({ file }) => basename(file)))]).toEqual(['unclosed.html']);
	expect(problems.map(({ line }) => line)).toContain(5);
});
