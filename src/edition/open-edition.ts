import { dirname, basename } from 'node:path';
import {
	titleOf,
	type Article,
	type ArticleEntry,
	type ArticlePlace,
	type Tombstone,
} from '../model/article.ts';
import { isRestricted, restrictArticle } from '../model/restrict-article.ts';
import { buildOrRefuse } from './build-article.ts';
import { contentFolders, readArticle, type ArchiveSource } from './read-archive.ts';
import { readKept } from './keep-articles.ts';
import { hashCapture, type CaptureFile } from './read-captures.ts';
import { readTextFile } from './read-text-file.ts';

/**
 * Make articles out of sources already read, by number; those that were withdrawn are left out. Throws where
 * one is not fit to be published.
 */
export function buildArticles(source: ArchiveSource): Article[] {
	return source.articles
		.filter(({ record }) => record.value?.withdrawn === undefined)
		.map(buildOrRefuse)
		.sort((a, b) => a.number - b.number);
}

/** Tell what is left of the articles that were withdrawn, by number. */
export function listTombstones({
	articles,
	rated,
}: Pick<ArchiveSource, 'articles' | 'rated'>): Tombstone[] {
	const gone = [
		...articles.map(({ record, anchors, commentary }) => ({
			record,
			paragraphs: anchors.value?.paragraphs.length ?? 0,
			notes: commentary.notes.map(({ attributes }) => attributes.id),
		})),
		...rated.map(({ record, document }) => ({
			record,
			paragraphs: document?.segments.length ?? 0,
			notes: [],
		})),
	];
	return gone
		.flatMap(({ record, paragraphs, notes }): Tombstone[] => {
			const { withdrawn, number, title, revisions } = record.value ?? {};
			if (!withdrawn || number === undefined || !title || !revisions) return [];
			return [
				{
					number,
					title: title.supplied,
					date: withdrawn.date,
					reason: withdrawn.reason,
					replacedBy: withdrawn.replaced_by,
					revisions: revisions.map((revision) => revision.number),
					paragraphs,
					notes,
				},
			];
		})
		.sort((a, b) => a.number - b.number);
}

/** What was opened last of which article and which revision: every file of an article asks for it. */
let lastEntry: { place: ArticlePlace; entry: ArticleEntry } | undefined;
let lastRevision: { entry: ArticleEntry; folder: string; revision: Article } | undefined;

/** Open what lists need of an article. Throws, naming the command that lists the faults. */
export function openEntry(place: ArticlePlace): ArticleEntry {
	if (lastEntry?.place === place) return lastEntry.entry;
	const entry = makeEntry(place);
	lastEntry = { place, entry };
	return entry;
}

function makeEntry(place: ArticlePlace): ArticleEntry {
	const { paragraphs, proseHtml: _proseHtml, ...rest } = openArticle(place);
	return {
		...rest,
		...place,
		title: titleOf(rest.record),
		paragraphRanges: paragraphs.map(({ start, end }) => [start, end]),
	};
}

/** What was opened last: the pages of one article are rendered one after the other, with an older revision perhaps. */
const lastOpened: { [kind in 'article' | 'revision']?: { key: string; article: Article } } = {};

/** Open an article of the archive. Throws, naming the command that lists the faults. */
export function openArticle(entry: ArticlePlace): Article {
	const key = JSON.stringify([entry.folder, entry.captureFile, entry.digest]);
	return holdLast('article', key, () => openPlace(entry));
}

function openPlace({ kept, digest, folder, captureFile }: ArticlePlace): Article {
	return readKept(kept, digest) ?? openFolder(folder, captureFile);
}

function holdLast(kind: 'article' | 'revision', key: string, open: () => Article): Article {
	const last = lastOpened[kind];
	if (last?.key === key) return last.article;
	const article = open();
	lastOpened[kind] = { key, article };
	return article;
}

/** Open an article or a frozen revision from its folder under content/, with the capture at a path. */
function openFolder(folder: string, captureFile: string | undefined): Article {
	const { content } = contentFolders();
	const bySha256 = new Map<string, CaptureFile>();
	if (captureFile) {
		const { file } = readTextFile(dirname(captureFile), basename(captureFile));
		if (file) bySha256.set(hashCapture(file.bytes), { ...file, sha256: hashCapture(file.bytes) });
	}
	return buildOrRefuse(readArticle(content, folder, { bySha256, faults: [] }));
}

/**
 * Open a revision of an article from the folder that holds it. What the article has taken back since, a note
 * or the right to show its text, is taken out of its old revisions as well.
 */
export function openRevision(entry: ArticleEntry, folder: string): Article {
	if (lastRevision?.entry === entry && lastRevision.folder === folder) return lastRevision.revision;
	const revision = makeRevision(entry, folder);
	lastRevision = { entry, folder, revision };
	return revision;
}

function makeRevision(entry: ArticleEntry, folder: string): Article {
	// What is in the article's own folder is the article as it is.
	if (folder === entry.folder && !isRestricted(entry.record)) return openArticle(entry);
	const article =
		folder === entry.folder
			? openArticle(entry)
			: holdLast('revision', JSON.stringify([folder, entry.captureFile, entry.digest]), () =>
					openFolder(folder, entry.captureFile),
				);
	const { display } = entry.record.capture;
	const gone = new Set(entry.withdrawnNotes.map(({ id }) => id));
	const present = {
		...article,
		record: {
			...article.record,
			capture: { ...article.record.capture, ...(display && { display }) },
		},
		notes: article.notes
			.filter(({ id }) => !gone.has(id))
			.map((note, index) => ({ ...note, ordinal: index + 1 })),
		points: article.points.filter(({ note }) => !gone.has(note)),
		withdrawnNotes: entry.withdrawnNotes.filter(
			({ id }) =>
				article.notes.some((note) => note.id === id) ||
				article.withdrawnNotes.some((note) => note.id === id),
		),
	};
	return restrictArticle(present);
}
