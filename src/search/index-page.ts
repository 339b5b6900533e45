import type { Element, ElementContent, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Article, ArticleParagraph, Note } from '../model/article.ts';
import { plantedNotes, titleOf } from '../model/article.ts';
import { parseEdtfDate } from '../model/edtf-date.ts';
import { coverPlaces } from '../text/cover-planted.ts';
import { BAG_LABEL, formatSection, type Section } from './section.ts';

/** The layers of an article that are searched, each a page of the index of its own. */
export const layers = {
	reading: 'reading version',
	captured: 'captured text',
	original: 'original',
	notes: 'notes',
} as const;
export type Layer = keyof typeof layers;

/** A page as the index is given it: an address that is its key, and HTML made for the index alone. */
export type IndexPage = { url: string; html: string };

/**
 * Make the pages that the search index is given for one article, one for each layer that is at hand. They
 * are made from the article and not from the site's pages, so that the text can be prepared for search.
 */
export function indexPagesOf(article: Article): IndexPage[] {
	return (Object.keys(layers) as Layer[]).flatMap((layer) => {
		const blocks = blocksOf(article, layer);
		if (blocks.length === 0) return [];
		return [
			{ url: `/a/${article.number}/?layer=${layer}`, html: toHtml(pageOf(article, layer, blocks)) },
		];
	});
}

/** A stretch of an index page with an address of its own on the article's page. */
type Block = Section & { id: string; texts: string[] };

function blocksOf(article: Article, layer: Layer): Block[] {
	if (layer === 'notes') return article.notes.map(noteBlock);
	if (layer === 'captured' && article.restrictedWords.length > 0) return [bagBlock(article)];
	return article.paragraphs.flatMap((paragraph) => {
		const text = {
			captured: () => capturedText(paragraph, article.notes),
			original: () => paragraph.original,
			reading: () => paragraph.reading,
		}[layer]();
		if (text === undefined) return [];
		const notes = article.notes.filter((note) => note.paragraph === paragraph.number);
		return [
			{
				id: `p${paragraph.number}`,
				label: `Paragraph ${paragraph.number}`,
				severities: unique(notes.map((note) => note.severity)),
				types: unique(notes.map((note) => note.type)),
				texts: [text],
			},
		];
	});
}

/** Of a text that may be searched and not shown, the index holds the words and not their order. */
function bagBlock({ restrictedWords, notes }: Article): Block {
	return {
		id: 'text',
		label: BAG_LABEL,
		severities: unique(notes.map((note) => note.severity)),
		types: unique(notes.map((note) => note.type)),
		texts: [restrictedWords.join(' ')],
	};
}

function noteBlock(note: Note): Block {
	const exact = note.shown;
	return {
		id: `note-${note.id}`,
		label: `Note ${note.ordinal}, paragraph ${note.paragraph}`,
		severities: [note.severity],
		types: [note.type],
		exact,
		correction: note.correction,
		texts: [exact, note.correction, note.original, note.comment].filter(
			(text) => text !== undefined,
		),
	};
}

function capturedText({ captured, start }: ArticleParagraph, notes: readonly Note[]) {
	return captured === undefined ? undefined : coverPlaces(captured, start, plantedNotes(notes));
}

function pageOf(article: Article, layer: Layer, blocks: Block[]): Root {
	const { record } = article;
	const years = yearsOf(record.published.date);
	const filters = [
		['layer', layer],
		['verdict', record.verdict],
		['outlet', record.publisher.outlet],
		...years.map((year) => ['year', String(year)]),
		...unique(blocks.flatMap((block) => block.severities)).map((severity) => [
			'severity',
			severity,
		]),
		...unique(blocks.flatMap((block) => block.types)).map((type) => ['type', type]),
	];
	const meta = {
		title: record.title.supplied,
		headline: titleOf(record),
		article: String(article.number),
		layer,
	};
	return {
		type: 'root',
		children: [
			element('html', { lang: 'en' }, [
				element('body', { dataPagefindBody: '' }, [
					...Object.entries(meta).map(([key, value]) =>
						element('span', { dataPagefindMeta: `${key}:${value}` }, []),
					),
					...filters.map(([key, value]) =>
						element('span', { dataPagefindFilter: `${key}:${value}` }, []),
					),
					...blocks.map((block) =>
						element(
							'div',
							{ id: block.id, dataPagefindTitle: formatSection(block) },
							block.texts.map((text) =>
								element('p', {}, [{ type: 'text', value: prepareText(text) }]),
							),
						),
					),
				]),
			]),
		],
	};
}

/**
 * Prepare a text for the index: dashes and slashes part words, and a curly apostrophe is a straight one.
 * The index joins what stands on both sides of these characters into one word otherwise.
 */
export function prepareText(text: string): string {
	return text.replace(/[\u2012-\u2015/]/g, ' $& ').replaceAll('\u2019', "'");
}

function yearsOf(date: string): number[] {
	const parsed = parseEdtfDate(date);
	if (!parsed) return [];
	return Array.from(
		{ length: parsed.lastYear - parsed.firstYear + 1 },
		(_, index) => parsed.firstYear + index,
	);
}

function unique<Value>(values: readonly Value[]): Value[] {
	return [...new Set(values)];
}

function element(
	tagName: string,
	properties: Element['properties'],
	children: ElementContent[],
): Element {
	return { type: 'element', tagName, properties, children };
}
