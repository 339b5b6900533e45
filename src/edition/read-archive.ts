import { basename, join, resolve } from 'node:path';
import { z } from 'zod';
import type { Anchors } from '../model/anchors.ts';
import {
	archiveSchema,
	eventSchema,
	nameSchema,
	outletSchema,
	termSchema,
	type Archive,
	type Event,
	type Name,
	type Outlet,
	type Term,
} from '../model/authorities.ts';
import {
	permalinkSchema,
	redirectSchema,
	releaseSchema,
	type Permalink,
	type Redirect,
	type Release,
} from '../model/permalink.ts';
import { decisionSchema, readingSchema, type Decision, type Reading } from '../model/reading.ts';
import { recordSchema, type Record } from '../model/record.ts';
import { splitParagraphs, type Paragraph } from '../text/paragraphs.ts';
import { readAnchors } from './read-anchors.ts';
import { hashCapture, readCaptures, type CaptureFolder } from './read-captures.ts';
import { listFolder } from './list-folder.ts';
import { readCommentary, type CommentarySource } from './read-commentary.ts';
import { readPages, type PageSource } from './read-page.ts';
import { readReading, type ReadingSource } from './read-reading.ts';
import {
	MAX_FILE_BYTES,
	MAX_LIST_BYTES,
	readTextFile,
	showPath,
	type FileFault,
	type TextFile,
} from './read-text-file.ts';
import { isRatedFolder, readRated, type RatedSource } from './read-rated.ts';
import { readRows } from './read-rows.ts';
import { readYaml, type DataFile } from './read-yaml.ts';

/** A captured text at hand, with its paragraphs. */
export type CaptureSource = TextFile & {
	sha256: string;
	/** Whether it lies in the article's folder or was attached from a folder of captures. */
	origin: 'beside' | 'attached';
	paragraphs: Paragraph[];
};

/** An original at hand; its paragraphs answer to those of the captured text. */
export type OriginalSource = TextFile & { paragraphs: Paragraph[] };

/** Everything on disk about one article, read but not yet judged as a whole. */
export type ArticleSource = {
	/** The folder's name: `7-some-words`. */
	name: string;
	/** The folder, from the content folder. */
	folder: string;
	/** The folder, from the project's root. */
	path: string;
	record: DataFile<Record>;
	commentary: CommentarySource;
	reading: ReadingSource;
	anchors: DataFile<Anchors>;
	capture?: CaptureSource | undefined;
	captureFault?: FileFault | undefined;
	/** The text that was translated, where it is held. */
	original?: OriginalSource | undefined;
	originalFault?: FileFault | undefined;
	/** The independent readings before adjudication, and how their differences were decided. */
	readings: DataFile<Reading[]>;
	decisions: DataFile<Decision[]>;
};

/** A revision as it was published. */
export type RevisionSource = { article: number; number: number; source: ArticleSource };

/** Everything under content/, with its faults beside it. */
export type ArchiveSource = {
	root: string;
	archive: DataFile<Archive>;
	terms: DataFile<Term[]>;
	events: DataFile<Event[]>;
	people: DataFile<Name[]>;
	organisations: DataFile<Name[]>;
	outlets: DataFile<Outlet[]>;
	/** The hand-written pages. */
	pages: PageSource[];
	captures: CaptureFolder;
	/** Where the environment says that captures lie; nothing where it does not. */
	namedCaptures?: string | undefined;
	articles: ArticleSource[];
	/** The articles that were imported with their ratings: nothing of them is in `articles`. */
	rated: RatedSource[];
	/** Revisions as they were published, each a copy of its article's folder; by article and number. */
	revisions: RevisionSource[];
	/** What the releases published, and where what moved is now. */
	permalinks: DataFile<Permalink[]>;
	releases: DataFile<Release[]>;
	redirects: DataFile<Redirect[]>;
	/** Folders of the archive that are there and cannot be read. */
	folderFaults: FileFault[];
};

/** An archive whose articles are read one by one, each time that they are gone through. */
export type OpenArchive = Omit<ArchiveSource, 'articles'> & {
	articles: Iterable<ArticleSource>;
	/** Their folders, from the content folder, in the same order. */
	articleFolders: readonly string[];
};

/** Where content and captures lie: CALQUE_CONTENT and CALQUE_CAPTURES, else content/ and content/captures. */
export function contentFolders(): ContentFolders {
	const content = resolve(process.env['CALQUE_CONTENT'] || 'content');
	const namedCaptures = process.env['CALQUE_CAPTURES'] || undefined;
	return { content, captures: resolve(namedCaptures ?? join(content, 'captures')), namedCaptures };
}

export type ContentFolders = {
	content: string;
	captures: string;
	namedCaptures?: string | undefined;
};

/** Read a whole archive. Nothing throws for what an author wrote: every fault is kept for the checks. */
export function readArchive(folders: ContentFolders = contentFolders()): ArchiveSource {
	const archive = openArchive(folders);
	return Object.assign(archive, {
		articles: [...archive.articles],
		revisions: archive.revisions.map((revision) => ({ ...revision })),
	});
}

/**
 * Open an archive to go through its articles one by one: of thousands not all have room in memory. An article
 * and a revision are read anew each time that they are asked for. Nothing throws for what an author wrote.
 */
export function openArchive(folders: ContentFolders = contentFolders()): OpenArchive {
	const root = folders.content;
	const captures = readCaptures(folders.captures);
	const names = listArticleFolders(root).map((name) => join('articles', name));
	const isRated = new Set(names.filter((folder) => isRatedFolder(root, folder)));
	const own = names.filter((folder) => !isRated.has(folder));
	let rated: RatedSource[] | undefined;
	return {
		root,
		archive: readYaml(root, 'archive.yaml', archiveSchema),
		terms: readYaml(root, 'terms.yaml', z.array(termSchema), MAX_LIST_BYTES),
		events: readYaml(root, 'events.yaml', z.array(eventSchema), MAX_LIST_BYTES),
		people: readYaml(root, 'people.yaml', z.array(nameSchema), MAX_LIST_BYTES),
		organisations: readYaml(root, 'organisations.yaml', z.array(nameSchema), MAX_LIST_BYTES),
		outlets: readYaml(root, 'outlets.yaml', z.array(outletSchema), MAX_LIST_BYTES),
		pages: readPages(root),
		captures,
		namedCaptures: folders.namedCaptures,
		articles: {
			*[Symbol.iterator]() {
				for (const folder of own) yield readArticle(root, folder, captures);
			},
		},
		articleFolders: own,
		// They may be large, and most commands never ask for them.
		get rated() {
			return (rated ??= [...isRated].map((folder) => readRated(root, folder)));
		},
		revisions: listRevisions(root).map(({ article, number, folder }) => ({
			article,
			number,
			get source() {
				return readArticle(root, folder, captures);
			},
		})),
		permalinks: readRows(root, 'permalinks.jsonl', permalinkSchema),
		releases: readRows(root, 'releases.jsonl', releaseSchema),
		redirects: readRows(root, 'redirects.jsonl', redirectSchema),
		folderFaults: ['articles', 'pages', 'revisions'].flatMap((name) => {
			const { fault } = listFolder(join(root, name));
			return fault?.kind === 'unreadable' ? [fault] : [];
		}),
	};
}

/** List the articles' folders by number. */
export function listArticleFolders(root: string): string[] {
	return listFolder(join(root, 'articles'))
		.entries.filter((entry) => !entry.isFile())
		.map((entry) => entry.name)
		.sort((a, b) => Number.parseInt(a) - Number.parseInt(b) || (a < b ? -1 : 1));
}

/** List the folders of frozen revisions, `revisions/7/v1`, by article and number. */
export function listRevisions(root: string): { article: number; number: number; folder: string }[] {
	return listFolder(join(root, 'revisions'))
		.entries.filter(({ name }) => /^[1-9]\d*$/.test(name))
		.flatMap(({ name: article }) =>
			listFolder(join(root, 'revisions', article))
				.entries.filter(({ name }) => /^v[1-9]\d*$/.test(name))
				.map(({ name }) => ({
					article: Number(article),
					number: Number(name.slice(1)),
					folder: join('revisions', article, name),
				})),
		)
		.sort((a, b) => a.article - b.article || a.number - b.number);
}

/** Read an article's folder, from the content folder; its capture comes from there or from `captures`. */
export function readArticle(root: string, folder: string, captures: CaptureFolder): ArticleSource {
	const record = readYaml(root, join(folder, 'record.yaml'), recordSchema);
	const beside = readTextFile(root, join(folder, 'capture.txt'));
	const original = readTextFile(root, join(folder, 'original.txt'));
	const attached = record.value && captures.bySha256.get(record.value.capture.sha256);
	return {
		name: basename(folder),
		folder,
		path: showPath(join(root, folder)),
		record,
		commentary: readCommentary(root, join(folder, 'commentary.mdx')),
		reading: readReading(root, join(folder, 'reading.md')),
		anchors: readAnchors(root, join(folder, 'anchors.json')),
		capture: beside.file
			? captureOf(beside.file, 'beside')
			: attached && captureOf(attached, 'attached'),
		captureFault: beside.fault?.kind === 'absent' ? undefined : beside.fault,
		original: original.file && {
			...original.file,
			paragraphs: splitParagraphs(original.file.text),
		},
		originalFault: original.fault?.kind === 'absent' ? undefined : original.fault,
		readings: readRows(root, join(folder, 'readings.jsonl'), readingSchema, MAX_FILE_BYTES),
		decisions: readYaml(root, join(folder, 'decisions.yaml'), z.array(decisionSchema)),
	};
}

function captureOf(file: TextFile, origin: CaptureSource['origin']): CaptureSource {
	return {
		...file,
		sha256: hashCapture(file.bytes),
		origin,
		paragraphs: splitParagraphs(file.text),
	};
}
