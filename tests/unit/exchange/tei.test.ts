import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildArticles } from '../../../src/edition/open-edition.ts';
import { readArchive } from '../../../src/edition/read-archive.ts';
import { formatTei } from '../../../src/exchange/tei.ts';
import type { Article } from '../../../src/model/article.ts';
import { toCodePoint } from '../../../src/text/code-points.ts';
import { hostileLine, SEED, textWithPlaces } from '../generators.ts';
import {
	sampleArchive,
	sampleArticle,
	sampleNote,
	sampleOutlet,
	sampleRecord,
} from '../samples.ts';
import { findRelaxNgFaults, hasJing, readXml, schemas } from './validators.ts';

const official = process.env['TEI_SCHEMA'];
const grammar = join(schemas, 'tei/tei-all-excerpt.rnc');

const write = (article: Article, archive = sampleArchive) =>
	formatTei({ article, outlet: sampleOutlet, archive });

const notes = [
	sampleNote('2-lock', 'lock', 16, {
		paragraph: 2,
		correction: 'block',
		original: 'блокировка',
		reading: 'block',
		term: 'blokirovka',
	}),
	sampleNote('watchdog', 'Watch', 0, { confidence: 'possible', type: 'accuracy/mistranslation' }),
];
const article = sampleArticle(['Watchdog 🔑 x', 'A lock & <more>'], notes);

const hostile = fc.sample(textWithPlaces(hostileLine, 4), { numRuns: 60, seed: SEED });
const hostileArticles = hostile.map(({ text, places }) =>
	sampleArticle(
		[text],
		places.map(({ startCodeUnit, endCodeUnit }, index) =>
			sampleNote(
				`n${index}`,
				text.slice(startCodeUnit, endCodeUnit),
				toCodePoint(text, startCodeUnit),
				{ correction: text, comment: text },
			),
		),
	),
);

const fixtures = buildArticles(
	readArchive({ content: 'tests/fixtures/archive', captures: 'tests/fixtures/archive-captures' }),
);
const published = buildArticles(readArchive({ content: 'content', captures: '' }));

const variants: Article[] = [
	article,
	sampleArticle([], []),
	withRecord({
		authors: [{ family: 'Petrov', given: 'Ivan' }, { family: 'Sidorova' }, { name: 'Town Wire' }],
		title: { captured: 'none', supplied: 'A heading', original: 'Заголовок' },
		engine: {
			...sampleRecord.engine,
			name: '2 Engines & more',
			version: '3.8.3',
			packages: ['a 1', 'b 2'],
			command: 'a -u',
		},
		revisions: [
			...sampleRecord.revisions,
			{ number: 2, date: '2026-11~', reason: 'A date that is not certain.' },
		],
	}),
	withRecord({ verdict: 'native', source_language: 'en' }),
	withRecord({ verdict: 'unclear', source_language: 'unknown' }),
	{
		...article,
		paragraphs: article.paragraphs.map((paragraph, index) => ({
			...paragraph,
			captured: undefined,
			original: index === 0 ? 'Сторож' : undefined,
		})),
	},
	...fixtures,
	...published,
	...hostileArticles,
];

test.skipIf(!hasJing)('every file is valid by the definitions of TEI P5 (needs jing)', () => {
	expect(
		findRelaxNgFaults(
			grammar,
			variants.map((each) => write(each)),
		),
	).toEqual([]);
	for (const [sound, spoilt] of [
		['<extent>', '<extent><p>no</p>'],
		['<fileDesc>', '<fileDesc rank="1">'],
		['<publicationStmt>', '<publicationStmt/><publicationStmt>'],
		['motivation="', 'motivation="unheard-of '],
		['cert="high"', 'cert="very high"'],
	] as const) {
		const file = write(article);
		expect(file).toContain(sound);
		expect(findRelaxNgFaults(grammar, [file.replace(sound, spoilt)]), spoilt).not.toEqual([]);
	}
});

test.skipIf(!hasJing || official === undefined)(
	'every file is valid by tei_all.rng (needs jing, and TEI_SCHEMA to name the schema)',
	() => {
		expect(existsSync(official ?? '')).toBe(true);
		expect(
			findRelaxNgFaults(
				official ?? '',
				variants.map((each) => write(each)),
			),
		).toEqual([]);
	},
);

test('every file is well-formed, with every id once and every pointer answered', () => {
	for (const each of variants) {
		const elements = readXml(write(each));
		const ids = elements.flatMap(({ attributes }) => attributes['xml:id'] ?? []);
		expect(new Set(ids).size).toBe(ids.length);
		const pointers = elements.flatMap(({ attributes: { ana, resp, corresp } }) =>
			[ana, resp, corresp].flatMap((list) => list?.split(' ') ?? []),
		);
		for (const pointer of pointers) expect(ids).toContain(pointer.slice(1));
		for (const id of ids) expect(id).toMatch(/^[A-Za-z_][\w.-]*$/);
	}
});

test('a note points into its paragraph, in code points', () => {
	const elements = readXml(write(article));
	const [first, second] = elements.filter(({ name }) => name === 'annotation');
	expect(first?.attributes).toMatchObject({
		'xml:id': 'note-2-lock',
		target: '#string-range(p2,3,4)',
		motivation: 'commenting classifying editing',
		ana: '#type-style-calque #severity-major #confidence-certain',
		cert: 'high',
	});
	expect(second?.attributes).toMatchObject({ target: '#string-range(p1,0,5)', cert: 'low' });
});

test('in any text, the range has the words of the note', () => {
	let checked = 0;
	for (const each of [...hostileArticles, ...fixtures, ...published]) {
		const elements = readXml(write(each));
		const annotations = elements.filter(({ name }) => name === 'annotation');
		expect(annotations).toHaveLength(each.notes.length);
		if (!each.isCaptureAttached) continue;
		annotations.forEach(({ attributes }, index) => {
			const [, id, offset, length] =
				/^#string-range\((p\d+),(\d+),(\d+)\)$/.exec(attributes['target'] ?? '') ?? [];
			const paragraph = elements.find((element) => element.attributes['xml:id'] === id)?.text ?? '';
			const words = Array.from(paragraph)
				.slice(Number(offset), Number(offset) + Number(length))
				.join('');
			expect(words).toBe(replaceForbidden(each.notes[index]?.exact ?? ''));
			checked++;
		});
	}
	expect(checked).toBeGreaterThan(100);
});

test('a paragraph is kept to the letter, its white space too', () => {
	const text = ' \ttwo  spaces\u00a0 ]]> &amp; <!-- ';
	const element = readXml(write(sampleArticle([text], []))).find(
		({ attributes }) => attributes['xml:id'] === 'p1',
	);
	expect(element?.text).toBe(text);
	expect(element?.attributes['xml:space']).toBe('preserve');
});

test('what XML cannot hold is replaced, and the header says where', () => {
	const written = write(
		sampleArticle(['a\u0007b', 'c'], [sampleNote('n', 'a', 0, { comment: '\u0001' })]),
	);
	const elements = readXml(written);
	expect(elements.find(({ attributes }) => attributes['xml:id'] === 'p1')?.text).toBe('a\ufffdb');
	expect(
		elements.filter(({ attributes }) => attributes['n'] === 'replaced').map(({ text }) => text),
	).toEqual([
		'U+FFFD stands for U+0007 in p1, at code point 1.',
		'U+FFFD stands for U+0001 in note-n note, at code point 0.',
	]);
	expect(write(article)).not.toContain('U+FFFD');
});

test('a paragraph whose text is not given is a gap that names the capture', () => {
	const elements = readXml(write(variants[5] as Article));
	const gaps = elements.filter(({ name }) => name === 'gap');
	expect(gaps[0]?.attributes).toEqual({ reason: 'not-given', unit: 'codepoints', quantity: '12' });
	expect(gaps[0]?.text).toContain(sampleRecord.capture.sha256);
	expect(gaps.at(-1)?.attributes).toEqual({ reason: 'absent' });
	expect(elements.find(({ attributes }) => attributes['xml:id'] === 'original-p1')?.text).toBe(
		'Сторож',
	);
});

test('the machine is credited as far as it is known', () => {
	const creditOf = (each: Article) =>
		readXml(write(each)).filter(({ name }) => name === 'respStmt')[0]?.text;
	const engine = { ...sampleRecord.engine, name: 'Apertium', version: '3.8.3' };
	expect(creditOf(withRecord({ engine }))).toContain('Apertium 3.8.3');
	expect(creditOf(article)).toContain('machine translation (engine unknown)');
	expect(creditOf(withRecord({ verdict: 'unclear', engine }))).toContain(
		'possible machine translation (engine unknown)',
	);
	expect(creditOf(withRecord({ verdict: 'native', engine }))).not.toMatch(/translation|Apertium/);
	expect(write(withRecord({ engine }))).toContain('<application ident="Apertium" version="3.8.3">');
	expect(write(withRecord({ engine: { ...engine, version: 'of last week' } }))).not.toContain(
		'<application',
	);
});

test('where the text may not be shown whole, no note has its words', () => {
	const each = withRecord({ capture: { ...sampleRecord.capture, display: 'excerpt' } });
	expect(write(each)).not.toContain('type="quoted"');
	expect(write(article)).toContain('type="quoted"');
});

test('words that the host planted are covered in the title', () => {
	const planted = sampleNote('p', 'Watchdog', 0, { masked: true });
	const [title] = readXml(write(sampleArticle(['Watchdog x'], [planted]))).filter(
		({ name }) => name === 'title',
	);
	expect(title?.text).toBe('[masked] locks the messenger');
});

function withRecord(change: Partial<typeof sampleRecord>): Article {
	return { ...article, record: { ...sampleRecord, ...change } };
}

function replaceForbidden(text: string): string {
	return text.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/gu, '\ufffd');
}
