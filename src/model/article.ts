import type { NoteAttributes, PointAttributes, QuotationAttributes } from './note.ts';
import type { Decision, Reading } from './reading.ts';
import type { Record } from './record.ts';

/** A note with its place; offsets are code points of the captured text, `end` exclusive. */
export type Note = Omit<
	NoteAttributes,
	'captured' | 'p' | 'prefix' | 'suffix' | 'occurrence' | 'originalOccurrence'
> & {
	/** The number printed beside the mark: 1 for the first in the text. */
	ordinal: number;
	paragraph: number;
	start: number;
	end: number;
	exact: string;
	/**
	 * The shortest context that makes `exact` unique in the captured text; empty where it is unique, and where
	 * more words would be needed than may be quoted.
	 */
	prefix: string;
	suffix: string;
	/** Where `original` stands in the original, in its code points; only where the original is held. */
	originalPlace: { start: number; end: number } | undefined;
	/** The explanation, as plain text and as HTML. */
	comment: string;
	commentHtml: string;
};

export type Quotation = Pick<QuotationAttributes, 'speaker' | 'status'> & {
	paragraph: number;
	/** The opening words as printed. */
	opening: string;
	reasonHtml: string;
};

export type Point = PointAttributes & { html: string };

export type ArticleParagraph = {
	number: number;
	/** Code points of the captured text. */
	start: number;
	end: number;
	/** The captured text, where the capture is attached. */
	captured: string | undefined;
	/** The text that was translated, where it is held. */
	original: string | undefined;
	/** Where the original's paragraph begins in it, in code points. */
	originalStart: number;
	/** The reading version, plain text. */
	reading: string;
};

/** One article of the archive, with all its layers. */
export type Article = {
	number: number;
	record: Record;
	isCaptureAttached: boolean;
	/** Words of the captured text. */
	words: number;
	paragraphs: ArticleParagraph[];
	/** [start, end) of each sentence, in code points of the captured text. */
	sentences: [start: number, end: number][];
	/** Code points of the captured text. */
	length: number;
	/** The readings before adjudication; empty where there was one reading only. */
	readings: Reading[];
	decisions: Decision[];
	/** In the order of the text. */
	notes: Note[];
	quotations: Quotation[];
	points: Point[];
	/** The editors' prose beside the notes; empty where there is none. */
	proseHtml: string;
	/** Changes with everything above. */
	digest: string;
};

/**
 * An article as lists, indexes and exports need it. The paragraphs stay on disk; a page opens its own
 * article, from `folder` and `captureFile`, when it is rendered.
 */
export type ArticleEntry = Omit<Article, 'paragraphs' | 'proseHtml'> & {
	title: string;
	/** [start, end) of each paragraph, in code points of the captured text. */
	paragraphRanges: [start: number, end: number][];
	folder: string;
	captureFile: string | undefined;
};

/** Name the article as a list would: its printed headline, or ours in square brackets. */
export function titleOf(record: Record): string {
	return hasHeadline(record) ? record.title.captured : `[${record.title.supplied}]`;
}

/** Say whether the capture has a headline of its own. */
export function hasHeadline(record: Record): boolean {
	return record.title.captured !== 'none';
}

/** The address of an article, a paragraph or a note, from the root of the site. */
export const addressOf = {
	article: (number: number) => `/a/${number}/`,
	paragraph: (number: number, paragraph: number) => `/a/${number}/#p${paragraph}`,
	note: (number: number, note: string) => `/a/${number}/#note-${note}`,
	type: (type: string) => `/types/${type}/`,
};
