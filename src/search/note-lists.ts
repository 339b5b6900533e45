import type { NoteEntry } from '../model/article.ts';
import {
	confidences,
	severities,
	typology,
	type Confidence,
	type Severity,
} from '../model/typology.ts';

/**
 * The notes of the archive as lists that need no script: all of them or those of a severity, of a
 * confidence, of both; each in three orders and cut into pages.
 */
export type NoteList = {
	severity: Severity | undefined;
	confidence: Confidence | undefined;
	order: NoteOrder;
};

export const noteOrders = ['place', 'type', 'severity'] as const;
export type NoteOrder = (typeof noteOrders)[number];

/** A page of a list is read in one go and no longer than that. */
export const NOTES_PER_PAGE = 100;

type Weighed = { note: { severity: Severity; confidence: Confidence } };

/** Name every list that holds some of `notes`, with the number of its notes. */
export function listNoteLists(notes: readonly Weighed[]): (NoteList & { count: number })[] {
	return [undefined, ...severities.toReversed()].flatMap((severity) => {
		const ofSeverity = selectNotes(notes, { severity, confidence: undefined });
		return [undefined, ...confidences].flatMap((confidence) => {
			const count = selectNotes(ofSeverity, { severity, confidence }).length;
			if (count === 0 && (severity ?? confidence) !== undefined) return [];
			return noteOrders.map((order) => ({ severity, confidence, order, count }));
		});
	});
}

/** Count the pages of a list; an empty list has one, which says so. */
export function countPages(count: number): number {
	return Math.max(1, Math.ceil(count / NOTES_PER_PAGE));
}

/** Select the notes that a list holds. */
export function selectNotes<Entry extends Weighed>(
	notes: readonly Entry[],
	{ severity, confidence }: Pick<NoteList, 'severity' | 'confidence'>,
): Entry[] {
	return notes.filter(
		({ note }) =>
			(severity === undefined || note.severity === severity) &&
			(confidence === undefined || note.confidence === confidence),
	);
}

/** Sort notes that are in the order of the archive; what compares alike stays in it. */
export function sortNotes(notes: readonly NoteEntry[], order: NoteOrder): NoteEntry[] {
	if (order === 'place') return [...notes];
	// There are few ranks and many notes: they are dealt out, not compared.
	const ranked: readonly string[] =
		order === 'type' ? typology.map(({ id }) => id) : severities.toReversed();
	const groups = Map.groupBy(notes, ({ note }): string => note[order]);
	return ranked.flatMap((rank) => groups.get(rank) ?? []);
}

/** Part sorted notes where the thing changes that they are sorted by; `key` names it. */
export function groupNotes(
	notes: readonly NoteEntry[],
	order: NoteOrder,
): { key: string; entries: NoteEntry[] }[] {
	const keyOf = {
		place: ({ article }: NoteEntry) => String(article.number),
		type: ({ note }: NoteEntry) => note.type,
		severity: ({ note }: NoteEntry) => note.severity,
	}[order];
	return [...Map.groupBy(notes, keyOf)].map(([key, entries]) => ({ key, entries }));
}

/** List the numbers that lead to other pages: the first, the last and those near; `0` stands for a gap. */
export function listPageNumbers(page: number, pages: number): number[] {
	const shown = [...new Set([1, page - 1, page, page + 1, pages])]
		.filter((number) => number >= 1 && number <= pages)
		.sort((a, b) => a - b);
	return shown.flatMap((number, index) => {
		const gap = number - (shown[index - 1] ?? number - 1) - 1;
		if (gap === 0) return [number];
		return gap === 1 ? [number - 1, number] : [0, number];
	});
}
