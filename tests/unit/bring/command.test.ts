import { spawn, spawnSync } from 'node:child_process';
import {
	cpSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { appendOutlet } from '../../../scripts/bring/choose-outlet.ts';
import { formatBar } from '../../../scripts/bring/format-bar.ts';
import { hashCapture } from '../../../src/edition/read-captures.ts';
import { recordSchema } from '../../../src/model/record.ts';
import { english, hashFolder, htmlPage, writeArchive } from './samples.ts';

type Folders = ReturnType<typeof writeArchive>;

/** Run a command on an archive as a curator does. */
function run(script: string, { content, captures }: Folders, ...options: string[]) {
	const { status, stdout, stderr } = spawnSync(
		process.execPath,
		[`scripts/${script}.ts`, ...options],
		{
			encoding: 'utf8',
			env: { ...process.env, CALQUE_CONTENT: content, CALQUE_CAPTURES: captures },
		},
	);
	return { status, stdout, stderr };
}

const head = '<meta property="og:site_name" content="Daily: “New” Example">';
const page = htmlPage({ head });
const readRecord = (folders: Folders, name: string): unknown =>
	parse(readFileSync(join(folders.content, 'articles', name, 'record.yaml'), 'utf8'));

test('a page becomes an article that the check passes, and no release until it is written', () => {
	const folders = writeArchive({ 'page.html': page });
	mkdirSync(folders.captures);
	const before = run('check-content', folders).stdout;
	const { status, stdout, stderr } = run(
		'new',
		folders,
		join(folders.root, 'page.html'),
		'--url',
		'https://www.example.net/a',
	);
	expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
	expect(stdout).toMatch(/articles\/8-the-department-declared-about-the: article 8\./);
	const name = '8-the-department-declared-about-the';
	expect(readdirSync(join(folders.content, 'articles', name))).toEqual([
		'anchors.json',
		'commentary.mdx',
		'reading.md',
		'record.yaml',
	]);
	const record = recordSchema.parse(readRecord(folders, name));
	expect(record).toMatchObject({
		number: 8,
		title: { captured: english[0] },
		publisher: { outlet: 'daily-new-example', url: 'https://www.example.net/a' },
		published: { date: 'unknown', evidence: 'The page names no date of publication.' },
		capture: { distributed: false, rights: 'https://rightsstatements.org/vocab/CNE/1.0/' },
	});
	expect(record.captured.evidence).toContain(hashCapture(Buffer.from(page)));
	const kept = join(folders.captures, 'originals', `${hashCapture(Buffer.from(page))}.html`);
	expect(readFileSync(kept, 'utf8')).toBe(page);
	expect(readFileSync(join(folders.content, 'articles', name, 'reading.md'), 'utf8')).toBe(
		'[Not written yet.]\n\n[Not written yet.]\n\n[Not written yet.]\n\n[Not written yet.]\n',
	);
	const after = run('check-content', folders).stdout;
	// The small archive has faults of its own; the article adds none.
	expect(after).not.toMatch(new RegExp(`${name}[^ ]*  (?!not written yet)`));
	expect(after.match(/\d+ problems? in/)?.[0]).toBe(before.match(/\d+ problems? in/)?.[0]);
	expect(after).toMatch(/not written yet: 4 of 4 paragraphs of the reading version\n/);
	expect(after).toMatch(/not written yet: the description of daily-new-example\n/);
	expect(readdirSync(folders.content).filter((entry) => entry.startsWith('.'))).toEqual([]);
});

test('the same capture is refused, from whatever file, naming the article that holds it', () => {
	const folders = writeArchive({ 'a.html': page, 'b.html': `${page}\n<!-- saved again -->` });
	run('new', folders, join(folders.root, 'a.html'));
	const before = hashFolder(folders.content);
	for (const file of ['a.html', 'b.html']) {
		const { status, stdout, stderr } = run('new', folders, join(folders.root, file));
		expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
		expect(stderr).toMatch(/: Article 8 holds this capture already; nothing was written\.\n$/);
	}
	expect(hashFolder(folders.content)).toBe(before);
});

test('a capture that may be distributed lies beside its record', () => {
	const folders = writeArchive({ 'a.txt': english.join('\n') });
	run(
		'new',
		folders,
		join(folders.root, 'a.txt'),
		'--rights',
		'CC-BY-4.0',
		'--outlet',
		'example.org',
		'--language',
		'ru',
		'--published',
		'2018-11-08~',
	);
	const folder = join(folders.content, 'articles/8-the-department-declared-about-the');
	expect(readFileSync(join(folder, 'capture.txt'), 'utf8')).toBe(english.join('\n'));
	expect(
		recordSchema.parse(parse(readFileSync(join(folder, 'record.yaml'), 'utf8'))),
	).toMatchObject({
		source_language: 'ru',
		published: { date: '2018-11-08~' },
		publisher: { outlet: 'daily-mirror-site' },
		capture: { distributed: true, rights: 'CC-BY-4.0' },
	});
	expect(readdirSync(folders.content)).not.toContain('captures');
});

test.for([
	'Quotes "and" colons: #no, [no], {no}, &no, *no, !no, |, >, %, @, `',
	"- it's 'so'\n\n---\nnumber: 1",
	'🔑 שלום עולם \u202e مرحبا',
	'yes',
	'2018-11-08',
])('the title %j is a title and nothing else', (title) => {
	const folders = writeArchive({ 'a.html': page });
	expect(run('new', folders, join(folders.root, 'a.html'), `--title=${title}`).stderr).toBe('');
	const [name = ''] = readdirSync(join(folders.content, 'articles')).filter((entry) =>
		entry.startsWith('8-'),
	);
	expect(recordSchema.parse(readRecord(folders, name)).title.captured).toBe(
		title.replace(/\u202e /g, '').replace(/\s+/g, ' '),
	);
});

test('a number that was ever used is not used again', () => {
	const folders = writeArchive({
		'a.html': page,
		'content/articles/9-left-over/notes': '',
		'content/revisions/11/v1/record.yaml': 'number: 11\n',
		'content/permalinks.jsonl': '{"url":"/a/12/n/x/","kind":"note","since":"2026-11-22"}\n',
	});
	expect(run('new', folders, join(folders.root, 'a.html')).stdout).toMatch(/articles\/13-/);
});

test('a dry run tells and writes nothing', () => {
	const folders = writeArchive({ 'a.html': page });
	const before = hashFolder(folders.content);
	const { status, stdout } = run('new', folders, join(folders.root, 'a.html'), '--dry-run');
	expect(status).toBe(0);
	expect(stdout).toMatch(/article 8 would be written; nothing was\./);
	expect(hashFolder(folders.content)).toBe(before);
});

test('a list is brought in line by line, and gone on with where it ended', () => {
	const folders = writeArchive({
		'list.csv':
			'\ufefffile,title,published\na.txt,,2018\nb.txt,"A, ""quoted"" title",\nc.txt,,\nbad.txt,,\n',
		'a.txt': 'One\nA text.',
		'b.txt': 'Two\nAnother text.',
		'bad.txt': '',
	});
	const list = join(folders.root, 'list.csv');
	const first = run('new', folders, '--from', list);
	expect(first.status).toBe(1);
	expect(first.stdout.replaceAll(list, 'list.csv')).toMatchInlineSnapshot(`
		"list.csv:2 a.txt: article 8, One
		list.csv:3 b.txt: article 9, A, "quoted" title
		2 articles brought in, 0 passed over, 2 refused.
		"
	`);
	expect(first.stderr.replaceAll(list, 'list.csv')).toMatchInlineSnapshot(`
		"list.csv:4 c.txt: There is no such file.
		list.csv:5 bad.txt: The file is empty.
		"
	`);
	writeFileSync(join(folders.root, 'c.txt'), 'Three\nA third text.');
	const second = run('new', folders, '--from', list);
	expect(second.stdout).toMatch(/a\.txt: article 8 holds it already, passed over\n/);
	expect(second.stdout).toMatch(
		/c\.txt: article 10, Three\n1 article brought in, 2 passed over, 1 refused\.\n$/,
	);
	expect(second.stdout).not.toMatch(/\r|\x1b/);
});

test('a list whose command is killed is brought in whole by the next', async () => {
	const names = Array.from({ length: 25 }, (_, index) => `${index + 1}.txt`);
	const files = names.map((name) => [name, `Headline of ${name}\nA paragraph of ${name}.`]);
	const folders = writeArchive({
		...Object.fromEntries(files),
		'list.csv': `file,outlet\n${names.map((name) => `${name},A paper\n`).join('')}`,
	});
	const articles = () => readdirSync(join(folders.content, 'articles'));
	const list = join(folders.root, 'list.csv');
	const killed = spawn(process.execPath, ['scripts/new.ts', '--from', list], {
		env: { ...process.env, CALQUE_CONTENT: folders.content, CALQUE_CAPTURES: folders.captures },
	});
	const ended = new Promise((resolve) => killed.once('exit', resolve));
	while (articles().length < 6 && killed.exitCode === null)
		await new Promise((resolve) => setTimeout(resolve, 1));
	killed.kill('SIGKILL');
	await ended;
	for (const name of articles().filter((entry) => !entry.startsWith('7-')))
		expect(readdirSync(join(folders.content, 'articles', name))).toHaveLength(4);
	expect(run('new', folders, '--from', list).stdout).toMatch(/ passed over, 0 refused\.\n$/);
	expect(
		articles()
			.map((name) => Number.parseInt(name))
			.sort((a, b) => a - b),
	).toEqual(Array.from({ length: 26 }, (_, index) => index + 7));
	expect(readdirSync(folders.content).filter((entry) => entry.startsWith('.'))).toEqual([]);
	const outlets = readFileSync(join(folders.content, 'outlets.yaml'), 'utf8');
	expect(outlets.match(/id: a-paper/g)).toHaveLength(1);
});

test('the bar of a terminal keeps its width', () => {
	expect(formatBar(1, 3, 'a.html')).toBe('[##########--------------------] 1/3 a.html');
	expect(formatBar(3, 3, 'a.html')).toBe('[##############################] 3/3 a.html');
});

test('a release waits for what is to be written', () => {
	const folders = writeArchive({ 'a.html': page });
	// The archive itself has no problems that a release would wait for instead.
	rmSync(folders.content, { recursive: true });
	cpSync('content', folders.content, { recursive: true });
	run('new', folders, join(folders.root, 'a.html'));
	const { status, stderr } = run('release', folders, '--reason', 'x');
	expect(status).toBe(1);
	expect(stderr).toMatch(/npm run release waits for it\.\nNothing was released\.\n$/);
});

test('what a killed command left is swept, and the article is brought in', () => {
	const folders = writeArchive({ 'a.html': page });
	run('new', folders, join(folders.root, 'a.html'));
	// As if it had been killed before the last step: everything is written, and nothing renamed.
	const { pid = 0 } = spawnSync('true');
	const left = join(folders.content, `.new-${pid}`);
	mkdirSync(left);
	renameSync(
		join(folders.content, 'articles/8-the-department-declared-about-the'),
		join(left, 'article'),
	);
	const outlets = readFileSync(join(folders.content, 'outlets.yaml'), 'utf8');
	expect(run('new', folders, join(folders.root, 'a.html')).stdout).toMatch(/: article 8\./);
	expect(readdirSync(folders.content)).not.toContain(`.new-${pid}`);
	expect(readFileSync(join(folders.content, 'outlets.yaml'), 'utf8')).toBe(outlets);
});

test.for([
	[[]],
	[['a.txt', 'b.txt']],
	[['--from', 'a.csv', 'b.txt']],
	[['--from', 'a.csv', '--title', 'x']],
	[['--nonsense', 'x']],
])('the command %j is not understood', ([options = []]) => {
	const { status, stderr } = run('new', writeArchive(), ...options);
	expect(status).toBe(2);
	expect(stderr).toMatch(/^Usage: npm run new -- FILE/);
});

test('an outlet is appended, and every other byte stays', () => {
	const outlet = {
		id: 'new',
		name: 'New: “x”',
		host: 'new.example',
		kind: 'unknown',
		description: 'x',
	};
	const entry = (indent: string) =>
		`${indent}- id: new\n${indent}  name: "New: “x”"\n${indent}  host: "new.example"\n${indent}  kind: unknown\n${indent}  description: x\n`;
	const old = '# Why\n  - { id: a, name: A, host: a, kind: a, description: a } # so';
	expect(appendOutlet(old, outlet)).toBe(`${old}\n${entry('  ')}`);
	expect(appendOutlet('# None yet.\n[]\n', outlet)).toBe(`# None yet.\n\n${entry('')}`);
	expect(() =>
		appendOutlet('[{ id: a, name: A, host: a, kind: a, description: a }]', outlet),
	).toThrow(/^The outlet “New: “x”” cannot be appended to outlets\.yaml as it is written/);
});
