import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildArticles } from '../../../src/edition/open-edition.ts';
import { readArchive } from '../../../src/edition/read-archive.ts';
import {
	annotationCollection,
	annotationPages,
	articleAnnotations,
	noteAnnotation,
	type Annotation,
} from '../../../src/exchange/web-annotation.ts';
import type { Article } from '../../../src/model/article.ts';
import { sliceCodePoints, codePointLength, toCodePoint } from '../../../src/text/code-points.ts';
import { hostileText, SEED, textWithPlaces } from '../generators.ts';
import { sampleArchive, sampleArticle, sampleNote, sampleRecord } from '../samples.ts';
import { expandSafely } from './validators.ts';

const site = { ...sampleArchive, site: 'https://archive.example/' };
const full = sampleNote('lock', 'a lock', 4, {
	correction: 'blocking',
	original: 'блокировка',
	term: 'blokirovka',
	prefix: 'has ',
});
const article = sampleArticle(['has a lock of'], [full, sampleNote('of', 'of', 11)]);

test('a note is an annotation on the frozen revision', () => {
	expect(noteAnnotation(article, full, site)).toEqual({
		'@context': 'http://www.w3.org/ns/anno.jsonld',
		id: 'https://archive.example/a/7/n/lock/',
		type: 'Annotation',
		motivation: ['commenting', 'classifying', 'editing'],
		created: '2026-11-22T00:00:00Z',
		modified: '2026-11-22T00:00:00Z',
		creator: { type: 'Organization', name: 'the editors' },
		generator: { id: 'https://archive.example/', type: 'Software', name: 'Calque' },
		rights: 'https://creativecommons.org/licenses/by/4.0/',
		body: [
			text('About lock.', 'commenting', 'en'),
			text('blocking', 'editing', 'en'),
			text('блокировка', 'describing', 'ru'),
			{
				type: 'SpecificResource',
				source: 'https://archive.example/types/style/calque/',
				purpose: 'classifying',
			},
			text('severity: major', 'tagging', 'en'),
			text('confidence: certain', 'tagging', 'en'),
			{
				type: 'SpecificResource',
				source: 'https://archive.example/terms/blokirovka/',
				purpose: 'linking',
			},
		],
		target: {
			type: 'SpecificResource',
			source: 'https://archive.example/a/7/v1/',
			scope: 'https://archive.example/a/7/',
			selector: [
				{
					type: 'FragmentSelector',
					value: 'p1',
					conformsTo: 'http://tools.ietf.org/rfc/rfc3236',
					refinedBy: { type: 'TextQuoteSelector', exact: 'a lock', prefix: 'has ' },
				},
				{ type: 'TextPositionSelector', start: 4, end: 10 },
			],
		},
	});
});

test('while there is no public address, names are URNs and nothing has a false address', () => {
	const annotation = noteAnnotation(article, full, sampleArchive);
	expect(annotation.id).toBe('urn:calque:a:7:n:lock');
	expect(annotation.target.source).toBe('urn:calque:a:7:v1');
	expect(annotation.generator).toEqual({ type: 'Software', name: 'Calque' });
});

test('where the text may not be shown whole, a note has its position and no quotation', () => {
	for (const display of ['excerpt', 'record'] as const) {
		const record = { ...sampleRecord, capture: { ...sampleRecord.capture, display } };
		const annotation = noteAnnotation({ ...article, record }, full, sampleArchive);
		expect(annotation.target.selector[0]).not.toHaveProperty('refinedBy');
		expect(annotation.target.selector[1]).toMatchObject({ start: 4, end: 10 });
		expect(JSON.stringify(annotation)).not.toContain('a lock');
	}
});

test('the day of a later revision is no day on which a note was made', () => {
	const revisions = [
		...sampleRecord.revisions,
		{ number: 2, date: '2026-12-01', reason: 'More notes.' },
	];
	const annotation = noteAnnotation(
		{ ...article, record: { ...sampleRecord, revisions } },
		full,
		sampleArchive,
	);
	expect(annotation).not.toHaveProperty('created');
	expect(annotation).toMatchObject({
		modified: '2026-12-01T00:00:00Z',
		target: { source: 'urn:calque:a:7:v2' },
	});
});

test('a language that is not known is not given', () => {
	const record = { ...sampleRecord, source_language: 'unknown' };
	const { body } = noteAnnotation({ ...article, record }, full, sampleArchive);
	expect(body.find(({ purpose }) => purpose === 'describing')).not.toHaveProperty('language');
});

test('pages hold every note once, in order, and know their neighbours', () => {
	const notes = Array.from({ length: 5 }, (_, index) => sampleNote(`n${index}`, 'x', index));
	const articles = [sampleArticle(['xxxxx'], notes)];
	const pages = annotationPages(articles, site, 2);
	expect(pages.map(({ id, prev, next, startIndex }) => ({ id, prev, next, startIndex }))).toEqual([
		{ id: at(1), prev: undefined, next: at(2), startIndex: 0 },
		{ id: at(2), prev: at(1), next: at(3), startIndex: 2 },
		{ id: at(3), prev: at(2), next: undefined, startIndex: 4 },
	]);
	expect(pages.flatMap(({ items }) => items.map(({ id }) => id))).toEqual(
		notes.map(({ id }) => `https://archive.example/a/7/n/${id}/`),
	);
	expect(annotationCollection(articles, site, 2)).toMatchObject({
		id: pages[0]?.partOf,
		total: 5,
		first: at(1),
		last: at(3),
	});
});

test('a collection without notes has no pages', () => {
	expect(annotationPages([], site)).toEqual([]);
	expect(annotationCollection([], site)).not.toHaveProperty('first');
	expect(articleAnnotations(sampleArticle(['One.'], []), site)).toMatchObject({ total: 0 });
});

test.for([sampleArchive, site])('JSON-LD in safe mode knows every word: %#', async (archive) => {
	for (const document of [
		noteAnnotation(article, full, archive),
		annotationCollection([article], archive, 1),
		...annotationPages([article], archive, 1),
		articleAnnotations(article, archive),
	])
		expect(await expandSafely(document)).toHaveLength(1);
	await expect(
		expandSafely({ ...noteAnnotation(article, full, archive), severity: 'major' }),
	).rejects.toThrow();
});

const fixtures: Article[] = buildArticles(
	readArchive({ content: 'tests/fixtures/archive', captures: 'tests/fixtures/archive-captures' }),
);

test('in the fixtures, every quotation stands at its position and in its paragraph', () => {
	let checked = 0;
	for (const each of fixtures.filter(({ isCaptureAttached }) => isCaptureAttached)) {
		const items = itemsOf(each);
		expect(items).toHaveLength(each.notes.length);
		for (const { target } of items) {
			const [{ value, refinedBy }, { start, end }] = target.selector;
			const paragraph = each.paragraphs[Number(value.slice(1)) - 1];
			expect(
				sliceCodePoints(
					paragraph?.captured ?? '',
					start - (paragraph?.start ?? 0),
					end - (paragraph?.start ?? 0),
				),
			).toBe(refinedBy?.exact);
			checked++;
		}
	}
	expect(checked).toBeGreaterThan(5);
});

test('in any text, positions count code points and quotations are kept to the letter', () => {
	fc.assert(
		fc.property(textWithPlaces(hostileText, 4), ({ text: captured, places }) => {
			const notes = places.map(({ startCodeUnit, endCodeUnit }, index) => {
				const exact = captured.slice(startCodeUnit, endCodeUnit);
				return sampleNote(`n${index}`, exact, toCodePoint(captured, startCodeUnit));
			});
			const written = JSON.stringify(articleAnnotations(sampleArticle([captured], notes), site));
			const { first } = JSON.parse(written) as { first: { items: Annotation[] } };
			for (const { target } of first.items) {
				const [{ refinedBy }, { start, end }] = target.selector;
				expect(Array.from(captured).slice(start, end).join('')).toBe(refinedBy?.exact);
				expect(end - start).toBe(codePointLength(refinedBy?.exact ?? ''));
			}
		}),
		{ seed: SEED },
	);
});

function itemsOf(each: Article): Annotation[] {
	const { first } = articleAnnotations(each, site);
	return first === undefined || typeof first === 'string' ? [] : first.items;
}

function at(page: number): string {
	return `https://archive.example/data/annotations/${page}.jsonld`;
}

function text(value: string, purpose: string, language: string) {
	return { type: 'TextualBody', value, format: 'text/plain', language, purpose };
}
