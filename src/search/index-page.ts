import type { Element, ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Article, ArticleParagraph, Note } from '../model/article.ts';
import { plantedNotes } from '../model/article.ts';
import { boundsOfEdtfDate, parseEdtfDate } from '../model/edtf-date.ts';
import { coverPlaces } from '../text/cover-planted.ts';
import { readTokens } from './read-tokens.ts';
import { indexTermOf } from './stem-word.ts';
import { layers, type Layer, type Section, type TextPage } from './text-page.ts';

/** A page as the index is given it, all there is of an article: its HTML is made for the index alone. */
export type IndexPage = { url: string; html: string; texts: TextPage[] };

/**
 * Make the page that the search index is given for an article; nothing for one without any text. The index is
 * given stems of words, each once: it tells which articles may hold what is asked, and the texts tell the rest.
 */
export function indexPageOf(article: Article): IndexPage | undefined {
	const texts = (Object.keys(layers) as Layer[])
		.map((layer) => textOf(article, layer, sectionsOf(article, layer)))
		.filter(({ sections }) => sections.length > 0);
	const url = `/a/${article.number}/`;
	return texts.length === 0 ? undefined : { url, html: htmlOf(url, texts), texts };
}

function textOf({ number, record }: Article, layer: Layer, sections: Section[]): TextPage {
	const { date } = record.published;
	const bounds = boundsOfEdtfDate(date);
	return {
		article: number,
		title: record.title.supplied,
		layer,
		day: bounds ? new Date(bounds.first).toISOString().slice(0, 10) : '',
		years: yearsOf(date),
		outlet: record.publisher.outlet,
		verdict: record.verdict,
		sections,
	};
}

function sectionsOf(article: Article, layer: Layer): Section[] {
	if (layer === 'notes') return article.notes.map(noteSection);
	if (layer === 'captured' && article.restrictedWords.length > 0) return [bagSection(article)];
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
function bagSection({ restrictedWords, notes }: Article): Section {
	return {
		id: 'text',
		label: 'Captured text, which may be searched and not shown',
		severities: unique(notes.map((note) => note.severity)),
		types: unique(notes.map((note) => note.type)),
		texts: [restrictedWords.join(' ')],
		isBag: true,
	};
}

function noteSection(note: Note): Section {
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

/** The address is in the page, or two articles of the same words would be one page to the index. */
function htmlOf(url: string, texts: readonly TextPage[]): string {
	const terms = listTerms(texts.flatMap(({ sections }) => sections.flatMap((one) => one.texts)));
	return toHtml(
		element('html', { lang: 'en' }, [
			element('body', { dataPagefindBody: '' }, [
				element('span', { dataPagefindMeta: `title:${url}` }, []),
				element('p', {}, [{ type: 'text', value: terms.join(' ') }]),
			]),
		]),
	);
}

/** List the terms under which the index holds some texts, each once. */
export function listTerms(texts: readonly string[]): string[] {
	const written = unique(texts.flatMap(readTokens).map((token) => token.written));
	return unique(written.map(indexTermOf)).sort();
}

function yearsOf(date: string): string[] {
	const parsed = parseEdtfDate(date);
	if (!parsed) return [];
	return Array.from({ length: parsed.lastYear - parsed.firstYear + 1 }, (_, index) =>
		String(parsed.firstYear + index),
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
