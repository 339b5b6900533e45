import type { Article, ArticleParagraph, Note } from '../model/article.ts';
import { dimensionOf } from '../model/typology.ts';
import { toCodeUnit } from '../text/code-points.ts';
import { findQuote } from '../text/find-quote.ts';
import type { Mark } from './marked-text.ts';

/** List the notes of a paragraph, by its number, in the order of the text. */
export function notesOf(article: Pick<Article, 'notes'>, paragraph: number): Note[] {
	return article.notes.filter((note) => note.paragraph === paragraph);
}

/** Place the marks of `notes` in the captured text of their paragraph. */
export function placeInCaptured(paragraph: ArticleParagraph, notes: readonly Note[]): Mark[] {
	const { captured } = paragraph;
	if (captured === undefined) return [];
	return notes.map((note) => ({
		...markOf(note),
		startCodeUnit: toCodeUnit(captured, note.start - paragraph.start),
		endCodeUnit: toCodeUnit(captured, note.end - paragraph.start),
	}));
}

/** Place the marks of those notes that name a phrase of the reading version. */
export function placeInReading({ reading }: ArticleParagraph, notes: readonly Note[]): Mark[] {
	return notes.flatMap((note) => {
		const place = findQuote(reading, { exact: note.reading ?? '' });
		if (place.kind !== 'found') return [];
		const { startCodeUnit, endCodeUnit } = place;
		return [{ ...markOf(note), isMasked: false, startCodeUnit, endCodeUnit }];
	});
}

/** Place the marks of `notes` in the original of their paragraph. */
export function placeInOriginal(
	{ original, originalStart }: ArticleParagraph,
	notes: readonly Note[],
): Mark[] {
	if (original === undefined) return [];
	return notes.flatMap((note) => {
		if (!note.originalPlace) return [];
		const { start, end } = note.originalPlace;
		return [
			{
				...markOf(note),
				isMasked: false,
				startCodeUnit: toCodeUnit(original, start - originalStart),
				endCodeUnit: toCodeUnit(original, end - originalStart),
			},
		];
	});
}

function markOf(note: Note) {
	return {
		id: note.id,
		ordinal: note.ordinal,
		severity: note.severity,
		family: dimensionOf(note.type),
		isMasked: note.masked === true,
	};
}
