import { spawnSync } from 'node:child_process';
import {
	cpSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	symlinkSync,
	truncateSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { checkArchive } from '../scripts/check-archive.ts';
import { checkInThreads } from '../scripts/check-in-threads.ts';
import { rules } from '../scripts/checks/rules.ts';
import type { Rule } from '../scripts/checks/rule.ts';
import { formatProblems } from '../scripts/format-problems.ts';
import { hashFolder } from '../src/edition/hash-folder.ts';
import { openArchive, readArchive } from '../src/edition/read-archive.ts';
import { showPath } from '../src/edition/read-text-file.ts';
import type { Problem } from '../src/model/problem.ts';

const fixtures = join(import.meta.dirname, 'fixtures');
const faults = join(fixtures, 'faults');
const cases = readdirSync(faults).sort();
const work = mkdtempSync(join(tmpdir(), 'calque-checks-'));
afterAll(() => {
	rmSync(work, { recursive: true, force: true });
});

/** Faults that are better made than kept: their folder holds only what is expected. */
const made: Record<string, (folder: string) => void> = {
	'file-is-inside-content--link-out'(folder) {
		const reading = join(folder, 'archive/articles/3-library-hours/reading.md');
		rmSync(reading);
		symlinkSync(join(fixtures, 'archive/articles/3-library-hours/reading.md'), reading);
	},
	'captures-folder-is-readable--file'(folder) {
		rmSync(join(folder, 'archive-captures'), { recursive: true });
		writeFileSync(join(folder, 'archive-captures'), 'not a folder');
	},
	'anchors-are-current--folder'(folder) {
		const anchors = join(folder, 'archive/articles/2-harbour-strike/anchors.json');
		rmSync(anchors);
		mkdirSync(anchors);
	},
	'file-is-readable--circle'(folder) {
		const reading = join(folder, 'archive/articles/3-library-hours/reading.md');
		rmSync(reading);
		symlinkSync('reading.md', reading);
	},
	'file-is-readable--not-a-folder'(folder) {
		symlinkSync('../archive.yaml', join(folder, 'archive/articles/4-harbour'));
		rmSync(join(folder, 'archive/pages'), { recursive: true });
		writeFileSync(join(folder, 'archive/pages'), 'not a folder');
	},
	'frozen-revisions-are-unchanged--changed'(folder) {
		freeze(folder, (reading) => `${reading}\n`);
		publish(folder, { url: '/a/3/v1/', kind: 'revision', sha256: 'ab'.repeat(32) });
	},
	'frozen-revisions-are-unchanged--unpublished'(folder) {
		freeze(folder);
	},
	'ids-are-not-used-again--note'(folder) {
		const frozen = freeze(folder);
		const anchors = join(frozen, 'anchors.json');
		const text = readFileSync(anchors, 'utf8');
		// As if the note had stood at the end of the text.
		const [note = ''] = /\{"note":"[^}]*/.exec(text) ?? [];
		const [length = ''] = /(?<="length": )\d+/.exec(text) ?? [];
		const moved = note
			.replace(/"start":\d+,"end":\d+/, `"start":${Number(length) - 1},"end":${length}`)
			.replace(/"exact":"(?:[^"\\]|\\.)*"/, '"exact":"."');
		writeFileSync(anchors, text.replace(note, moved));
		publish(folder, {
			url: '/a/3/v1/',
			kind: 'revision',
			sha256: hashFolder(frozen),
		});
	},
	'file-is-not-too-large--ten-megabytes'(folder) {
		writeFileSync(
			join(folder, 'archive/articles/1-new-bridge/reading.md'),
			'x'.repeat(10 * 1024 * 1024),
		);
	},
	'file-is-not-too-large--list'(folder) {
		truncateSync(join(folder, 'archive/events.yaml'), 300 * 1024 * 1024);
	},
};

/** Freeze article 3 of a folder made by `makeArchive` as a release would; returns the frozen folder. */
function freeze(folder: string, alter = (reading: string) => reading): string {
	const frozen = join(folder, 'archive/revisions/3/v1');
	cpSync(join(folder, 'archive/articles/3-library-hours'), frozen, { recursive: true });
	const reading = join(frozen, 'reading.md');
	writeFileSync(reading, alter(readFileSync(reading, 'utf8')));
	return frozen;
}

function publish(folder: string, line: object): void {
	const text = `${JSON.stringify({ ...line, since: '2026-11-24' })}\n`;
	writeFileSync(join(folder, 'archive/permalinks.jsonl'), text);
}

/** Copy the valid archive into a folder of its own and lay the files of a case over it. */
function makeArchive(...names: string[]): string {
	const folder = mkdtempSync(join(work, 'archive-'));
	for (const part of ['archive', 'archive-captures'])
		cpSync(join(fixtures, part), join(folder, part), { recursive: true });
	for (const name of names) {
		for (const path of listFiles(join(faults, name)))
			lay(join(faults, name, path), join(folder, path));
		const removed = join(faults, name, 'removed.txt');
		if (existsSync(removed))
			for (const path of readFileSync(removed, 'utf8').trim().split('\n'))
				rmSync(join(folder, path), { recursive: true });
		made[name]?.(folder);
	}
	return folder;
}

function listFiles(folder: string): string[] {
	return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
		(path) => /^archive/.test(path) && statSync(join(folder, path)).isFile(),
	);
}

function lay(from: string, to: string): void {
	if (existsSync(dirname(to)) && statSync(dirname(to)).isFile()) rmSync(dirname(to));
	mkdirSync(dirname(to), { recursive: true });
	cpSync(from, to);
}

/** Check a folder made by `makeArchive`; paths in what is found count from that folder. */
function check(
	folder: string,
	checked: readonly Rule[] = rules,
): { problems: Problem[]; failures: { rule: string }[] } {
	const archive = openArchive({
		content: join(folder, 'archive'),
		captures: join(folder, 'archive-captures'),
	});
	const { problems, failures } = checkArchive(archive, checked);
	const relative = JSON.stringify(problems).replaceAll(`${showPath(folder)}/`, '');
	return { problems: JSON.parse(relative) as Problem[], failures };
}

/** The rule of last resort speaks only where the others are silent, so its case is without them. */
function rulesFor(name: string): readonly Rule[] {
	const last = rules.filter(({ id }) => id === 'article-can-be-built');
	return name.startsWith('article-can-be-built--') ? last : rules;
}

test.each(cases)('%s is reported as its author should read it', (name) => {
	const { problems, failures } = check(makeArchive(name), rulesFor(name));
	const report = `${formatProblems(problems)}\n`;
	const expected = join(faults, name, 'expected.txt');
	if (process.env['UPDATE']) writeFileSync(expected, report);
	expect(report).toBe(readFileSync(expected, 'utf8'));
	expect(problems.map(({ rule }) => rule)).toContain(name.split('--')[0]);
	expect(failures).toEqual([]);
	for (const { message, hint } of problems) {
		expect(message).toMatch(/[.?]$/);
		expect(hint).not.toBe('');
		// What stands between grave accents is the author's own.
		expect(`${message} ${hint}`.replace(/`[^`]*`/g, '')).not.toMatch(/!|invalid|illegal|error/i);
	}
});

test('the valid archive has no problems, with its captures and without', () => {
	const folder = makeArchive();
	expect(check(folder)).toEqual({ problems: [], failures: [] });
	rmSync(join(folder, 'archive-captures'), { recursive: true });
	expect(check(folder)).toEqual({ problems: [], failures: [] });
});

test('the archive as published has no problems', () => {
	expect(checkArchive(readArchive(), rules)).toMatchObject({ problems: [], failures: [] });
});

test('every rule has a fault that it reports, a file of its own and a place in the list', () => {
	const ids = rules.map(({ id }) => id).sort();
	const files = readdirSync(join(import.meta.dirname, '../scripts/checks')).filter(
		(name) => name !== 'rule.ts' && name !== 'rules.ts',
	);
	expect(files.map((name) => name.replace(/\.ts$/, '')).sort()).toEqual(ids);
	expect([...new Set(cases.map((name) => name.split('--')[0]))].sort()).toEqual(ids);
});

test('every state is one sentence', () => {
	for (const { states } of rules) expect(states).toMatch(/^[^!]*[^.!]\.$/);
});

test('faults in several files are reported in one run, in the order of the files', () => {
	const { problems } = check(
		makeArchive(
			'references-are-known--article',
			'note-quote-is-unique--two',
			'note-quote-is-found--slip',
			'file-is-not-too-large--ten-megabytes',
			'links-are-answered--type',
		),
	);
	expect(problems.map(({ file, rule }) => `${file} ${rule}`)).toEqual([
		'archive/articles/1-new-bridge/commentary.mdx note-quote-is-unique',
		'archive/articles/1-new-bridge/reading.md file-is-not-too-large',
		'archive/articles/2-harbour-strike/commentary.mdx note-quote-is-found',
		'archive/events.yaml references-are-known',
		'archive/pages/typology.mdx links-are-answered',
	]);
});

test('several threads find what one finds, in the same order', async () => {
	const folder = makeArchive(
		'references-are-known--article',
		'note-quote-is-unique--two',
		'note-quote-is-found--slip',
		'explanations-differ--twice',
		'links-are-answered--type',
	);
	const folders = {
		content: join(folder, 'archive'),
		captures: join(folder, 'archive-captures'),
	};
	let done = 0;
	const outcome = await checkInThreads(folders, {
		begin: () => (by) => (done += by),
		threads: 3,
	});
	const { problems } = checkArchive(openArchive(folders), rules);
	expect(problems.length).toBeGreaterThan(3);
	expect(outcome).toMatchObject({ problems, failures: [] });
	expect(outcome.outlines.map(({ path }) => path)).toEqual(
		openArchive(folders).articleFolders.map((name) => showPath(join(folders.content, name))),
	);
	expect(done).toBeLessThanOrEqual(4);
});

test('one misspelt field does not make references to its file look wrong', () => {
	const { problems } = check(makeArchive('fields-are-present--entry'));
	expect(problems.map(({ rule }) => rule)).toEqual(['fields-are-present']);
});

test('text that would steer a terminal is shown by its numbers', () => {
	const folder = makeArchive();
	writeFileSync(join(folder, 'archive/outlets.yaml'), '"\\e[2J\\u202E": 1\n');
	const report = formatProblems(check(folder).problems);
	expect(report).not.toMatch(/[\u001B\u202E]/);
});

test('a rule that breaks down is named, and the others still report', () => {
	const broken: Rule = {
		id: 'rule-is-broken',
		states: 'Never.',
		check() {
			throw new Error('of ours');
		},
	};
	const { problems, failures } = check(makeArchive('points-are-serious--minor'), [
		broken,
		...rules,
	]);
	expect(failures.map(({ rule }) => rule)).toEqual(['rule-is-broken']);
	expect(problems).toHaveLength(1);
});

test('an archive of folders, links and noise in place of files is reported without breaking down', () => {
	const folder = makeArchive();
	const article = join(folder, 'archive/articles/1-new-bridge');
	rmSync(join(folder, 'archive/pages'), { recursive: true });
	writeFileSync(join(folder, 'archive/pages'), 'not a folder');
	writeFileSync(join(folder, 'archive/articles/loose.txt'), 'not an article');
	symlinkSync('nowhere', join(folder, 'archive/articles/9-nowhere'));
	for (const name of ['record.yaml', 'reading.md', 'capture.txt']) rmSync(join(article, name));
	for (const name of ['record.yaml', 'reading.md', 'capture.txt']) mkdirSync(join(article, name));
	writeFileSync(join(article, 'commentary.mdx'), `${'> '.repeat(5000)}x\n`);
	writeFileSync(join(folder, 'archive/terms.yaml'), '['.repeat(20_000));
	writeFileSync(join(folder, 'archive/events.yaml'), '- null\n- 3\n- {id: [1], reports: {a: 1}}\n');
	const { problems, failures } = check(folder);
	expect(failures).toEqual([]);
	expect(problems.length).toBeGreaterThan(8);
});

test('a quote that stands a million times is judged in a moment', () => {
	const folder = makeArchive();
	const article = join(folder, 'archive/articles/1-new-bridge');
	writeFileSync(join(article, 'capture.txt'), 'a b '.repeat(1_000_000));
	const note = (id: string, attribute: string) =>
		`<Note id="${id}" p={1} captured="a" ${attribute} type="style/awkward" severity="minor" confidence="likely" by="x">y</Note>\n`;
	writeFileSync(
		join(article, 'commentary.mdx'),
		[note('one', 'occurrence={9}'), note('two', 'occurrence={400000}'), note('three', '')].join(
			'\n',
		),
	);
	const { problems, failures } = check(folder);
	expect(failures).toEqual([]);
	expect(problems.map(({ message }) => message).join()).toContain('stands 1000 times or more');
}, 10_000);

test('a capture of four megabytes in one line is checked in a moment', () => {
	const folder = makeArchive();
	writeFileSync(
		join(folder, 'archive/articles/1-new-bridge/capture.txt'),
		'the new bridge '.repeat(270_000),
	);
	expect(check(folder).failures).toEqual([]);
}, 30_000);

/** Run the command as an author does. */
function run(folder: string, ...options: string[]) {
	const script = join(import.meta.dirname, '../scripts/check-content.ts');
	const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...options], {
		encoding: 'utf8',
		env: {
			...process.env,
			CALQUE_CONTENT: join(folder, 'archive'),
			CALQUE_CAPTURES: join(folder, 'archive-captures'),
		},
	});
	return { status, stdout, stderr };
}

test('the command says so when all is well, and exits with 0', () => {
	expect(run(makeArchive())).toEqual({
		status: 0,
		stdout: '4 articles, 19 notes: no problems.\n',
		stderr: '',
	});
});

test('the command lists every problem, exits with 1 and shows no stack trace', () => {
	const { status, stdout, stderr } = run(
		makeArchive(
			'note-quote-is-found--slip',
			'points-are-serious--minor',
			'dates-are-edtf--revision',
		),
	);
	expect(status).toBe(1);
	expect(stdout).toMatch(/\n3 problems in 3 files\.\n$/);
	expect(stdout + stderr).not.toMatch(/^\s+at /m);
});

test('captures that the environment names must be there', () => {
	const folder = makeArchive();
	const named = join(folder, 'archive-captures');
	rmSync(named, { recursive: true });
	expect(run(folder)).toMatchObject({
		status: 1,
		stdout: `${showPath(named)}:1:1  captures-folder-is-readable
  CALQUE_CAPTURES names “${named}”, which is not there.
  Let it name a folder, counted from the one that the command runs in, or leave it out.

1 problem in 1 file.
`,
	});
});

test('the command writes JSON and nothing else', () => {
	const { status, stdout, stderr } = run(makeArchive('points-are-serious--minor'), '--json');
	expect(status).toBe(1);
	expect(stderr).toBe('');
	expect(JSON.parse(stdout)).toMatchObject({
		problems: [{ rule: 'points-are-serious', line: 1 }],
		articles: 4,
		notes: 19,
	});
});

test('the command lists every rule with its sentence', () => {
	const { status, stdout } = run(makeArchive(), '--list');
	expect(status).toBe(0);
	for (const { id, states } of rules) expect(stdout).toContain(`${id}\n  ${states}\n`);
});

test('an option that the command does not have is answered with those it has', () => {
	const { status, stderr } = run(makeArchive(), '--all');
	expect(status).toBe(2);
	expect(stderr).toBe('Usage: npm run check:content [-- --json | --list]\n');
});
