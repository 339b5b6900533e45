import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Article, Note } from '../../../src/model/article.ts';
import { indexPageOf, listTerms } from '../../../src/search/index-page.ts';
import { indexTermOf } from '../../../src/search/stem-word.ts';
import type { Layer, TextPage } from '../../../src/search/text-page.ts';
import { hostileLine, SEED, textWithPlaces } from '../generators.ts';
import { sampleArticle, sampleNote, sampleRecord } from '../samples.ts';

const layersOf = (article: Article) => indexPageOf(article)?.texts.map(({ layer }) => layer) ?? [];

function textOf(article: Article, layer: Layer): TextPage | undefined {
	return indexPageOf(article)?.texts.find((text) => text.layer === layer);
}

/** The text of each section of a layer, by its id. */
function sectionsOf(article: Article, layer: Layer): Map<string, string> {
	const sections = textOf(article, layer)?.sections ?? [];
	return new Map(sections.map(({ id, texts }) => [id, texts.join('\n')]));
}

/** The terms that the index itself is given. */
function termsOf(article: Article): string[] {
	const sections = indexPageOf(article)?.texts.flatMap((text) => text.sections) ?? [];
	return listTerms(sections.flatMap(({ texts }) => texts));
}

const notes: Note[] = [
	sampleNote('lock', 'a lock', 8, { correction: 'blocking', original: 'блокировка' }),
	sampleNote('stamp', '6 years', 17, {
		ordinal: 2,
		paragraph: 2,
		type: 'capture/site-furniture',
		severity: 'minor',
	}),
];
const article = sampleArticle(['carries a lock', '6 years ago'], notes);

test('an article is one page of the index, with the text of each of its layers', () => {
	expect(indexPageOf(article)?.url).toBe('/a/7/');
	expect(layersOf(article)).toEqual(['reading', 'captured', 'notes']);
});

test('a layer that is not at hand has no text, and an article without any has no page', () => {
	const without = { ...article, notes: [] };
	const paragraphs = article.paragraphs.map((paragraph) => ({ ...paragraph, captured: undefined }));
	expect(layersOf({ ...without, paragraphs })).toEqual(['reading']);
	expect(indexPageOf({ ...without, paragraphs: [] })).toBeUndefined();
});

test('an original that is held is a layer of its own', () => {
	const paragraphs = article.paragraphs.map((paragraph, index) => ({
		...paragraph,
		original: ['сообщает о блокировке', '6 лет назад'][index],
	}));
	const held = { ...article, paragraphs };
	expect(layersOf(held)).toEqual(['reading', 'captured', 'original', 'notes']);
	expect([...sectionsOf(held, 'original')]).toEqual([
		['p1', 'сообщает о блокировке'],
		['p2', '6 лет назад'],
	]);
});

test('every paragraph and every note is there under the id it has on the page of the article', () => {
	expect([...sectionsOf(article, 'captured')]).toEqual([
		['p1', 'carries a lock'],
		['p2', '6 years ago'],
	]);
	expect([...sectionsOf(article, 'reading')]).toEqual([
		['p1', 'Rendering 1.'],
		['p2', 'Rendering 2.'],
	]);
	expect([...sectionsOf(article, 'notes').keys()]).toEqual(['note-lock', 'note-stamp']);
});

test('a note is found through what is printed, what it should be, the source and the comment', () => {
	expect(sectionsOf(article, 'notes').get('note-lock')?.split('\n')).toEqual([
		'a lock',
		'blocking',
		'блокировка',
		'About lock.',
	]);
});

test('a section carries its label and the severities and types of its notes', () => {
	const captured = textOf(article, 'captured')?.sections ?? [];
	expect(captured.map(({ label, severities, types }) => [label, severities, types])).toEqual([
		['Paragraph 1', ['major'], ['style/calque']],
		['Paragraph 2', ['minor'], ['capture/site-furniture']],
	]);
	expect(textOf(article, 'notes')?.sections[0]).toMatchObject({
		label: 'Note 1, paragraph 1',
		exact: 'a lock',
		correction: 'blocking',
	});
});

test('a text carries what it can be filtered and sorted by', () => {
	expect(textOf(article, 'captured')).toMatchObject({
		article: 7,
		title: 'A regulator blocks a messenger',
		day: '2018-11-08',
		years: ['2018'],
		outlet: 'daily-mirror-site',
		verdict: 'machine-translated',
	});
});

test('an article is found under every year that it may be of, and under none if that is unknown', () => {
	const datesOf = (date: string) => {
		const record = { ...sampleRecord, published: { date, evidence: 'x' } };
		const text = textOf({ ...article, record }, 'reading');
		return [text?.day, text?.years];
	};
	expect(datesOf('2017-12/2019')).toEqual(['2017-12-01', ['2017', '2018', '2019']]);
	expect(datesOf('unknown')).toEqual(['', []]);
});

test('a text that may be searched and not shown is words in their alphabet', () => {
	const restricted = { ...article, restrictedWords: ['a', 'carries', 'lock'] };
	expect(textOf(restricted, 'captured')?.sections).toMatchObject([
		{ id: 'text', texts: ['a carries lock'], isBag: true, severities: ['major', 'minor'] },
	]);
});

test('whatever a capture holds is indexed as text', () => {
	fc.assert(
		fc.property(hostileLine, (text) => {
			const hostile = sampleArticle([`x${text}`], []);
			expect([...sectionsOf(hostile, 'captured')]).toEqual([['p1', `x${text}`]]);
		}),
		{ seed: SEED, numRuns: 1_000 },
	);
});

test('words that a host planted are in no layer, however the notes on them lie', () => {
	// Planted words are the only capitals, so that one of them left over is seen.
	const runs = { covered: 0, overlapping: 0 };
	fc.assert(
		fc.property(
			textWithPlaces(fc.stringMatching(/^[a-z 🔑]{1,30}$/u), 4),
			fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
			({ text, places }, masks) => {
				const masked = places.map((place, index) => ({
					...place,
					isMasked: masks[index] === true,
				}));
				const planted = masked
					.filter(({ isMasked }) => isMasked)
					.reduce(
						(before, { startCodeUnit: from, endCodeUnit: to }) =>
							before.slice(0, from) +
							before.slice(from, to).replaceAll(/[a-z ]/g, 'X') +
							before.slice(to),
						text,
					);
				const lead = 'first 🔑 paragraph';
				const offset = Array.from(lead).length + 1;
				const notesOnIt = masked
					.map(({ startCodeUnit: from, endCodeUnit: to, isMasked }, index) =>
						sampleNote(
							`n${index}`,
							planted.slice(from, to),
							offset + Array.from(planted.slice(0, from)).length,
							{ paragraph: 2, masked: isMasked },
						),
					)
					.sort((a, b) => a.start - b.start || b.end - a.end);
				const hidden = sampleArticle([lead, planted], notesOnIt);
				for (const layer of ['captured', 'notes'] as const) {
					const indexed = [...sectionsOf(hidden, layer).values()].join('\n');
					expect(indexed).not.toContain('X');
				}
				const kept = Array.from(planted).filter((letter) => /[a-z]/.test(letter));
				const shown = sectionsOf(hidden, 'captured').get('p2')?.replaceAll('[masked]', '');
				expect(Array.from(shown ?? '').filter((letter) => /[a-z]/.test(letter))).toEqual(kept);
				if (planted.includes('X')) runs.covered++;
				if (notesOnIt.some((note) => !note.masked && note.exact.includes('X'))) runs.overlapping++;
			},
		),
		{ seed: SEED, numRuns: 1_000 },
	);
	expect(Math.min(runs.covered, runs.overlapping)).toBeGreaterThan(100);
});

test('the index is given the stem of every word of every layer, each once', () => {
	const terms = termsOf(article);
	for (const word of ['carries', 'Rendering', 'blocking', 'блокировкой', 'ago', '6'])
		expect(terms, word).toContain(indexTermOf(word));
	expect(new Set(terms).size).toBe(terms.length);
});

test('a term of a Cyrillic word is Latin, and no Latin word is taken for it', () => {
	expect(indexTermOf('Ключей')).toMatch(/^zru[a-z\d]+q$/);
	expect(indexTermOf('Ключей')).toBe(indexTermOf('ключ'));
	expect(new Set(['ключ', 'лук', 'луг', 'lock'].map(indexTermOf)).size).toBe(4);
});
