import { dirname, basename } from 'node:path';
import type { Article, ArticleEntry, Tombstone } from '../model/article.ts';
import { restrictArticle } from '../model/restrict-article.ts';
import { buildArticle } from './build-article.ts';
import {
	contentFolders,
	readArticle,
	type ArchiveSource,
	type ArticleSource,
} from './read-archive.ts';
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
export function listTombstones({ articles, rated }: ArchiveSource): Tombstone[] {
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

/** The article that was opened last: the pages of one article are rendered one after the other. */
let lastOpened: { key: string; article: Article } | undefined;

/**
 * Open one article, or a frozen revision of one, from its folder under content/; `captureFile` is the path
 * of the capture to attach, if one is to be. `digest`, where it is known, says that what was opened a moment
 * ago is still what is on disk. Throws, naming the command that lists the faults.
 */
export function openArticle(
	folder: string,
	captureFile: string | undefined,
	digest?: string,
): Article {
	const { content } = contentFolders();
	const key = JSON.stringify([content, folder, captureFile, digest]);
	if (digest !== undefined && lastOpened?.key === key) return lastOpened.article;
	const bySha256 = new Map<string, CaptureFile>();
	if (captureFile) {
		const { file } = readTextFile(dirname(captureFile), basename(captureFile));
		if (file) bySha256.set(hashCapture(file.bytes), { ...file, sha256: hashCapture(file.bytes) });
	}
	const article = buildOrRefuse(readArticle(content, folder, { bySha256, faults: [] }));
	lastOpened = { key, article };
	return article;
}

/**
 * Open a revision of an article from the folder that holds it. What the article has taken back since, a note
 * or the right to show its text, is taken out of its old revisions as well.
 */
export function openRevision(entry: ArticleEntry, folder: string): Article {
	const article = openArticle(folder, entry.captureFile);
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

function buildOrRefuse(source: ArticleSource): Article {
	const article = buildArticle(source);
	if (!article)
		throw new Error(
			`${source.path} has faults and cannot be published. Run: npm run check:content`,
		);
	return article;
}
