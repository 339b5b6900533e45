import type { NoteAttributes, PointAttributes, QuotationAttributes } from './note.ts';
import type { Decision, Reading } from './reading.ts';
import type { Record } from './record.ts';
import { coverPlanted } from '../text/cover-planted.ts';
import type { Confidence, Severity } from './typology.ts';

/** A note with its place; offsets are code points of the captured text, `end` exclusive. */
export type Note = Omit<
	NoteAttributes,
	| 'captured'
	| 'p'
	| 'prefix'
	| 'suffix'
	| 'occurrence'
	| 'originalOccurrence'
	| 'withdrawn'
	| 'withdrawnBecause'
	| 'replacedBy'
> & {
	/** The number printed beside the mark: 1 for the first in the text. */
	ordinal: number;
	paragraph: number;
	start: number;
	end: number;
	exact: string;
	/** `exact` with the words that a host planted covered: what lists, titles and previews show. */
	shown: string;
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

/** What is left of a note that was taken back. */
export type WithdrawnNote = {
	id: string;
	paragraph: number;
	date: string;
	reason: string;
	/** The id of the note that stands in its place, in the same article. */
	replacedBy: string | undefined;
};

/** What is left of an article that was taken out of the archive. */
export type Tombstone = {
	number: number;
	/** The editors' own heading; nothing of the captured text stays. */
	title: string;
	date: string;
	reason: string;
	/** The number of the article that stands in its place. */
	replacedBy: number | undefined;
	/** Of the article's revisions. */
	revisions: number[];
	paragraphs: number;
	notes: string[];
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
	/** Notes that were taken back: their ids stay theirs. */
	withdrawnNotes: WithdrawnNote[];
	quotations: Quotation[];
	points: Point[];
	/** The editors' prose beside the notes; empty where there is none. */
	proseHtml: string;
	/**
	 * The words of a captured text that may not be shown, each once and sorted, so that it can be searched;
	 * empty where the text itself may be shown or is not at hand.
	 */
	restrictedWords: string[];
	/** Changes with everything above. */
	digest: string;
};

/** Where a finished article is kept, and what is known of it without opening it. */
export type KeptArticle = {
	number: number;
	/** Its title in our own words. */
	suppliedTitle: string;
	/** From the content folder: `articles/7-some-words`. */
	folder: string;
	/** The file that keeps the finished article: an absolute path. */
	kept: string;
	/** Changes with everything that the article is made of. */
	digest: string;
	/** The attached capture: an absolute path. */
	captureFile: string | undefined;
	/** SHA-256 of the original, where it is held: two articles that have it in common translate one text. */
	originalHash: string | undefined;
	/** Where the original was published, as its record has it. */
	originalUrl: string;
	/** Every revision that its record names. */
	revisionNumbers: number[];
	/** Its notes, in the order of the text; none that was withdrawn. */
	noteIds: string[];
	/** What its notes show of terms: the id of each and the words that render it. */
	renderings: [term: string, words: string][];
};

/** A kept article with its frozen revisions. */
export type ArticlePlace = KeptArticle & {
	/** The folders of the revisions that are kept frozen, by number: `revisions/7/v1`. */
	frozen: { [revision: number]: string };
	/** Changes with everything that the frozen revisions are made of. */
	frozenDigest: string;
	/** Whether the article is no longer as its last frozen revision has it. */
	hasUnreleasedChanges: boolean;
};

/**
 * An article as lists, indexes and exports need it. The texts of its paragraphs stay on disk; a page opens its
 * own article when it is rendered.
 */
export type ArticleEntry = ArticlePlace &
	Omit<Article, 'paragraphs' | 'proseHtml'> & {
		title: string;
		/** [start, end) of each paragraph, in code points of the captured text. */
		paragraphRanges: [start: number, end: number][];
	};

/** A revision of an article among the others. */
export type RevisionState = {
	number: number;
	date: string;
	/** The number of the newest revision. */
	newest: number;
	/** Whether a release has frozen it; until then it may still change. */
	isFrozen: boolean;
};

/** Tell how the revision that a record ends with stands to all that `entry` has. */
export function revisionStateOf(
	entry: Pick<ArticleEntry, 'record' | 'frozen'>,
	number = newestRevision(entry.record).number,
): RevisionState {
	const { revisions } = entry.record;
	const revision = revisions.find((one) => one.number === number);
	return {
		number,
		date: revision?.date ?? '',
		newest: newestRevision(entry.record).number,
		isFrozen: entry.frozen[number] !== undefined,
	};
}

/** List the revisions of an article that have a page, with the folders that hold them. */
export function listRevisions({
	revisionNumbers,
	frozen,
	folder,
}: Pick<ArticlePlace, 'revisionNumbers' | 'frozen' | 'folder'>): {
	number: number;
	folder: string;
}[] {
	const newest = Math.max(...revisionNumbers);
	return revisionNumbers.flatMap((number) => {
		const kept = frozen[number] ?? (number === newest ? folder : undefined);
		return kept === undefined ? [] : [{ number, folder: kept }];
	});
}

/** Find the newest revision of a record, the one that citations name. */
export function newestRevision({ revisions }: Pick<Record, 'revisions'>) {
	return revisions.reduce((newest, one) => (one.number > newest.number ? one : newest));
}

/** A note with the article that it belongs to. */
export type NoteEntry = { article: ArticleEntry; note: Note };

/** Name the article as a list would: its printed headline, or ours in square brackets. */
export function titleOf(record: Record): string {
	return hasHeadline(record) ? record.title.captured : `[${record.title.supplied}]`;
}

/** The printed headline as it may be shown: words that the host planted in it are covered. */
export function headlineOf({ record, notes }: Pick<Article, 'record' | 'notes'>): string {
	return coverPlanted(record.title.captured, plantedOf(notes));
}

/** Name the article as it may be shown: its printed headline, covered, or ours in square brackets. */
export function shownTitleOf(article: Pick<Article, 'record' | 'notes'>): string {
	return hasHeadline(article.record) ? headlineOf(article) : titleOf(article.record);
}

/** List the notes on words that the host planted, which are covered wherever they would be shown. */
export function plantedNotes<Of extends Pick<Note, 'masked'>>(notes: readonly Of[]): Of[] {
	return notes.filter(({ masked }) => masked);
}

/** List the words that the host planted. */
export function plantedOf(notes: readonly Pick<Note, 'exact' | 'masked'>[]): string[] {
	return plantedNotes(notes).map(({ exact }) => exact);
}

/** Say whether the capture has a headline of its own. */
export function hasHeadline(record: Record): boolean {
	return record.title.captured !== 'none';
}

/** What a list of notes holds and in which order. */
type NoteListParts = {
	severity?: Severity | undefined;
	confidence?: Confidence | undefined;
	order?: 'place' | 'type' | 'severity';
};

/** The addresses of what the archive holds, from the root of the site. */
export const addressOf = {
	article: (number: number) => `/a/${number}/`,
	/** The picture that stands for an article where its address is shared. */
	card: (number: number) => `/a/${number}/card.png`,
	/** A published state of an article, frozen: what citations carry. */
	revision: (number: number, revision: number) => `/a/${number}/v${revision}/`,
	/** A file of a revision: `cite.ris`, `article.tei.xml` and the rest. */
	revisionFile: (number: number, revision: number, file: string) =>
		`/a/${number}/v${revision}/${file}`,
	/** All that an article's scores were computed from. */
	scores: (number: number) => `/a/${number}/scores/`,
	history: (number: number) => `/a/${number}/history/`,
	/** Every style and file in which an article, a paragraph or a note is cited. */
	cite: (number: number) => `/a/${number}/cite/`,
	notePage: (number: number, note: string) => `/a/${number}/n/${note}/`,
	paragraph: (number: number, paragraph: number) => `/a/${number}/#p${paragraph}`,
	note: (number: number, note: string) => `/a/${number}/#note-${note}`,
	type: (type: string) => `/types/${type}/`,
	/** A list of notes, as `search/note-lists` makes them; the parts that say nothing are left out. */
	notes: ({ severity, confidence, order = 'place' }: NoteListParts = {}, page = 1) =>
		`/notes/${severity ? `severity/${severity}/` : ''}${confidence ? `confidence/${confidence}/` : ''}${order === 'place' ? '' : `by-${order}/`}${page > 1 ? `${page}/` : ''}`,
	term: (term: string, page = 1) => `/terms/${term}/${page > 1 ? `${page}/` : ''}`,
	/** Of a rule that suggests notes. */
	suggestions: (rule: string) => `/suggestions/${rule}/`,
	event: (event: string) => `/events/#${event}`,
	/** Of an event that several articles report. */
	comparison: (event: string) => `/compare/${event}/`,
	/** Of an original that several articles translate; the lowest of their numbers names it. */
	sharedOriginal: (number: number) => `/compare/originals/${number}/`,
	/** Of a set of imported translations of one text, named likewise. */
	sharedSet: (number: number) => `/compare/imported/${number}/`,
	person: (id: string) => `/people/#${id}`,
	organisation: (id: string) => `/organisations/#${id}`,
	outlet: (id: string) => `/outlets/#${id}`,
	/** Where an article's notes of a severity are listed; minor ones with those of all articles. */
	counted: (number: number, severity: Severity) =>
		severity === 'minor'
			? addressOf.notes({ severity })
			: `/a/${number}/scores/#counted-${severity}`,
	quality: (number: number) => `/quality/#article-${number}`,
};
