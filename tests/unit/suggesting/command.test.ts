import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkArchive } from '../../../scripts/check-archive.ts';
import { rules } from '../../../scripts/checks/rules.ts';
import { hashCapture } from '../../../src/edition/read-captures.ts';
import { readArchive } from '../../../src/edition/read-archive.ts';
import { stringify } from 'yaml';
import { smallRecord, writeSmallArchive } from '../small-archive.ts';

const capture = [
	'Mayor 🔑 speaks «of the bridge»',
	'The 12-th bridge, 🔑 the 12-th bridge and “the "lock"” of it.',
	'It was closed in March of 2011, said the the mayor.',
].join('\n');
const commentary = `<Note id="12-th" p={1} captured="Mayor" type="style/calque" severity="minor" confidence="certain" by="first reading">
Takes the id that another note would have.
</Note>`;

function writeArchive() {
	const folders = writeSmallArchive({
		'captures/any name': capture,
		'content/articles/7-watchdog/commentary.mdx': commentary,
	});
	const record = smallRecord({
		source_language: 'ru',
		capture: { ...smallRecord().capture, sha256: hashCapture(Buffer.from(capture)) },
	});
	writeFileSync(join(folders.content, 'articles/7-watchdog/record.yaml'), stringify(record));
	return folders;
}

function run(folders: { content: string; captures: string }, ...options: string[]) {
	const { status, stdout, stderr } = spawnSync(
		process.execPath,
		['scripts/suggest.ts', ...options],
		{
			encoding: 'utf8',
			env: { ...process.env, CALQUE_CONTENT: folders.content, CALQUE_CAPTURES: folders.captures },
		},
	);
	return { status, stdout, stderr };
}

type Listed = { suggestions: { id: string; exact: string; start: number; end: number }[] };
const list = (folders: { content: string; captures: string }) =>
	JSON.parse(run(folders, '7', '--json').stdout) as Listed & {
		dismissed: { id: string }[];
		unused: unknown[];
	};
const readNotes = (folders: { content: string; captures: string }) =>
	readArchive(folders).articles[0]?.commentary;

test('suggestions stand in code points of the captured text, each with an id of its own', () => {
	const { suggestions } = list(writeArchive());
	for (const { exact, start, end } of suggestions)
		expect([...capture].slice(start, end).join('')).toBe(exact);
	expect(new Set(suggestions.map(({ id }) => id)).size).toBe(suggestions.length);
	expect(suggestions.map(({ id }) => id)).toEqual(
		expect.arrayContaining([
			'hyphenated-ordinal.p2.12-th',
			'hyphenated-ordinal.p2.12-th.2',
			'foreign-date.p3.march-of-2011',
			'doubled-word.p3.the-the',
		]),
	);
});

test('for people they are grouped by rule with what the rule is worth', () => {
	expect(run(writeArchive(), '7').stdout).toContain(
		[
			'Ordinals in the form of the source  (hyphenated-ordinal)',
			'  possible; not measured: it found nothing yet',
			'  The ordinal is written the way of the source.',
			'    p2  12-th',
			'        hyphenated-ordinal.p2.12-th   locale/number, minor',
		].join('\n'),
	);
});

test('an accepted suggestion is a note in its own place, and the content holds no new problem', () => {
	const folders = writeArchive();
	const faults = () => checkArchive(readArchive(folders), rules).problems.map(({ rule }) => rule);
	const before = faults();
	const accepted = run(
		folders,
		...['7', '--accept', 'hyphenated-ordinal.p2.12-th.2', '--correction', 'the "12th" <&amp;'],
		...['--comment', 'A *mark* {of} <b>Russian</b> & “ours”'],
	);
	expect(accepted).toMatchObject({ status: 0, stderr: '' });
	const commentary = readNotes(folders);
	expect(commentary?.faults).toEqual([]);
	expect(commentary?.fieldFaults).toEqual([]);
	const note = commentary?.notes.at(-1);
	expect(note?.attributes).toMatchObject({
		id: '12-th-2',
		p: 2,
		captured: '12-th',
		correction: 'the "12th" <&amp;',
		confidence: 'possible',
	});
	expect(note?.body).toMatchObject([
		{ children: [{ value: 'A *mark* {of} <b>Russian</b> & “ours”' }] },
	]);
	expect(faults()).toEqual(before);
	expect(list(folders).suggestions.map(({ id }) => id)).not.toContain(
		'hyphenated-ordinal.p2.12-th.2',
	);
	expect(list(folders).suggestions.map(({ id }) => id)).toContain('hyphenated-ordinal.p2.12-th');
});

test('accepting may change words, type and severity, and refuses what would be no note', () => {
	const folders = writeArchive();
	const accept = (...changes: string[]) =>
		run(folders, '7', '--accept', 'doubled-word.p3.the-the', ...changes);
	expect(accept('--captured', 'bridge').stderr).toBe(
		'“bridge” does not stand in p3 where the suggestion does.\n',
	);
	expect(accept('--severity', 'huge')).toMatchObject({ status: 1 });
	expect(readNotes(folders)?.notes).toHaveLength(1);
	expect(
		accept('--captured', 'said the the', '--type', 'linguistic/textual', '--severity', 'major'),
	).toMatchObject({ status: 0 });
	expect(readNotes(folders)?.notes.at(-1)?.attributes).toMatchObject({
		captured: 'said the the',
		type: 'linguistic/textual',
		severity: 'major',
	});
});

test('a dismissed suggestion stays away while its words stay, and is reported when they go', () => {
	const folders = writeArchive();
	const id = 'hyphenated-ordinal.p2.12-th.2';
	expect(run(folders, '7', '--dismiss', id)).toMatchObject({
		status: 1,
		stderr: 'Say why it is dismissed: --because "…".\n',
	});
	expect(run(folders, '7', '--dismiss', id, '--because', 'It is a name.')).toMatchObject({
		status: 0,
	});
	expect(list(folders)).toMatchObject({ dismissed: [{ id }], unused: [] });
	expect(list(folders).suggestions.map((one) => one.id)).toContain('hyphenated-ordinal.p2.12-th');

	const kept = join(folders.content, 'dismissals.jsonl');
	writeFileSync(kept, readFileSync(kept, 'utf8').replaceAll('12-th', '13-th'));
	expect(list(folders)).toMatchObject({ dismissed: [], unused: [{ captured: '13-th' }] });
	expect(run(folders, '7').stdout).toMatch(
		/“13-th” in p2 is dismissed for hyphenated-ordinal, which no longer marks it/,
	);
});

test('without the capture nothing is suggested or measured', () => {
	const folders = { ...writeArchive(), captures: '/nowhere' };
	expect(run(folders, '7').stderr).toMatch(/^The capture of article 7 is not at hand\./);
	expect(run(folders, '--measure').stderr).toMatch(/left as it is: the captures of 1 articles/);
	expect(existsSync(join(folders.content, 'suggestion-figures.jsonl'))).toBe(false);
	expect(run(folders, '8').stderr).toBe('There is no article 8.\n');
});

test('measuring writes what reading it again gives', () => {
	const folders = writeArchive();
	const { stdout } = run(folders, '--measure', '--json');
	const rows = readFileSync(join(folders.content, 'suggestion-figures.jsonl'), 'utf8');
	expect(`[${rows.trim()}]\n`).toBe(stdout);
});
