import type { Article, ArticleParagraph, Note } from '../model/article.ts';
import { plantedNotes } from '../model/article.ts';
import { boundsOfEdtfDate, parseEdtfDate } from '../model/edtf-date.ts';
import { coverPlaces } from '../text/cover-planted.ts';
import { listWritten } from './read-tokens.ts';
import { indexTermOf } from './stem-word.ts';
import { layers, type Layer, type Section, type TextPage } from './text-page.ts';

/** An article as the index is given it: the text of each of its layers, in the order of `layers`. */
export type IndexPage = { url: string; texts: TextPage[] };

/** Make what the search index is given of an article; nothing for one without any text. */
export function indexPageOf(article: Article): IndexPage | undefined {
	const texts = (Object.keys(layers) as Layer[])
		.map((layer) => textOf(article, layer, sectionsOf(article, layer)))
		.filter(({ sections }) => sections.length > 0);
	const url = `/a/${article.number}/`;
	return texts.length === 0 ? undefined : { url, texts };
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

/**
 * List the terms under which the index holds some texts, each once: it tells which passages may hold what is
 * asked, and the texts tell the rest.
 */
export function listTerms(texts: readonly string[]): string[] {
	return unique(unique(texts.flatMap(listWritten)).map(indexTermOf)).sort();
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
