import { spawn, spawnSync } from 'node:child_process';
import {
	appendFileSync,
	existsSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	utimesSync,
	writeFileSync,
} from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { generateCorpus } from '../../scripts/bench/generate-corpus.ts';
import { seeded } from '../../scripts/seeded.ts';
import { copyProject, makeFolder } from '../build-site.ts';
import { hashFiles } from './hash-files.ts';

/** How many sequences of edits are tried, on how many articles; CALQUE_REBUILDS=500 tries many more. */
const SEQUENCES = Number(process.env['CALQUE_REBUILDS'] ?? 2);
const ARTICLES = Number(process.env['CALQUE_REBUILD_ARTICLES'] ?? 8);
const SEED = Number(process.env['CALQUE_REBUILD_SEED'] ?? 1);
/** Articles are short, so that many sequences are tried in an hour. */
const PARAGRAPHS = 2;

type Report = { article: number; paragraphs: number[] };
type Event = { id: string; reports?: Report[] | undefined };

/** An archive, a project that builds it over and over, and one that each time builds it from nothing. */
const content = makeFolder('edited');
const stash = makeFolder('taken-away');
const captures = makeFolder('no-captures');
const rebuilt = copyProject();
const cold = copyProject();
const settings: { SITE_URL?: string } = {};
const { below, pick } = seeded(SEED);
let edit = 0;

const environment = () => {
	const { PATH, HOME } = process.env;
	return { PATH, HOME, CALQUE_CONTENT: content, CALQUE_CAPTURES: captures, ...settings };
};

async function build(project: string): Promise<void> {
	const means = { cwd: project, env: environment() };
	const child = spawn(process.execPath, ['scripts/build.ts'], means);
	let printed = '';
	for (const stream of [child.stdout, child.stderr])
		stream.setEncoding('utf8').on('data', (text: string) => (printed += text));
	const [status] = (await once(child, 'close')) as [number | null];
	if (status !== 0) throw new Error(`The build failed. ${printed.slice(-2600)}`);
}

/** Build from nothing. */
async function buildCold(): Promise<void> {
	for (const kept of ['dist', 'node_modules/.cache', 'node_modules/.astro', '.astro'])
		rmSync(join(cold, kept), { recursive: true, force: true });
	await build(cold);
}

/** Choose an article; the first is the one that the archive names as its example. */
const pickFolder = () =>
	pick(readdirSync(join(content, 'articles')).filter((name) => !name.startsWith('1-')));

function change(file: string, from: RegExp, to: string): void {
	const text = readFileSync(file, 'utf8');
	expect(text).toMatch(from);
	writeFileSync(file, text.replace(from, to));
}

function changeList<Entry>(name: string, alter: (entries: Entry[]) => Entry[]): void {
	const file = join(content, name);
	writeFileSync(file, stringify(alter(parse(readFileSync(file, 'utf8')) as Entry[])));
}

/** The terms that the notes of an article name. */
function termsOf(folder: string): Set<string> {
	const commentary = readFileSync(join(content, 'articles', folder, 'commentary.mdx'), 'utf8');
	return new Set([...commentary.matchAll(/ term="([^"]+)"/g)].map(([, term = '']) => term));
}

/** The terms that no note names at present. */
let unnamed: { id: string }[] = [];

/** Do what an editor does when articles come and go: a term that no note names is a fault, and so are old renderings. */
function keepTermsCurrent(): void {
	const named = new Set(
		readdirSync(join(content, 'articles')).flatMap((name) => [...termsOf(name)]),
	);
	changeList<{ id: string }>('terms.yaml', (terms) => {
		const all = [...terms, ...unnamed];
		unnamed = all.filter(({ id }) => !named.has(id));
		return all.filter(({ id }) => named.has(id));
	});
	const means = { cwd: rebuilt, env: environment(), encoding: 'utf8' } as const;
	const { status, stdout } = spawnSync(process.execPath, ['scripts/write-renderings.ts'], means);
	if (status !== 0) throw new Error(stdout);
}

const inArticle = (name: string) => join(content, 'articles', pickFolder(), name);

/** What may happen between two builds; each says in a word what it did. */
const edits: { [name: string]: () => Promise<void> | void } = {
	'a word of a reading version': () => {
		change(inArticle('reading.md'), /[\p{L}\d]+\.\n$/u, `edited${edit}.\n`);
	},
	'the severity of a note': () => {
		const file = inArticle('commentary.mdx');
		const commentary = readFileSync(file, 'utf8');
		if (!commentary.includes('<Note ')) return;
		// A note that a point names stays serious.
		const serious = commentary.includes('<Point note="note-1">');
		const severity = pick(serious ? ['major', 'critical'] : ['minor', 'major', 'critical']);
		change(file, /severity="\w+"/, `severity="${severity}"`);
	},
	'the words of a note': () => {
		const file = inArticle('commentary.mdx');
		if (readFileSync(file, 'utf8').includes('<Note '))
			change(file, /\n<\/Note>/, ` Edited ${edit}.\n</Note>`);
	},
	'a title': () => {
		change(inArticle('record.yaml'), /\n  supplied: .*/, `\n  supplied: Title ${edit}`);
	},
	'the name of a folder': () => {
		const name = pickFolder();
		const [number = ''] = name.split('-');
		renameSync(
			join(content, 'articles', name),
			join(content, 'articles', `${number}-moved-${edit}`),
		);
	},
	'an article that is taken away': () => {
		const name = pickFolder();
		if (readdirSync(join(content, 'articles')).length < 4) return;
		renameSync(join(content, 'articles', name), join(stash, name));
		const number = Number.parseInt(name);
		changeList<Event>('events.yaml', (events) =>
			events.map((event) => ({
				...event,
				reports: event.reports?.filter(({ article }) => article !== number),
			})),
		);
		keepTermsCurrent();
	},
	'an article that comes back': () => {
		const [name] = readdirSync(stash);
		if (name === undefined) return;
		renameSync(join(stash, name), join(content, 'articles', name));
		keepTermsCurrent();
	},
	'a term': () => {
		changeList<{ gloss: string }>('terms.yaml', ([first, ...rest]) => [
			{ ...first, gloss: `gloss ${edit}` },
			...rest,
		]);
	},
	'an outlet': () => {
		changeList<{ name: string }>('outlets.yaml', (outlets) =>
			outlets.map((outlet, index) =>
				index === edit % outlets.length ? { ...outlet, name: `Outlet named ${edit}` } : outlet,
			),
		);
	},
	'the title of the archive': () => {
		change(join(content, 'archive.yaml'), /^title: .*/, `title: Archive ${edit}`);
	},
	'the public address': () => {
		if (settings.SITE_URL === undefined) settings.SITE_URL = 'https://example.org/archive/';
		else delete settings.SITE_URL;
	},
	'a template': () => {
		for (const project of [rebuilt, cold])
			change(
				join(project, 'src/layouts/NotePage.astro'),
				/<h2>Cite.*<\/h2>/,
				`<h2>Cite ${edit}</h2>`,
			);
	},
	'a sheet': () => {
		for (const project of [rebuilt, cold])
			appendFileSync(join(project, 'src/styles/base.css'), `\n.edit-${edit} { color: red; }\n`);
	},
	'a build that is killed': async () => {
		const means = { cwd: rebuilt, env: environment(), stdio: 'ignore' } as const;
		const child = spawn(process.execPath, ['scripts/build.ts'], means);
		const ended = once(child, 'exit');
		await Promise.race([ended, wait(below(20_000))]);
		child.kill('SIGKILL');
		await ended;
	},
	'a page that someone changed in the site': () => {
		const pages = readdirSync(join(rebuilt, 'dist/a'), { recursive: true, encoding: 'utf8' });
		const page = join(rebuilt, 'dist/a', pick(pages.filter((name) => name.endsWith('.html'))));
		if (below(2) === 0) rmSync(page);
		else writeFileSync(page, readFileSync(page, 'utf8').replace('<h1', '<H1'));
	},
	'a file that someone put into the site': () => {
		const around = pick(readdirSync(join(rebuilt, 'dist/a')));
		writeFileSync(join(rebuilt, 'dist/a', around, 'put-there.html'), '');
	},
	'an address that moved': () => {
		const file = join(content, 'redirects.jsonl');
		if (existsSync(file)) {
			rmSync(file);
			return;
		}
		const from = `/a/${Number.parseInt(pickFolder())}/was-here/`;
		const redirect = { from, to: '/', since: '2026-11-24', reason: 'It moved.' };
		writeFileSync(file, `${JSON.stringify(redirect)}\n`);
	},
	'a site whose files are as old as each other': () => {
		for (const name of readdirSync(join(rebuilt, 'dist/a'), { recursive: true, encoding: 'utf8' }))
			if (name.endsWith('.html')) utimesSync(join(rebuilt, 'dist/a', name), 1, 1);
	},
};

test(
	`after any edits a build is the one that is made from nothing (${SEQUENCES} sequences)`,
	async () => {
		generateCorpus(content, ARTICLES, SEED, PARAGRAPHS);
		await build(rebuilt);
		for (let sequence = 1; sequence <= SEQUENCES; sequence++) {
			const done: string[] = [];
			for (let left = 1 + below(4); left > 0; left--) {
				edit++;
				const name = pick(Object.keys(edits));
				done.push(name);
				await edits[name]?.();
			}
			await Promise.all([build(rebuilt), buildCold()]);
			const told = `Sequence ${sequence} of seed ${SEED}, after ${done.join(', ')}`;
			expect(hashFiles(join(rebuilt, 'dist')), told).toEqual(hashFiles(join(cold, 'dist')));
			if (SEQUENCES > 10) console.log(told);
		}
	},
	600_000 * SEQUENCES,
);
