import { expect, test } from 'vitest';
import { articleJson, formatArticleJson } from '../../../src/exchange/article-json.ts';
import { noteRow } from '../../../src/exchange/json-lines.ts';
import { sampleArchive, sampleArticle, sampleNote } from '../samples.ts';

const note = sampleNote('lock', 'lock', 2);
const article = sampleArticle(['A lock.', '🔑 x'], [note]);

test('an article has its record, its paragraphs by range and text, and its notes', () => {
	const { record, paragraphs, notes, ...rest } = articleJson(article, sampleArchive);
	expect(record).toBe(article.record);
	expect(notes).toEqual([noteRow(article, note, 'unset')]);
	expect(paragraphs).toEqual([
		{
			paragraph: 1,
			start: 0,
			end: 7,
			captured: 'A lock.',
			original: null,
			original_start: null,
			reading: 'Rendering 1.',
		},
		{
			paragraph: 2,
			start: 8,
			end: 11,
			captured: '🔑 x',
			original: null,
			original_start: null,
			reading: 'Rendering 2.',
		},
	]);
	expect(rest).toMatchObject({
		id: 'urn:calque:a:7:v1',
		article: 7,
		revision: 1,
		revised: '2026-11-22',
		length: 11,
	});
	expect(rest).not.toHaveProperty('url');
});

test('with a public address, the article and its revision have theirs', () => {
	const archive = { ...sampleArchive, site: 'https://archive.example/' };
	expect(articleJson(article, archive)).toMatchObject({
		id: 'https://archive.example/a/7/v1/',
		url: 'https://archive.example/a/7/',
		revision_url: 'https://archive.example/a/7/v1/',
	});
});

test('what is not at hand is null, not left out', () => {
	const bare = {
		...article,
		paragraphs: article.paragraphs.map((each) => ({ ...each, captured: undefined })),
	};
	const read = JSON.parse(formatArticleJson(bare, sampleArchive)) as {
		paragraphs: { captured: unknown; start: number }[];
	};
	expect(read.paragraphs.map(({ captured }) => captured)).toEqual([null, null]);
	expect(read.paragraphs[1]?.start).toBe(8);
});

test('texts read back from the file as they were', () => {
	const hostile = 'a\u0007\u2028𝒳"\\</script>\u202e';
	const read = JSON.parse(
		formatArticleJson(sampleArticle([hostile], []), sampleArchive),
	) as ReturnType<typeof articleJson>;
	expect(read.paragraphs[0]?.captured).toBe(hostile);
});
