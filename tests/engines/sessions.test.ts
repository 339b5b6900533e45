import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { makeFolder } from '../build-site.ts';
import { engines, skipMissing } from './engines.ts';
import { firefox } from './puppeteer-engines.ts';

/** A page that does all that no page of the site may do, from a file, as the portable edition is opened. */
const root = makeFolder('complaints');
const folder = join(root, 'архив 2026');
mkdirSync(folder);
writeFileSync(
	join(folder, 'index.html'),
	`<!doctype html><meta charset="utf-8"><title>A page at fault</title>
	<link rel="icon" href="data:,">
	<meta http-equiv="Content-Security-Policy" content="default-src 'self'; connect-src 'none'; img-src * data:">
	<script src="faults.js"></script>`,
);
writeFileSync(
	join(folder, 'faults.js'),
	`console.error('an error is logged');
	console.warn('a warning is logged');
	console.log('this is nothing');
	setTimeout(() => { throw new Error('an error is thrown') });
	void Promise.reject(new Error('a promise is broken'));
	fetch('http://127.0.0.1:59999/refused').catch(() => {});
	new Image().src = 'http://127.0.0.1:59999/outside.png';
	new Image().src = '../beside.png';`,
);
const site = `${pathToFileURL(folder).href}/`;

afterAll(() => {
	rmSync(root, { recursive: true });
});

for (const engine of engines)
	test(`${engine.name} tells of whatever a page complains of, and of no more`, async ({ skip }) => {
		skipMissing(engine, skip);
		const session = await engine.open(site);
		try {
			await session.goto(`${site}index.html?q=%D0%BA%D0%BB%D1%8E%D1%87`);
			const given = { words: 'ключ', list: [1, null] };
			const returned = await session.evaluate(
				async (one, two) => ({ one, two, query: new URLSearchParams(location.search).get('q') }),
				given,
				'"',
			);
			expect(returned).toEqual({ one: given, two: '"', query: 'ключ' });
			await expect(
				session.evaluate(() => {
					throw new Error('refused in the page');
				}),
			).rejects.toThrow('refused in the page');
			for (const what of [
				/an error is logged/,
				/a warning is logged/,
				/an error is thrown/,
				/a promise is broken/,
				/connect-src.*/,
				/^request: .*outside\.png/,
				// Firefox tells nothing of requests for files.
				...(engine === firefox ? [] : [/^request: .*beside\.png/]),
			])
				await expect
					.poll(session.complaints, { timeout: 5000 })
					.toContainEqual(expect.stringMatching(what));
			expect(session.complaints().join()).not.toMatch(/nothing|faults\.js$/);
		} finally {
			await session.close();
		}
	});
