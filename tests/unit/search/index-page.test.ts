import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Article, Note } from '../../../src/model/article.ts';
import { indexPagesOf, prepareText, type Layer } from '../../../src/search/index-page.ts';
import { parseSection } from '../../../src/search/section.ts';
import { hostileLine, SEED, textWithPlaces } from '../generators.ts';
import {
	allElements,
	attributeOf,
	elementsNamed,
	parseHtml,
	textContentOf,
} from '../parse-html.ts';
import { sampleArticle, sampleNote, sampleRecord } from '../samples.ts';

function pageOf(article: Article, layer: Layer) {
	const page = indexPagesOf(article).find(({ url }) => url.endsWith(`?layer=${layer}`));
	return page && parseHtml(page.html);
}

/** The text of each section of a page, by its id. */
function sectionsOf(article: Article, layer: Layer): Map<string, string> {
	const page = pageOf(article, layer);
	const sections = page ? elementsNamed(page, 'div') : [];
	return new Map(
		sections.map((section) => [
			attributeOf(section, 'id') ?? '',
			elementsNamed(section, 'p').map(textContentOf).join('\n'),
		]),
	);
}

function filtersOf(article: Article, layer: Layer): string[] {
	const page = pageOf(article, layer);
	return page
		? allElements(page).flatMap((element) => attributeOf(element, 'data-pagefind-filter') ?? [])
		: [];
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

test('an article has a page for each of its layers, each with an address of its own', () => {
	expect(indexPagesOf(article).map(({ url }) => url)).toEqual([
		'/a/7/?layer=reading',
		'/a/7/?layer=captured',
		'/a/7/?layer=notes',
	]);
});

test('a layer that is not at hand has no page', () => {
	const paragraphs = article.paragraphs.map((paragraph) => ({ ...paragraph, captured: undefined }));
	expect(indexPagesOf({ ...article, paragraphs, notes: [] }).map(({ url }) => url)).toEqual([
		'/a/7/?layer=reading',
	]);
});

test('an original that is held has a page of its own', () => {
	const paragraphs = article.paragraphs.map((paragraph, index) => ({
		...paragraph,
		original: ['сообщает о блокировке', '6 лет назад'][index],
	}));
	const held = { ...article, paragraphs };
	expect(indexPagesOf(held).map(({ url }) => url)).toEqual([
		'/a/7/?layer=reading',
		'/a/7/?layer=captured',
		'/a/7/?layer=original',
		'/a/7/?layer=notes',
	]);
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
	const titlesOf = (layer: Layer) =>
		elementsNamed(pageOf(article, layer) ?? parseHtml(''), 'div').map((section) =>
			parseSection(attributeOf(section, 'data-pagefind-title') ?? ''),
		);
	expect(titlesOf('captured')).toEqual([
		{ label: 'Paragraph 1', severities: ['major'], types: ['style/calque'] },
		{ label: 'Paragraph 2', severities: ['minor'], types: ['capture/site-furniture'] },
	]);
	expect(titlesOf('notes').map(({ label }) => label)).toEqual([
		'Note 1, paragraph 1',
		'Note 2, paragraph 2',
	]);
});

test('a page can be filtered by layer, verdict, outlet, year, severity and type', () => {
	expect(filtersOf(article, 'captured').toSorted()).toEqual([
		'layer:captured',
		'outlet:daily-mirror-site',
		'severity:major',
		'severity:minor',
		'type:capture/site-furniture',
		'type:style/calque',
		'verdict:machine-translated',
		'year:2018',
	]);
});

test('an article is found under every year that it may be of, and under none if that is unknown', () => {
	const yearsWith = (date: string) => {
		const record = { ...sampleRecord, published: { date, evidence: 'x' } };
		return filtersOf({ ...article, record }, 'reading').filter((filter) => /^year:/.test(filter));
	};
	expect(yearsWith('2017-12/2019')).toEqual(['year:2017', 'year:2018', 'year:2019']);
	expect(yearsWith('unknown')).toEqual([]);
});

test('a page names its article, so that a result can be shown', () => {
	const page = pageOf(article, 'notes');
	const meta = page
		? allElements(page).flatMap((element) => attributeOf(element, 'data-pagefind-meta') ?? [])
		: [];
	expect(meta).toContain('title:A regulator blocks a messenger');
	expect(meta).toContain('headline:Watchdog locks the messenger');
	expect(meta).toContain('article:7');
	expect(meta).toContain('layer:notes');
});

test('whatever a capture holds is indexed as text', () => {
	fc.assert(
		fc.property(hostileLine, (text) => {
			const hostile = sampleArticle([`x${text}`], []);
			expect([...sectionsOf(hostile, 'captured')]).toEqual([['p1', prepareText(`x${text}`)]]);
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

test('dashes and slashes part words, and an apostrophe is a straight one', () => {
	expect(prepareText('lock—block and/or don’t').split(/\s+/)).toEqual([
		'lock',
		'—',
		'block',
		'and',
		'/',
		'or',
		"don't",
	]);
	expect(prepareText('well-known “lock”')).toBe('well-known “lock”');
});
