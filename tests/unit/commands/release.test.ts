import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { checkArchive } from '../../../scripts/check-archive.ts';
import { rules } from '../../../scripts/checks/rules.ts';
import { appendRevision } from '../../../scripts/release/append-revision.ts';
import { listPermalinks } from '../../../src/edition/list-permalinks.ts';
import { buildArticle } from '../../../src/edition/build-article.ts';
import { readCaptures } from '../../../src/edition/read-captures.ts';
import { buildArticles } from '../../../src/edition/open-edition.ts';
import { formatAnchors, computeAnchors } from '../../../src/edition/place-notes.ts';
import { readArchive, readArticle } from '../../../src/edition/read-archive.ts';
import type { Article } from '../../../src/model/article.ts';
import { fixtures, layArchive } from '../../build-site.ts';

const captures = join(process.cwd(), fixtures.captures);

/** Release an archive as its curator would. */
function release(
	content: string,
	reason: string,
	settings: NodeJS.ProcessEnv = {},
	...more: string[]
) {
	const { status, stdout, stderr } = spawnSync(
		process.execPath,
		['scripts/release.ts', '--reason', reason, '--date', '2026-12-01', ...more],
		{
			encoding: 'utf8',
			env: { ...process.env, CALQUE_CONTENT: content, CALQUE_CAPTURES: captures, ...settings },
		},
	);
	return { status, stdout, stderr };
}

const open = (content: string) => readArchive({ content, captures });
const problemsOf = (content: string) => checkArchive(open(content), rules).problems;
const urlsOf = (content: string) => listPermalinks(open(content)).map(({ url }) => url);

/** Numbers that are the same in every run. */
function seeded(seed: number): (below: number) => number {
	let state = seed;
	return (below) => {
		state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
		return Math.floor((state / 2_147_483_648) * below);
	};
}

function folderOf(content: string, number: number): string {
	const name = readdirSync(join(content, 'articles')).find((one) => one.startsWith(`${number}-`));
	return join(content, 'articles', name ?? '');
}

function edit(path: string, change: (text: string) => string): void {
	writeFileSync(path, change(readFileSync(path, 'utf8')));
}

describe('a release', () => {
	let content: string;
	beforeAll(() => {
		content = layArchive(fixtures.archive);
		expect(release(content, 'First release.')).toMatchObject({ status: 0, stderr: '' });
	});

	test('freezes every article, writes every address, and leaves an archive without problems', () => {
		expect(readdirSync(join(content, 'revisions')).sort()).toEqual(['1', '2', '3', '5']);
		const published = readFileSync(join(content, 'permalinks.jsonl'), 'utf8');
		for (const url of urlsOf(content)) expect(published).toContain(`{"url":"${url}",`);
		expect(published).toContain('{"url":"/a/1/v1/","kind":"revision","sha256":"');
		expect(problemsOf(content)).toEqual([]);
	});

	test('that finds nothing changed writes nothing', () => {
		const before = readFileSync(join(content, 'permalinks.jsonl'), 'utf8');
		expect(release(content, 'Again.').stdout).toBe(
			'Nothing changed since the last release; nothing was written.\n',
		);
		expect(readFileSync(join(content, 'permalinks.jsonl'), 'utf8')).toBe(before);
		expect(readFileSync(join(content, 'releases.jsonl'), 'utf8').trim().split('\n')).toHaveLength(
			1,
		);
	});

	test('makes the next revision of what changed, and of nothing else', () => {
		const copy = layArchive(content);
		edit(join(folderOf(copy, 3), 'reading.md'), (text) =>
			text.replace(/\.\s*$/, ', it is said.\n'),
		);
		const { stdout } = release(copy, 'A reading "mended".');
		expect(stdout).toBe(
			'Article 3, revision 2: frozen.\nReleased: 1 revision, 1 new line in the ledger. Keep content/ under version control with both.\n',
		);
		expect(
			open(copy)
				.articles.find(({ record }) => record.value?.number === 3)
				?.record.value?.revisions.at(-1),
		).toEqual({
			number: 2,
			date: '2026-12-01',
			reason: 'A reading "mended".',
		});
		expect(readdirSync(join(copy, 'revisions/3'))).toEqual(['v1', 'v2']);
		expect(problemsOf(copy)).toEqual([]);
		// The frozen state is the one that was there, and still opens.
		expect(readFileSync(join(copy, 'revisions/3/v1/reading.md'))).toEqual(
			readFileSync(join(content, 'articles/3-library-hours/reading.md')),
		);
	});

	test('that is only tried writes nothing', () => {
		const copy = layArchive(fixtures.archive);
		const { status, stdout } = release(copy, 'Tried.', {}, '--dry-run');
		expect({ status, stdout: stdout.split('\n').at(-2) }).toEqual({
			status: 0,
			stdout: '4 articles would be frozen. Nothing was written.',
		});
		expect(readdirSync(copy)).not.toContain('permalinks.jsonl');
	});

	test('is refused while the archive has no public address, and while it has problems', () => {
		const copy = layArchive(fixtures.archive);
		const refused = release(copy, 'Too early.', { SITE_URL: 'unset' });
		expect(refused.status).toBe(1);
		expect(refused.stderr).toMatch(/^Nothing was released: the archive has no public address yet/);
		expect(release(copy, 'x', { SITE_URL: 'nowhere' }).stderr).toMatch(
			/^Nothing was released\. SITE_URL/,
		);
		rmSync(join(folderOf(copy, 2), 'reading.md'));
		const faulty = release(copy, 'Too early.');
		expect(faulty.status).toBe(1);
		expect(faulty.stderr).toContain('article-files-are-present');
		expect(readdirSync(copy)).not.toContain('permalinks.jsonl');
	});

	test('without a reason is answered with how to give one', () => {
		expect(release(content, ' ')).toMatchObject({
			status: 2,
			stderr: expect.stringMatching(/^Usage: npm run release/) as string,
		});
	});

	test('a release that was interrupted after freezing is finished by the next', () => {
		const copy = layArchive(fixtures.archive);
		release(copy, 'First release.');
		rmSync(join(copy, 'permalinks.jsonl'));
		rmSync(join(copy, 'releases.jsonl'));
		expect(problemsOf(copy)).not.toEqual([]);
		expect(release(copy, 'First release.').status).toBe(0);
		expect(problemsOf(copy)).toEqual([]);
	});

	test('200 renames, new titles, moves and mended dates change no published address', () => {
		const copy = layArchive(content);
		const before = urlsOf(copy);
		const pick = seeded(7);
		const numbers = [1, 2, 3, 5];
		const changes = [
			(folder: string, round: number) => {
				const [number = ''] = /^\d+/.exec(folder.split('/').at(-1) ?? '') ?? [];
				renameSync(folder, join(folder, '..', `${number}-renamed-${round}`));
			},
			(folder: string, round: number) => {
				edit(join(folder, 'record.yaml'), (text) =>
					text.replace(/^( +supplied: ).*$/m, `$1Title number ${round}`),
				);
			},
			(folder: string, round: number) => {
				edit(join(folder, 'record.yaml'), (text) =>
					text.replace(
						/^(published:\n +date: ).*$/m,
						`$1"20${10 + (round % 15)}-0${1 + (round % 9)}${['', '~', '-12', '?'][round % 4]}"`,
					),
				);
			},
			(folder: string) => {
				// What is moved: the notes of an article, among each other.
				edit(join(folder, 'commentary.mdx'), (text) => {
					const [first = '', ...rest] = text
						.split(/(?=^<Note )/m)
						.filter((part) => !part.startsWith('<Point'));
					return /^<Note /.test(first)
						? [...rest, first].map((part) => `${part.trim()}\n\n`).join('')
						: text;
				});
			},
		];
		for (let round = 0; round < 200; round++) {
			const folder = folderOf(copy, numbers[pick(4)] ?? 1);
			changes[pick(changes.length)]?.(folder, round);
			if (round % 20 === 19) expect(urlsOf(copy).toSorted()).toEqual(before.toSorted());
		}
		expect(problemsOf(copy)).toEqual([]);
		expect(release(copy, 'Many changes.').status).toBe(0);
		expect(urlsOf(copy)).toEqual(expect.arrayContaining(before));
		expect(problemsOf(copy)).toEqual([]);
	}, 120_000);

	test('500 random edits change no id of an untouched paragraph or note, and none is used again', () => {
		const copy = layArchive(content);
		const pick = seeded(11);
		const used = new Set(listNoteIds(copy));
		const before = readAll(copy);
		for (let round = 0; round < 500; round++) {
			const { number, touched } = editSomething(copy, before, pick, round);
			const article = before.get(number);
			const now = readOne(copy, number);
			expect(now?.paragraphs.map((paragraph) => paragraph.number)).toEqual(
				article?.paragraphs.map((paragraph) => paragraph.number),
			);
			for (const note of article?.notes ?? []) {
				const same = now?.notes.find(({ id }) => id === note.id);
				if (note.id !== touched) expect({ ...same, ordinal: 0 }).toEqual({ ...note, ordinal: 0 });
			}
			if (now) before.set(number, now);
			if (round % 100 === 99) {
				expect(problemsOf(copy)).toEqual([]);
				expect(release(copy, `Edits to ${round}.`).status).toBe(0);
				expect([...readAll(copy)].map(([one]) => one)).toEqual([...before.keys()]);
				const ids = listNoteIds(copy);
				expect(new Set(ids).size).toBe(ids.length);
				for (const id of used) expect(ids).toContain(id);
				for (const id of ids) used.add(id);
			}
		}
		expect(problemsOf(copy)).toEqual([]);
	}, 240_000);

	test('an id that is given to another note, or an article number to another capture, is refused', () => {
		const pick = seeded(3);
		for (let round = 0; round < 12; round++) {
			const copy = layArchive(content);
			const article = readAll(copy).get(1);
			const notes = (article?.notes ?? []).filter(({ id }) => !/second-emoji/.test(id));
			const [one, other] = [notes[pick(notes.length)], notes[pick(notes.length)]];
			if (!one || !other || (one.start < other.end && other.start < one.end)) continue;
			edit(join(folderOf(copy, 1), 'commentary.mdx'), (text) =>
				text
					.replace(`<Note id="${one.id}"`, '<Note id="passing"')
					.replace(`<Note id="${other.id}"`, `<Note id="${one.id}"`)
					.replace('<Note id="passing"', `<Note id="${other.id}"`),
			);
			writeAnchors(copy, 1);
			expect(problemsOf(copy).map(({ rule }) => rule)).toContain('ids-are-not-used-again');
		}
	}, 60_000);

	test('a note that is removed instead of withdrawn is missed', () => {
		const copy = layArchive(content);
		edit(join(folderOf(copy, 1), 'commentary.mdx'), (text) =>
			text.replace(/<Note id="logotip"[\s\S]*?<\/Note>\n/, ''),
		);
		writeAnchors(copy, 1);
		expect(problemsOf(copy).map(({ rule, message }) => `${rule}: ${message}`)).toEqual([
			'permalinks-are-answered: `/a/1/` no longer has `#note-logotip`, published on 2026-12-01.',
			'permalinks-are-answered: `/a/1/n/logotip/`, published on 2026-12-01, is answered by nothing.',
		]);
	});
});

function readAll(content: string): Map<number, Article> {
	return new Map(buildArticles(open(content)).map((article) => [article.number, article]));
}

function readOne(content: string, number: number): Article | undefined {
	const folder = folderOf(content, number);
	return buildArticle(
		readArticle(content, join('articles', basename(folder)), readCaptures(captures)),
	);
}

function listNoteIds(content: string): string[] {
	return open(content).articles.flatMap(({ record, commentary }) =>
		commentary.notes.map(({ attributes }) => `${record.value?.number}/${attributes.id}`),
	);
}

function writeAnchors(content: string, number: number): void {
	for (const source of open(content).articles)
		if (source.record.value?.number === number && source.capture)
			writeFileSync(
				join(content, source.folder, 'anchors.json'),
				formatAnchors(computeAnchors(source, source.capture)),
			);
}

/** Make one edit, of a kind that the numbers choose; returns the note that it touches, if any. */
function editSomething(
	content: string,
	articles: ReadonlyMap<number, Article>,
	pick: (below: number) => number,
	round: number,
): { number: number; touched: string | undefined } {
	const numbers = [...articles.keys()];
	const number = numbers[pick(numbers.length)] ?? 1;
	const article = articles.get(number);
	const folder = folderOf(content, number);
	const note = article?.notes[pick(article.notes.length)];
	// A note is made only where its place can be computed.
	const kind = note ? pick(article?.isCaptureAttached ? 5 : 4) : 0;
	if (kind === 0) {
		edit(join(folder, 'reading.md'), (text) => {
			const blocks = text.trimEnd().split('\n\n');
			const at = pick(blocks.length);
			return `${blocks.map((block, index) => (index === at && !block.endsWith(']') ? `${block} More (${round}).` : block)).join('\n\n')}\n`;
		});
		return { number, touched: undefined };
	}
	const id = note?.id ?? '';
	const element = new RegExp(`<Note id="${id}"[\\s\\S]*?</Note>`);
	const reshape = (change: (written: string) => string) => {
		edit(join(folder, 'commentary.mdx'), (text) => text.replace(element, change));
	};
	if (kind === 1)
		reshape((text) => text.replace(/\s*<\/Note>$/, ` Seen in round ${round}.\n</Note>`));
	if (kind === 2)
		reshape((text) =>
			text.replace(
				/confidence="\w+"/,
				`confidence="${['likely', 'possible', 'certain'][round % 3]}"`,
			),
		);
	if (kind === 3) {
		const isNeeded = article?.points.some((point) => point.note === id) ?? false;
		const isRare =
			articles.get(number)?.notes.length === 1 || (number === 1 && id === 'carries-opening');
		if (!isNeeded && !isRare && round % 3 === 0)
			reshape((text) =>
				text.replace('<Note ', `<Note withdrawn="2026-12-01" withdrawnBecause="Round ${round}." `),
			);
		return { number, touched: id };
	}
	if (kind === 4) {
		const copy = (text: string) =>
			`${text}\n\n${text
				.replace(`id="${id}"`, `id="made-${round}"`)
				.replace(/>[^>]*<\/Note>$/, `>\nMade in round ${round}.\n</Note>`)
				.replace(/\n\[\^1\]:.*$/m, '')}`;
		reshape((text) => (/\[\^1\]/.test(text) ? text : copy(text)));
		writeAnchors(content, number);
		return { number, touched: undefined };
	}
	return { number, touched: id };
}

test('a revision is added to a record, and no other character of it changes', () => {
	const revision = { number: 2, date: '2026-12-01', reason: 'A "quoted" reason: with a colon.' };
	const written =
		'{ number: 2, date: "2026-12-01", reason: "A \\"quoted\\" reason: with a colon." }';
	const first = '{ number: 1, date: "2026-11-22", reason: First. }';
	for (const [text, expected] of [
		[
			`a: 1 # x\nrevisions:\n  - ${first} # y\n`,
			`a: 1 # x\nrevisions:\n  - ${first} # y\n  - ${written}\n`,
		],
		[`revisions:\n- ${first}`, `revisions:\n- ${first}\n- ${written}`],
		[`revisions: [${first}]\nb: 2\n`, `revisions: [${first}, ${written}]\nb: 2\n`],
		[
			`revisions:\n  - number: 1\n    date: "2026-11-22"\n    reason: First.\nb: 2\n`,
			`revisions:\n  - number: 1\n    date: "2026-11-22"\n    reason: First.\n  - ${written}\nb: 2\n`,
		],
	] as const)
		expect(appendRevision(text, revision)).toBe(expected);
	expect(() => appendRevision('a: 1\n', revision)).toThrow('no list of revisions');
});
