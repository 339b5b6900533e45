import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { buildArticle } from '../../../src/edition/build-article.ts';
import {
	computeAnchors,
	formatAnchors,
	placeInOriginal,
	placeInParagraph,
} from '../../../src/edition/place-notes.ts';
import { readArchive } from '../../../src/edition/read-archive.ts';
import type { Article } from '../../../src/model/article.ts';
import { anchorsSchema } from '../../../src/model/anchors.ts';
import { sliceCodePoints } from '../../../src/text/code-points.ts';
import { SEED } from '../generators.ts';
import { smallCapture, smallRecord, writeSmallArchive } from '../small-archive.ts';

const folder = 'content/articles/7-watchdog';

function readSmallArticle(files: { [path: string]: string } = {}, withCapture = true) {
	const { content, captures } = writeSmallArchive(files);
	const { articles } = readArchive({
		content,
		captures: withCapture ? captures : `${captures}-none`,
	});
	const [source] = articles;
	if (!source) throw new Error('The archive has no article.');
	return source;
}

function anchorsFile(): string {
	const source = readSmallArticle();
	if (!source.capture) throw new Error('The capture is not attached.');
	return formatAnchors(computeAnchors(source, source.capture));
}

const withoutCapture = ({
	isCaptureAttached: _is,
	digest: _digest,
	paragraphs,
	...rest
}: Article) => ({
	...rest,
	paragraphs: paragraphs.map(({ captured: _captured, ...paragraph }) => paragraph),
});

test('an article has the same notes and positions with its capture and without', () => {
	const anchors = { [`${folder}/anchors.json`]: anchorsFile() };
	const attached = buildArticle(readSmallArticle(anchors));
	const detached = buildArticle(readSmallArticle(anchors, false));
	expect(attached?.isCaptureAttached).toBe(true);
	expect(detached?.isCaptureAttached).toBe(false);
	expect(attached?.notes).toHaveLength(4);
	expect(attached && withoutCapture(attached)).toEqual(detached && withoutCapture(detached));
	expect(detached?.paragraphs.map(({ captured }) => captured)).toEqual([
		undefined,
		undefined,
		undefined,
	]);
});

test('the positions of notes and paragraphs are code points of the captured text', () => {
	const article = buildArticle(readSmallArticle());
	for (const { start, end, exact } of article?.notes ?? [])
		expect(sliceCodePoints(smallCapture, start, end)).toBe(exact);
	for (const { start, end, captured } of article?.paragraphs ?? [])
		expect(sliceCodePoints(smallCapture, start, end)).toBe(captured);
	expect(article?.paragraphs.map(({ captured }) => captured)).toEqual([
		'\ufeffWatchdog 🔑 locks the messenger',
		'The lock, 🔑🔑 the lock and “the lock” again.',
		'Last lock\u0085of e\u0301 all',
	]);
});

test('sentences are code points of the captured text, each within its paragraph', () => {
	const source = readSmallArticle();
	const sentences = source.capture ? computeAnchors(source, source.capture).sentences : [];
	expect(sentences.map(([start, end]) => sliceCodePoints(smallCapture, start, end))).toEqual([
		'Watchdog 🔑 locks the messenger',
		'The lock, 🔑🔑 the lock and “the lock” again.',
		'Last lock\u0085',
		'of e\u0301 all',
	]);
	expect(buildArticle(source)?.sentences).toEqual(sentences);
});

test('notes are in the order of the text, the wider first, and numbered from 1', () => {
	const article = buildArticle(readSmallArticle());
	expect(article?.notes.map(({ id, ordinal, paragraph }) => [id, ordinal, paragraph])).toEqual([
		['wider', 1, 2],
		['longer', 2, 2],
		['second-lock', 3, 2],
		['all', 4, 3],
	]);
});

test('a note has its comment as text and as HTML', () => {
	const [, , second, all] = buildArticle(readSmallArticle())?.notes ?? [];
	expect(second?.comment).toBe('Not a lock.');
	expect(second?.commentHtml).toBe('Not a <em>lock</em>.');
	expect(all?.comment).toMatch(/^One paragraph\.\nAnother\.\n?/);
	expect(all?.commentHtml).toContain('id="fn.7.all.fn-1"');
});

const original = 'Заголовок 🔑\n\nЗамок, 🔑 и замок и замок.\n\nКонец\n';

function placeOriginal(rest: { p?: number; original?: string; originalOccurrence?: number }) {
	const source = readSmallArticle({ [`${folder}/original.txt`]: original });
	const place = placeInOriginal(source, { ...noteAttributes, ...rest });
	return place && [place.start, sliceCodePoints(original, place.start, place.end)];
}
const noteAttributes = {
	id: 'lock',
	p: 2,
	captured: 'lock',
	type: 'style/calque',
	severity: 'minor',
	confidence: 'likely',
	by: 'first reading',
} as const;

test('the wording of a note is placed in its paragraph of the original, in code points of the whole', () => {
	expect(placeOriginal({ original: 'Замок, 🔑' })).toEqual([13, 'Замок, 🔑']);
	expect(placeOriginal({ original: 'замок', originalOccurrence: 2 })).toEqual([32, 'замок']);
	expect(placeOriginal({ p: 3, original: 'Конец' })).toEqual([40, 'Конец']);
});

test.for([
	{},
	{ original: 'замок' },
	{ original: 'замок', originalOccurrence: 3 },
	{ original: 'Заголовок' },
	{ p: 9, original: 'Конец' },
])('%j has no place in the original', (rest) => {
	expect(placeOriginal(rest)).toBe(undefined);
});

test('without an original no wording has a place', () => {
	const source = readSmallArticle();
	expect(placeInOriginal(source, { ...noteAttributes, original: 'Конец' })).toBe(undefined);
	expect(buildArticle(source)?.notes.map(({ originalPlace }) => originalPlace)).toEqual([
		undefined,
		undefined,
		undefined,
		undefined,
	]);
});

test('an original stands beside its paragraph, with its place in the whole', () => {
	const article = buildArticle(readSmallArticle({ [`${folder}/original.txt`]: original }));
	const paragraphs = article?.paragraphs ?? [];
	expect(paragraphs.map(({ original }) => original)).toEqual([
		'Заголовок 🔑',
		'Замок, 🔑 и замок и замок.',
		'Конец',
	]);
	for (const { original: text = '', originalStart } of paragraphs)
		expect(Array.from(original).slice(originalStart).join('').startsWith(text)).toBe(true);
});

test('quotations, points and prose are rendered', () => {
	const article = buildArticle(readSmallArticle());
	expect(article?.quotations).toEqual([
		{
			paragraph: 2,
			opening: '“the lock',
			speaker: 'Durov',
			status: 'do-not-quote',
			reasonHtml: 'Not <em>his</em>, (<em>ours</em>).',
		},
	]);
	expect(article?.points).toEqual([{ note: 'second-lock', html: 'A <em>point</em>.' }]);
	expect(article?.proseHtml).toBe('<p>Some prose.</p>');
});

test('a capture beside the record is used before one that is attached', () => {
	const beside = `${smallCapture}\n`;
	const source = readSmallArticle({ [`${folder}/capture.txt`]: beside });
	expect(source.capture).toMatchObject({ origin: 'beside', text: beside });
	expect(readSmallArticle().capture).toMatchObject({ origin: 'attached', text: smallCapture });
});

test('a capture with another hash is not attached', () => {
	const capture = { ...smallRecord().capture, sha256: '00'.repeat(32) };
	const source = readSmallArticle({
		[`${folder}/record.yaml`]: stringify(smallRecord({ capture })),
	});
	expect(source.capture).toBe(undefined);
	expect(buildArticle(source)).toBe(undefined);
});

test.for([
	['record.yaml', 'number: 7'],
	['record.yaml', ''],
	['commentary.mdx', '{1}'],
	['commentary.mdx', '<Note id="lock">x</Note>'],
	[
		'commentary.mdx',
		'<Note id="a" p={1} captured="nowhere" type="style/calque" severity="minor" confidence="likely" by="x">y</Note>',
	],
	['reading.md', 'One paragraph for three.'],
] as const)('an article whose %s is %j is not built', ([file, text]) => {
	expect(buildArticle(readSmallArticle({ [`${folder}/${file}`]: text }))).toBe(undefined);
});

test('an article without capture and anchors is not built', () => {
	expect(buildArticle(readSmallArticle({}, false))).toBe(undefined);
});

test('the digest changes with every file of the article and with nothing else', () => {
	const digest = (files: { [path: string]: string } = {}) =>
		buildArticle(readSmallArticle(files))?.digest;
	const whole = digest();
	expect(digest()).toBe(whole);
	expect(digest({ 'content/terms.yaml': '[] # changed' })).toBe(whole);
	const changes = [
		digest({ [`${folder}/record.yaml`]: stringify(smallRecord({ not_checked: 'More.' })) }),
		digest({ [`${folder}/commentary.mdx`]: 'No notes.' }),
		digest({ [`${folder}/reading.md`]: 'A.\n\nB.\n\nC.\n' }),
		digest({ [`${folder}/anchors.json`]: anchorsFile() }),
		digest({ [`${folder}/capture.txt`]: `${smallCapture}\n` }),
		digest({ [`${folder}/original.txt`]: 'А.\nБ.\nВ.\n' }),
		digest({ [`${folder}/readings.jsonl`]: '\n' }),
		digest({ [`${folder}/decisions.yaml`]: '[]' }),
	];
	expect(changes).not.toContain(undefined);
	expect(new Set([whole, ...changes]).size).toBe(9);
});

test('an element is placed in its paragraph alone', () => {
	const { capture } = readSmallArticle();
	const place = (p: number, captured: string) =>
		capture && placeInParagraph(capture, { p, captured, speaker: 'x', status: 'safe' });
	expect(place(1, 'messenger')).toMatchObject({ kind: 'found' });
	expect(place(2, 'messenger')).toEqual({ kind: 'missing' });
	expect(place(2, 'the lock')).toMatchObject({ kind: 'ambiguous' });
	expect(place(9, 'messenger')).toEqual({ kind: 'missing' });
});

test('anchors carry no more context than makes a span the only one', () => {
	const source = readSmallArticle();
	const notes = source.capture ? computeAnchors(source, source.capture).notes : [];
	const context = new Map(notes.map(({ note, prefix, suffix }) => [note, { prefix, suffix }]));
	expect(context.get('all')).toEqual({ prefix: '', suffix: '' });
	expect(context.get('second-lock')).not.toEqual({ prefix: '', suffix: '' });
});

test('anchors read back as they were written, a note to a line', () => {
	const texts = fc.string({ unit: 'binary', maxLength: 8 });
	const anchors = fc.record({
		capture_sha256: texts,
		length: fc.nat(),
		words: fc.nat(),
		paragraphs: fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 4 }),
		sentences: fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 4 }),
		notes: fc.array(
			fc.record({
				note: texts,
				start: fc.nat(),
				end: fc.integer({ min: 1 }),
				exact: texts,
				prefix: texts,
				suffix: texts,
			}),
			{ maxLength: 4 },
		),
	});
	fc.assert(
		fc.property(anchors, (value) => {
			const written = formatAnchors(value);
			expect(anchorsSchema.parse(JSON.parse(written))).toEqual(value);
			expect(written.split('\n').filter((line) => line.includes('"prefix":'))).toHaveLength(
				value.notes.length,
			);
			expect(written.endsWith('}\n')).toBe(true);
		}),
		{ seed: SEED, numRuns: 500 },
	);
});

test('ids of footnotes are apart from ids of notes, and from those of other notes', () => {
	const note = (id: string, captured: string, footnote: string) =>
		`<Note id="${id}" p={3} captured="${captured}" type="style/awkward" severity="minor" confidence="likely" by="x">\nA[^${footnote}].\n\n[^${footnote}]: B.\n</Note>\n`;
	const commentary = [
		note('b', 'Last', '1'),
		note('b-fn-1', 'lock', '1'),
		note('c', 'of', '1-fn-1'),
	];
	const article = buildArticle(
		readSmallArticle({ [`${folder}/commentary.mdx`]: commentary.join('\n') }),
	);
	const html = article?.notes.map(({ commentHtml }) => commentHtml).join('') ?? '';
	const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
	expect(ids).toHaveLength(9);
	expect(new Set(ids).size).toBe(9);
	for (const id of ids) expect(id).toMatch(/^fn\.7\./);
});

/** Compute the context of a note on the “a b” of paragraph 2. */
function contextOf(capture: string, distributed: boolean) {
	const hash = createHash('sha256').update(capture).digest('hex');
	const source = readSmallArticle({
		'captures/any name': capture,
		[`${folder}/record.yaml`]: stringify(
			smallRecord({ capture: { ...smallRecord().capture, sha256: hash, distributed } }),
		),
		[`${folder}/commentary.mdx`]:
			'<Note id="a" p={2} captured="a b" type="style/awkward" severity="minor" confidence="likely" by="x">y</Note>',
	});
	const anchors = source.capture && computeAnchors(source, source.capture);
	const { prefix, suffix } = anchors?.notes[0] ?? {};
	return { prefix, suffix };
}

test('anchors repeat no more than fourteen words of a capture that is not distributed', () => {
	const same = '1 2 3 4 5 6 7 8 9 10 11';
	const within = `x ${same} a b\ny ${same} a b`;
	expect(contextOf(within, false)).toEqual({ prefix: `y ${same} `, suffix: '' });
	const beyond = `x 0 ${same} a b\ny 0 ${same} a b`;
	expect(contextOf(beyond, false)).toEqual({ prefix: '', suffix: '' });
	expect(contextOf(beyond, true)).toEqual({ prefix: `y 0 ${same} `, suffix: '' });
});

test('context comes from the paragraph itself unless only its neighbours are enough', () => {
	expect(contextOf('x a b here\na b there', false)).toEqual({ prefix: '', suffix: ' there' });
	expect(contextOf('x a b\na b\ny', false)).toEqual({ prefix: 'b\n', suffix: '' });
});
