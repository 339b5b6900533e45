import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	findHits,
	MAX_HITS,
	parseExcerpt,
	prepareQuery,
	type Filters,
	type Pagefind,
	type PagefindPage,
} from '../../../src/search/find-hits.ts';
import { formatSection } from '../../../src/search/section.ts';
import { prepareText } from '../../../src/search/index-page.ts';
import { hostileText, SEED } from '../generators.ts';

type Section = PagefindPage['sub_results'][number];

const section = (
	id: string,
	title: string,
	scores: number[],
	excerpt = 'a <mark>lock</mark>',
): Section => ({
	title,
	excerpt,
	anchor: { id },
	weighted_locations: scores.map((balanced_score) => ({ balanced_score })),
});

const captured: PagefindPage = {
	meta: { article: '7', layer: 'captured', title: 'A regulator blocks a messenger' },
	sub_results: [
		section(
			'p1',
			formatSection({
				label: 'Paragraph 1',
				severities: ['major', 'minor'],
				types: ['style/calque', 'style/awkward'],
			}),
			[1, 2],
		),
		section('p2', 'Paragraph 2', [1]),
		{ title: 'A regulator', excerpt: 'x', weighted_locations: [{ balanced_score: 99 }] },
	],
};
const notes: PagefindPage = {
	meta: { article: '7', layer: 'notes', title: 'A regulator blocks a messenger' },
	sub_results: [
		section(
			'note-lock',
			formatSection({
				label: 'Note 1, paragraph 1',
				severities: ['critical'],
				types: ['style/calque'],
				exact: 'a lock',
				correction: 'blocking',
			}),
			[10],
		),
	],
};

/** An index that knows the pages of some words, and keeps what it was asked. */
function indexOf(pages: { [term: string]: PagefindPage[] }) {
	const asked: { term: string; filters: Filters }[] = [];
	const opened: PagefindPage[] = [];
	const index: Pagefind = {
		options: () => Promise.resolve(),
		search: (term, { filters }) => {
			asked.push({ term, filters });
			const found = pages[term] ?? [];
			return Promise.resolve({
				results: found.map((page) => ({
					data: () => {
						opened.push(page);
						return Promise.resolve(page);
					},
				})),
			});
		},
	};
	return { index, asked, opened };
}

test('hits of all pages are paragraphs and notes, the best first', async () => {
	const { index } = indexOf({ lock: [captured, notes] });
	const { hits, hasMore, unknownWords } = await findHits(index, 'lock', {});
	expect(hits).toEqual([
		{
			path: '/a/7/#note-lock',
			label: 'Note 1, paragraph 1',
			title: 'A regulator blocks a messenger',
			layer: 'notes',
			severities: ['critical'],
			exact: 'a lock',
			correction: 'blocking',
			score: 10,
			excerpt: [
				{ text: 'a ', isMatch: false },
				{ text: 'lock', isMatch: true },
			],
		},
		expect.objectContaining({ path: '/a/7/#p1', layer: 'captured', score: 3 }),
		expect.objectContaining({ path: '/a/7/#p2', severities: [], score: 1 }),
	]);
	expect([hasMore, unknownWords]).toEqual([false, []]);
});

test.for([
	[{ severity: 'minor' }, ['/a/7/#p1']],
	[{ severity: 'critical' }, ['/a/7/#note-lock']],
	[{ type: 'style/awkward' }, ['/a/7/#p1']],
	[{ type: 'style/calque' }, ['/a/7/#note-lock', '/a/7/#p1']],
	[{ type: 'style/calque', severity: 'major' }, ['/a/7/#p1']],
	[{ type: 'locale/date' }, []],
	[{ year: '2018' }, ['/a/7/#note-lock', '/a/7/#p1', '/a/7/#p2']],
] as const)('with the filters %j these are found: %j', async ([filters, paths]) => {
	const { index, asked } = indexOf({ lock: [captured, notes] });
	const { hits } = await findHits(index, 'lock', filters);
	expect(hits.map(({ path }) => path)).toEqual(paths);
	expect(asked).toEqual([{ term: 'lock', filters }]);
});

test('of very many pages only the first are opened, and the rest is told', async () => {
	const many = Array.from({ length: 100 }, () => captured);
	const { index, opened } = indexOf({ lock: many });
	const { hasMore } = await findHits(index, 'lock', {});
	expect(opened.length).toBeGreaterThan(1);
	expect(opened.length).toBeLessThan(100);
	expect(hasMore).toBe(true);
});

test('of very many hits only the best are listed, each once', async () => {
	const sections = Array.from({ length: 200 }, (_, at) => section(`p${at}`, 'Paragraph', [at]));
	const { index } = indexOf({ lock: [{ ...captured, sub_results: [...sections, ...sections] }] });
	const { hits, hasMore } = await findHits(index, 'lock', {});
	expect(hits).toHaveLength(MAX_HITS);
	expect(hits[0]?.path).toBe('/a/7/#p199');
	expect(new Set(hits.map(({ path }) => path)).size).toBe(MAX_HITS);
	expect(hasMore).toBe(true);
});

test('a name is searched in its other spellings too, and they are told', async () => {
	const { index, asked } = indexOf({ Telegraph: [captured], Telegraf: [notes] });
	const names = [['Telegraph', 'Telegraf']];
	const { hits, otherSpellings, unknownWords } = await findHits(index, 'telegraf', {}, names);
	expect(asked.map(({ term }) => term)).toEqual(['telegraf', 'Telegraph']);
	expect(otherSpellings).toEqual(['Telegraph']);
	expect(hits.map(({ path }) => path)).toContain('/a/7/#p1');
	expect(unknownWords).toEqual([]);
});

test('words that stand nowhere are named, whatever the filters', async () => {
	const { index } = indexOf({
		'carries nothing lock': [captured],
		carries: [captured],
		lock: [notes],
	});
	const { unknownWords } = await findHits(index, ' carries nothing lock ', { severity: 'minor' });
	expect(unknownWords).toEqual(['nothing']);
});

test('a phrase or a single word is asked for once', async () => {
	for (const query of ['“carries a lock”', 'lock']) {
		const { index, asked } = indexOf({});
		expect(await findHits(index, query, {})).toEqual({
			hits: [],
			hasMore: false,
			otherSpellings: [],
			unknownWords: [],
		});
		expect(asked).toHaveLength(1);
	}
});

test.for([
	'“a lock”',
	'„a lock“',
	'”a lock”',
	'«a lock»',
	'‹a lock›',
	'‟a lock”',
	'＂a lock＂',
	' "a lock" ',
])('the quotation marks of %s make a phrase', (query) => {
	expect(prepareQuery(query)).toBe('"a lock"');
});

test('a query is taken apart as the indexed text is', () => {
	const wordsOf = (text: string) =>
		text
			.replace(/[\u2012-\u2015/"“”«»]/g, ' ')
			.split(/\s+/)
			.filter(Boolean);
	const query = fc
		.array(fc.constantFrom('lock', 'ключ', '—', '–', '/', ' ', '’s', '-', '🔑', '.'), {
			maxLength: 12,
		})
		.map((pieces) => pieces.join(''));
	fc.assert(
		fc.property(query, (text) => {
			expect(prepareQuery(text).split(/\s+/).filter(Boolean)).toEqual(wordsOf(prepareText(text)));
		}),
		{ seed: SEED, numRuns: 1_000 },
	);
});

test('an excerpt is stretches of text, those that match marked', () => {
	expect(parseExcerpt('it <mark>carries</mark> a\n<mark>lock.</mark>')).toEqual([
		{ text: 'it ', isMatch: false },
		{ text: 'carries', isMatch: true },
		{ text: ' a\n', isMatch: false },
		{ text: 'lock.', isMatch: true },
	]);
	expect(parseExcerpt('')).toEqual([]);
});

/** Write a text the way Pagefind 1.6 does: angle brackets as references, all else as it is. */
const asPagefind = (text: string) => text.replaceAll('<', '&lt;').replaceAll('>', '&gt;');

test('whatever a capture holds comes back as text', () => {
	// A capture with `&lt;` or `&gt;` spelt out is the one thing that cannot be told from a bracket.
	const text = hostileText
		.map((written) => written.replaceAll('&lt;', '&#60;').replaceAll('&gt;', '&#62;'))
		.filter((written) => written !== '');
	fc.assert(
		fc.property(text, text, text, (before, match, after) => {
			const html = `${asPagefind(before)}<mark>${asPagefind(match)}</mark>${asPagefind(after)}`;
			expect(parseExcerpt(html)).toEqual([
				{ text: before, isMatch: false },
				{ text: match, isMatch: true },
				{ text: after, isMatch: false },
			]);
		}),
		{ seed: SEED, numRuns: 2_000 },
	);
});

test.for([
	'&#999999999;',
	'&#x110000;',
	'&amp;',
	'&quot;',
	'&lt',
	'<mark>',
	'</mark>',
	'<mark></mark>',
])('the hostile excerpt %s is no crash and loses nothing but marks', (html) => {
	const text = parseExcerpt(html).map((part) => part.text);
	expect([html, '']).toContain(text.join(''));
});

test('an image or a script in an excerpt is text', () => {
	const html = '<img src=x onerror=alert(1)><mark>&lt;script&gt;</mark>';
	expect(parseExcerpt(html)).toEqual([
		{ text: '<img src=x onerror=alert(1)>', isMatch: false },
		{ text: '<script>', isMatch: true },
	]);
});
