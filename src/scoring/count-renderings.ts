import type { NoteEntry } from '../model/article.ts';
import { boundsOfEdtfDate } from '../model/edtf-date.ts';

/** A rendering of a term, however its letters are cased, with every place where it stands. */
export type Rendering = { words: string; isMasked: boolean; places: NoteEntry[] };

/**
 * Count the renderings of a term, the most frequent first. Capitals and white space do not make two of one;
 * a rendering is shown as it is first met.
 */
export function countRenderings(notes: readonly NoteEntry[]): Rendering[] {
	const groups = Map.groupBy(notes, ({ note }) => foldCase(note.exact));
	return [...groups.values()]
		.map((places) => ({
			words: places[0]?.note.exact.trim() ?? '',
			isMasked: places.some(({ note }) => note.masked === true),
			places,
		}))
		.sort((a, b) => b.places.length - a.places.length);
}

function foldCase(words: string): string {
	return words.trim().replace(/\s+/g, ' ').toLowerCase();
}

/** Group notes by the term that they name. */
export function groupByTerm(notes: readonly NoteEntry[]): Map<string, NoteEntry[]> {
	const named = notes.filter(({ note }) => note.term !== undefined);
	return Map.groupBy(named, ({ note }) => note.term ?? '');
}

/** Count the articles that notes belong to. */
export function countArticles(notes: readonly NoteEntry[]): number {
	return new Set(notes.map(({ article }) => article.number)).size;
}

/** Sort notes by the date of their article, the undated last, then by article and place. */
export function sortByDate(notes: readonly NoteEntry[]): NoteEntry[] {
	const dateOf = ({ article }: NoteEntry) =>
		boundsOfEdtfDate(article.record.published.date)?.first ?? Infinity;
	return notes.toSorted(
		(a, b) =>
			compareNumbers(dateOf(a), dateOf(b)) ||
			a.article.number - b.article.number ||
			a.note.ordinal - b.note.ordinal,
	);
}

// Infinity less Infinity is no number.
function compareNumbers(a: number, b: number): number {
	return a === b ? 0 : a - b;
}
