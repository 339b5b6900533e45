import type { Article, ArticleEntry, Note, NoteEntry } from '../model/article.ts';
import { plantedOf } from '../model/article.ts';
import { coverPlanted } from '../text/cover-planted.ts';
import { keywordInContext, type KeywordLine } from '../text/keyword-in-context.ts';
import { placeInCaptured } from './place-marks.ts';

/** A line of the concordance; without a captured text it has no words around it. */
export type ConcordanceLine = NoteEntry & { line: KeywordLine; hasContext: boolean };

/** A page of a concordance has no more lines than this. */
export const LINES_PER_PAGE = 200;

/** Words on each side; more would be a quotation, fewer no context. */
const CONTEXT_WORDS = 5;

/**
 * Make lines of notes of one article, with the words around each where `article` is opened and has its
 * capture.
 */
export function concordanceOf(
	entries: readonly NoteEntry[],
	article: Article | undefined,
): ConcordanceLine[] {
	return entries.map((entry) => {
		const line = article && lineInContext(article, entry.note);
		return { ...entry, line: line ?? lineAlone(entry), hasContext: line !== undefined };
	});
}

/** The lines of articles that were opened, by note: an article has renderings of several terms. */
const linesOf = new WeakMap<ArticleEntry, Map<string, ConcordanceLine>>();

/** Make lines of notes of one article that render terms; it is opened where it has a capture, and only once. */
export function concordanceOfTerms(
	article: ArticleEntry,
	entries: readonly NoteEntry[],
	open: (article: ArticleEntry) => Article,
): ConcordanceLine[] {
	if (!article.isCaptureAttached) return concordanceOf(entries, undefined);
	let lines = linesOf.get(article);
	if (!lines) {
		const rendering = article.notes.filter(({ term }) => term !== undefined);
		const made = concordanceOf(
			rendering.map((note) => ({ article, note })),
			open(article),
		);
		// A part of a text would keep the whole text in memory; a copy does not.
		const copied = made.map((one) => ({ ...one, line: structuredClone(one.line) }));
		lines = new Map(copied.map((one) => [one.note.id, one]));
		linesOf.set(article, lines);
	}
	return entries.flatMap(({ note }) => lines.get(note.id) ?? []);
}

function lineInContext(article: Article, note: Note): KeywordLine | undefined {
	const paragraph = article.paragraphs[note.paragraph - 1];
	if (paragraph?.captured === undefined) return undefined;
	const [place] = placeInCaptured(paragraph, [note]);
	const planted = article.notes.filter(
		(other) => other.masked === true && other.paragraph === note.paragraph,
	);
	return (
		place &&
		keywordInContext(paragraph.captured, place, CONTEXT_WORDS, placeInCaptured(paragraph, planted))
	);
}

function lineAlone({ article, note }: NoteEntry): KeywordLine {
	return {
		before: '',
		keyword: coverPlanted(note.exact, plantedOf(article.notes)),
		after: '',
		isCutBefore: false,
		isCutAfter: false,
	};
}
