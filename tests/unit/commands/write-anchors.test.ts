import { spawnSync } from 'node:child_process';
import {
	lstatSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { replaceFile } from '../../../scripts/replace-file.ts';
import { smallCommentary, writeSmallArchive } from '../small-archive.ts';
import { writeFolder } from '../temporary-folder.ts';

/** Run the command on an archive as an editor does. */
function run(folders: { content: string; captures: string }, ...options: string[]) {
	const { status, stdout, stderr } = spawnSync(
		process.execPath,
		['scripts/write-anchors.ts', ...options],
		{
			encoding: 'utf8',
			env: {
				...process.env,
				CALQUE_CONTENT: folders.content,
				CALQUE_CAPTURES: folders.captures,
			},
		},
	);
	expect(stderr).toBe('');
	return { status, stdout };
}

const article = (folders: { content: string }) => join(folders.content, 'articles/7-watchdog');

test('anchors are written, found current, and missed by --check', () => {
	const folders = writeSmallArchive();
	expect(run(folders, '--check')).toMatchObject({ status: 1 });
	expect(run(folders)).toMatchObject({
		status: 0,
		stdout: expect.stringMatching(/: written\.\n$/),
	});
	expect(run(folders)).toMatchObject({
		status: 0,
		stdout: expect.stringMatching(/are current\.\n$/),
	});
	expect(readdirSync(article(folders)).filter((name) => name.startsWith('.'))).toEqual([]);
});

const note = 'captured="lock and"';
test.for([
	[
		'a quote that is not found',
		smallCommentary.replace(note, 'captured="no such words"'),
		/1 note would be left out \(“longer”\): its quote was not found exactly once/,
	],
	[
		'two quotes that are not found',
		smallCommentary
			.replace(note, 'captured="x1"')
			.replace('captured="🔑 the lock"', 'captured="x2"'),
		/2 notes would be left out .*: their quotes were/,
	],
	['code', `${smallCommentary}\n{code}\n`, /commentary\.mdx has 1 fault/],
	[
		'an unknown attribute',
		smallCommentary.replace('masked', 'maskd'),
		/commentary\.mdx has 1 fault/,
	],
	[
		'one id for two notes',
		smallCommentary.replace('id="wider"', 'id="longer"'),
		/two notes have the same id/,
	],
] as const)('good anchors outlive %s', ([, commentary, reason]) => {
	const folders = writeSmallArchive();
	run(folders);
	const file = join(article(folders), 'anchors.json');
	const before = readFileSync(file, 'utf8');
	writeFileSync(join(article(folders), 'commentary.mdx'), commentary);
	const { status, stdout } = run(folders);
	expect(status).toBe(1);
	expect(stdout).toMatch(reason);
	expect(stdout).toMatch(/left as it is, .*; run npm run check:content\.\n$/);
	expect(readFileSync(file, 'utf8')).toBe(before);
});

test('an altered capture writes no anchors, and neither does one that is not attached', () => {
	const folders = writeSmallArchive();
	const capture = join(folders.captures, 'any name');
	writeFileSync(capture, `${readFileSync(capture, 'utf8')} and more`);
	expect(run(folders)).toMatchObject({
		status: 1,
		stdout: expect.stringMatching(/not those that the record names/),
	});
	rmSync(capture);
	expect(run(folders)).toMatchObject({ status: 0, stdout: expect.stringMatching(/not attached/) });
	rmSync(folders.captures, { recursive: true });
	expect(run(folders)).toMatchObject({
		status: 1,
		stdout: expect.stringMatching(/CALQUE_CAPTURES names/),
	});
});

test('nothing is written through a link or over a folder', () => {
	const folders = writeSmallArchive();
	const outside = writeFolder({ victim: 'precious' });
	const file = join(article(folders), 'anchors.json');
	for (const make of [
		() => symlinkSync(join(outside, 'victim'), file),
		() => symlinkSync(join(outside, 'nothing'), file),
		() => mkdirSync(file),
	]) {
		make();
		expect(run(folders)).toMatchObject({
			status: 1,
			stdout: expect.stringMatching(/left as it is/),
		});
		rmSync(file, { recursive: true });
	}
	expect(readdirSync(outside)).toEqual(['victim']);
	expect(readFileSync(join(outside, 'victim'), 'utf8')).toBe('precious');
});

test('a file is replaced as a whole, a link itself and not what it leads to', () => {
	const folder = writeFolder({ 'a.json': 'old', victim: 'precious', 'folder/b': 'b' });
	replaceFile(join(folder, 'a.json'), 'new');
	expect(readFileSync(join(folder, 'a.json'), 'utf8')).toBe('new');
	symlinkSync('victim', join(folder, 'link'));
	replaceFile(join(folder, 'link'), 'new');
	expect(lstatSync(join(folder, 'link')).isFile()).toBe(true);
	expect(readFileSync(join(folder, 'victim'), 'utf8')).toBe('precious');
	expect(() => replaceFile(join(folder, 'folder'), 'new')).toThrow();
	expect(readdirSync(folder).toSorted()).toEqual(['a.json', 'folder', 'link', 'victim']);
});
