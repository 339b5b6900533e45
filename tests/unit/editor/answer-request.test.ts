import {
	appendFileSync,
	lstatSync,
	mkdirSync,
	readFileSync,
	renameSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { stringify } from 'yaml';
import { answerRequest } from '../../../scripts/editor/answer-request.ts';
import { checkArchive } from '../../../scripts/check-archive.ts';
import { rules } from '../../../scripts/checks/rules.ts';
import { hashCapture } from '../../../src/edition/read-captures.ts';
import { readArchive } from '../../../src/edition/read-archive.ts';
import type { ChangeAnswer, NoteDraft, OpenedArticle } from '../../../src/editor/messages.ts';
import { smallCapture, smallCommentary, smallRecord, writeSmallArchive } from '../small-archive.ts';

const folder = 'articles/7-watchdog';
const second = smallCapture.split('\r')[2]?.slice(1) ?? '';

afterEach(() => vi.unstubAllEnvs());

/** An archive of one article, and the editor's way to it. */
function lay(files: { [path: string]: string } = {}) {
	const folders = writeSmallArchive(files);
	vi.stubEnv('CALQUE_CONTENT', folders.content);
	vi.stubEnv('CALQUE_CAPTURES', folders.captures);
	const read = (name: string) => readFileSync(join(folders.content, name), 'utf8');
	return { ...folders, read, path: (name: string) => join(folders.content, name) };
}

const open = () => answerRequest('open', { article: 7 }).body as OpenedArticle;

function draftOf(words: string, more: Partial<NoteDraft> = {}): NoteDraft {
	const startCodeUnit = second.indexOf(words);
	return {
		...{ paragraph: 2, startCodeUnit, endCodeUnit: startCodeUnit + words.length },
		...{ type: 'style/awkward', severity: 'minor', confidence: 'likely' },
		...{ explanation: `On ${words}.`, by: 'first reading', ...more },
	};
}

function send(change: object, more: object = {}) {
	const request = { article: 7, sha256: open().sha256, isTrial: false, accepted: [], change };
	const { status, body } = answerRequest('change', { ...request, ...more });
	return { status, body: body as ChangeAnswer };
}

const add = (draft: NoteDraft, more?: object) => send({ kind: 'add', draft }, more);

test('a note is written in its place, every other byte stays, and the anchors go with it', () => {
	const { read } = lay();
	const { digest } = open();
	const { status, body } = add(draftOf('again'));
	// By this a page knows that it is older than the files.
	expect(open().digest).not.toBe(digest);
	expect({ status, body }).toMatchObject({ status: 200, body: { kind: 'written', id: 'again' } });
	const text = read(`${folder}/commentary.mdx`);
	expect(text.replace(/<Note id="again"[^]*?<\/Note>\n\n/, '')).toBe(smallCommentary);
	expect(text.indexOf('id="again"')).toBeGreaterThan(text.indexOf('id="wider"'));
	expect(text).toContain('captured="again"\n');
	expect(JSON.parse(read(`${folder}/anchors.json`)).notes).toContainEqual(
		expect.objectContaining({ note: 'again', exact: 'again' }),
	);
	expect(body).toMatchObject({ sha256: open().sha256 });
});

test('words that recur get what tells them apart, and an id that none had', () => {
	lay({
		'content/permalinks.jsonl': `${JSON.stringify({ url: '/a/7/n/the/', kind: 'note', since: '2026-11-22' })}\n`,
	});
	const at = second.lastIndexOf('the');
	const place = { startCodeUnit: at, endCodeUnit: at + 3 };
	const { body } = add({ ...draftOf('the'), ...place, type: 'locale/date' }, { isTrial: true });
	expect(body).toMatchObject({
		kind: 'planned',
		id: 'the-2',
		note: expect.stringContaining('captured="the" prefix="“"'),
	});
});

test('a note is edited and withdrawn where it stands', () => {
	const { read } = lay();
	const shown = open().notes.find(({ id }) => id === 'second-lock');
	const { id, isWithdrawn: _isWithdrawn, ...draft } = { id: '', isWithdrawn: false, ...shown };
	expect(draft).toMatchObject({ explanation: 'Not a *lock*.', correction: 'block' });
	const edited = send(
		{ kind: 'edit', id, draft: { ...draft, correction: 'a "block"' } } as object,
		{
			accepted: ['longer', 'wider'],
		},
	);
	expect(edited.body.kind).toBe('written');
	expect(read(`${folder}/commentary.mdx`)).toContain(`correction='a "block"'`);
	const taken = { kind: 'withdraw', id, date: '2026-11-27', because: 'It’s "right".' };
	expect(send({ ...taken, replacedBy: 'longer' }).body.kind).toBe('written');
	expect(read(`${folder}/commentary.mdx`)).toMatch(
		/withdrawn="2026-11-27" withdrawnBecause='It’s "right".' replacedBy="longer">\nNot a \*lock\*\.\n<\/Note>/,
	);
	expect(open().notes.find((note) => note.id === id)?.isWithdrawn).toBe(true);
});

test('a commentary that was changed in the meantime is not touched, and both are shown', () => {
	const { read, path } = lay();
	const { sha256 } = open();
	appendFileSync(path(`${folder}/commentary.mdx`), 'Somebody else’s.\n');
	const { status, body } = add(draftOf('again'), { sha256 });
	expect(status).toBe(409);
	expect(body).toMatchObject({
		kind: 'conflict',
		text: `${smallCommentary}Somebody else’s.\n`,
		note: expect.stringContaining('captured="again"'),
	});
	expect(read(`${folder}/commentary.mdx`)).toBe(`${smallCommentary}Somebody else’s.\n`);
});

test('what would break a rule is refused in the words of the rule, and nothing is written', () => {
	const { read } = lay();
	for (const [change, rule] of [
		[{ explanation: ' ' }, 'elements-are-explained'],
		[{ explanation: 'Not a *lock*.' }, 'explanations-differ'],
		[{ explanation: '# A heading' }, 'elements-hold-plain-markdown'],
		[{ reading: 'not there' }, 'reading-phrase-is-found'],
		[{ term: 'unheard-of' }, 'note-term-is-known'],
		[{ type: 'style/other' }, 'note-type-is-known'],
		[{ severity: 'grave' }, 'note-severity-is-known'],
		[{ explanation: '```\nno end' }, 'commentary-is-well-formed'],
		[{ explanation: 'A private \uE000 one.' }, 'text-has-no-stray-characters'],
	] as const) {
		const { status, body } = add(draftOf('again', change));
		expect(status, rule).toBe(422);
		const rulesTold = body.kind === 'refused' ? body.problems.map((problem) => problem.rule) : [];
		expect(rulesTold, rule).toContain(rule);
	}
	expect(read(`${folder}/commentary.mdx`)).toBe(smallCommentary);
});

test('more words than may be quoted are refused', () => {
	const words = 'one two three four five six seven eight nine ten eleven twelve thirteen fourteen';
	const capture = `${smallCapture} ${words} fifteen`;
	const sha256 = hashCapture(Buffer.from(capture));
	lay({
		'captures/any name': capture,
		[`content/${folder}/record.yaml`]: stringify(
			smallRecord({ capture: { sha256, distributed: false, rights: 'InC' } as never }),
		),
	});
	expect(open().quoteLimit).toMatchObject({ words: 14 });
	const line = open().paragraphs[2]?.captured ?? '';
	const place = { paragraph: 3, startCodeUnit: line.indexOf('one') };
	const write = (endCodeUnit: number) => add(draftOf('lock', { ...place, endCodeUnit })).body;
	expect(write(line.length)).toMatchObject({
		kind: 'refused',
		problems: [
			{
				rule: 'note-quote-is-short',
				states: expect.stringContaining('at most 14 words'),
				message: expect.stringContaining('repeats 15 words'),
			},
		],
	});
	expect(write(line.length - ' fifteen'.length).kind).toBe('written');
});

test('a near repetition is told before it is written, and written when insisted on', () => {
	const { read } = lay();
	const draft = draftOf('lock and', { type: 'style/calque' });
	const { body } = add(draft);
	expect(body).toMatchObject({ kind: 'warned', id: 'lock-and' });
	const near = body.kind === 'warned' ? body.near.map(({ id }) => id) : [];
	expect(near).toContain('second-lock');
	expect(read(`${folder}/commentary.mdx`)).toBe(smallCommentary);
	expect(add(draft, { accepted: near }).body.kind).toBe('written');
});

test('nothing is written through a symbolic link', () => {
	const { path, content } = lay();
	for (const target of [join(content, 'kept.mdx'), join(content, '../elsewhere.mdx')]) {
		renameSync(path(`${folder}/commentary.mdx`), target);
		symlinkSync(target, path(`${folder}/commentary.mdx`));
		try {
			expect(add(draftOf('again')).body.kind).not.toBe('written');
		} catch (error) {
			expect(String(error)).toContain('is not a file of the archive’s own');
		}
		expect(readFileSync(target, 'utf8')).toBe(smallCommentary);
		expect(lstatSync(path(`${folder}/commentary.mdx`)).isSymbolicLink()).toBe(true);
		renameSync(target, path(`${folder}/commentary.mdx`));
	}

	const other = lay();
	mkdirSync(join(other.content, '../beside'));
	renameSync(other.path(folder), join(other.content, '../beside/7-watchdog'));
	symlinkSync(join(other.content, '../beside/7-watchdog'), other.path(folder));
	try {
		expect(add(draftOf('again')).body.kind).not.toBe('written');
	} catch {
		// Refused in another way.
	}
	expect(readFileSync(join(other.content, '../beside/7-watchdog/commentary.mdx'), 'utf8')).toBe(
		smallCommentary,
	);
});

test('the lines of a file end as they did', () => {
	const { read, path } = lay();
	const text = smallCommentary.replaceAll('\n', '\r\n');
	writeFileSync(path(`${folder}/commentary.mdx`), `\uFEFF${text}`);
	expect(add(draftOf('again')).body.kind).toBe('written');
	const written = read(`${folder}/commentary.mdx`);
	expect(written.replace(/<Note id="again"[^]*?<\/Note>\r\n\r\n/, '')).toBe(`\uFEFF${text}`);
	expect(written.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
});

test('a written note adds no problem to the archive', () => {
	const { path } = lay();
	const rulesBroken = () =>
		checkArchive(readArchive(), rules)
			.problems.filter(({ file }) => file.includes('7-watchdog'))
			.map(({ rule }) => rule);
	writeFileSync(path(`${folder}/anchors.json`), '');
	const before = rulesBroken().filter((rule) => rule !== 'anchors-are-current');
	expect(add(draftOf('again')).body.kind).toBe('written');
	expect(rulesBroken()).toEqual(before);
});
