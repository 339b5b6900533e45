import {
	appendFileSync,
	copyFileSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	statSync,
	symlinkSync,
	utimesSync,
	writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { generateCorpus } from '../../../scripts/bench/generate-corpus.ts';
import { checkArchive } from '../../../scripts/check-archive.ts';
import { checkInThreads } from '../../../scripts/check-in-threads.ts';
import { rules } from '../../../scripts/checks/rules.ts';
import { keepFolderOf } from '../../../src/edition/keep-articles.ts';
import { openArchive } from '../../../src/edition/read-archive.ts';
import { writeFolder } from '../temporary-folder.ts';

/** An archive that is large enough for its outcomes to be kept. */
function layArchive() {
	const content = writeFolder({});
	generateCorpus(content, 110);
	const folders = { content, captures: join(content, 'captures') };
	mkdirSync(folders.captures);
	const articles = readdirSync(join(content, 'articles')).map((name) =>
		join(content, 'articles', name),
	);
	const fileOf = (index: number, name: string) => join(articles[index] ?? '', name);
	return { folders, articles, fileOf };
}

/** In seconds, and in whole ones, which every disk can keep. */
const LONG_AGO = 1_000_000_000;

const asData = (value: unknown) => JSON.parse(JSON.stringify(value)) as unknown;

test('a check that takes what passed before finds what one finds that never checked', async () => {
	const { folders, articles, fileOf } = layArchive();
	utimesSync(fileOf(4, 'capture.txt'), LONG_AGO, LONG_AGO);
	const file = join(keepFolderOf(folders), 'passed.txt');
	const replace = (path: string, sought: RegExp, by: string) => {
		const text = readFileSync(path, 'utf8');
		expect(text).toMatch(sought);
		writeFileSync(path, text.replace(sought, by));
	};
	const changes: [what: string, change: () => void][] = [
		['nothing', () => undefined],
		['nothing again', () => undefined],
		[
			'words in a capture',
			() => {
				replace(fileOf(3, 'capture.txt'), /\p{L}{4,}/gu, 'changed');
			},
		],
		[
			'as many letters at the time at which others were written',
			() => {
				const path = fileOf(4, 'capture.txt');
				const { mtimeMs, size } = statSync(path);
				replace(path, /[a-z]/g, 'x');
				utimesSync(path, LONG_AGO, LONG_AGO);
				expect(statSync(path)).toMatchObject({ mtimeMs, size });
			},
		],
		['a sign in a reading version', () => appendFileSync(fileOf(5, 'reading.md'), '\u0007\n')],
		['a stray file', () => writeFileSync(fileOf(6, 'stray.txt'), '\u0000')],
		[
			'a list that articles refer to',
			() => replace(join(folders.content, 'outlets.yaml'), /^- id: .*$/m, '- id: renamed'),
		],
		[
			'a folder of another name',
			() => renameSync(articles[8] ?? '', `${articles[8] ?? ''}-renamed`),
		],
		[
			'a file that is a link',
			() => {
				const outside = join(writeFolder({}), 'record.yaml');
				copyFileSync(fileOf(9, 'record.yaml'), outside);
				rmSync(fileOf(9, 'record.yaml'));
				symlinkSync(outside, fileOf(9, 'record.yaml'));
			},
		],
		['a file that is missing', () => rmSync(fileOf(10, 'anchors.json'))],
		[
			'the number of another',
			() => replace(fileOf(11, 'record.yaml'), /^number: \d+$/m, 'number: 1'),
		],
		[
			'a capture that lies among others',
			() => {
				renameSync(fileOf(12, 'capture.txt'), join(folders.captures, 'any.txt'));
			},
		],
		['that capture no more', () => rmSync(join(folders.captures, 'any.txt'))],
		['what is kept, damaged', () => appendFileSync(file, `${'0'.repeat(64)} {"outl`)],
	];
	let found = 0;
	for (const [what, change] of changes) {
		change();
		const outcome = await checkInThreads(folders, { threads: 2 });
		const fresh = checkArchive(openArchive(folders), rules);
		expect(outcome.problems, what).toEqual(fresh.problems);
		expect(outcome.failures, what).toEqual(fresh.failures);
		expect(asData(outcome.outlines), what).toEqual(asData(fresh.outlines));
		found = Math.max(found, fresh.problems.length);
	}
	expect(found).toBeGreaterThan(8);
	// Only what passed is kept, and most of it passed.
	const kept = readFileSync(file, 'utf8').trim().split('\n').length;
	expect(kept).toBeGreaterThan(80);
	expect(kept).toBeLessThan(110);
}, 120_000);

test('what passed is not read again, and is kept for a build where it is asked for', async () => {
	const { folders } = layArchive();
	const check = (keeps: boolean) => checkInThreads(folders, { keeps, threads: 1 });
	expect((await check(false)).kept).toEqual([]);
	const first = await check(true);
	expect(first.kept).toHaveLength(110);
	const files = first.kept.map(({ kept }) => statSync(kept).mtimeMs);
	const again = await check(true);
	expect(asData(again.kept)).toEqual(asData(first.kept));
	expect(again.kept.map(({ kept }) => statSync(kept).mtimeMs)).toEqual(files);
	// Whoever clears the kept articles away gets them again.
	rmSync(first.kept[0]?.kept ?? '');
	const third = await check(true);
	expect(third.kept.map(({ kept }) => readFileSync(kept, 'utf8').length)).not.toContain(0);
	expect(third.kept).toHaveLength(110);
}, 60_000);
