import type { ArticleSource } from '../../src/edition/read-archive.ts';
import type { FileFault, TextFile } from '../../src/edition/read-text-file.ts';
import type { DataFile } from '../../src/edition/read-yaml.ts';
import type { Problem } from '../../src/model/problem.ts';
import type { ArchiveParts, Rule } from '../checks/rule.ts';

/** A text file of the archive, or why it could not be read. */
export type ArchiveFile = {
	path: string;
	file?: TextFile | undefined;
	fault?: FileFault | undefined;
	isCapture: boolean;
	/** Whether its text is another project's, kept as it came. */
	isImported?: boolean;
};

/** Judge every text file that belongs to the archive, its captures and pages included. */
export function overFiles(
	judge: (files: readonly ArchiveFile[]) => Problem[],
): Pick<Rule, 'check' | 'checkArticle'> {
	return {
		check: (archive) => judge(listOtherFiles(archive)),
		checkArticle: (article) => judge(listFilesOf(article)),
	};
}

function listFilesOf(article: ArticleSource): ArchiveFile[] {
	return [
		fileOf(article.record),
		fileOf(article.commentary),
		fileOf(article.reading),
		fileOf(article.anchors),
		...captureFileOf(article),
		...optionalFileOf(article.readings),
		...optionalFileOf(article.decisions),
		...originalFileOf(article),
	];
}

/** List the files that lie in no article's folder, and those of imported articles. */
function listOtherFiles(archive: ArchiveParts): ArchiveFile[] {
	return [
		...listTopFiles(archive).map(fileOf),
		...listLedgerFiles(archive).map(fileOf),
		...archive.pages.map(fileOf),
		...archive.rated.flatMap(({ record, ratings, capture, original }) => [
			fileOf(record),
			// Absent they are no file of the archive; article-files-are-present asks for them.
			...[ratings, capture, original].map((file) => ({ ...fileOf(file), isImported: true })),
		]),
		...[...archive.captures.bySha256.values()].map((file) => ({
			path: file.path,
			file,
			isCapture: true,
		})),
		...archive.captures.faults.map((fault) => ({ path: fault.path, fault, isCapture: true })),
		...archive.folderFaults.map((fault) => ({ path: fault.path, fault, isCapture: false })),
	];
}

/** List the files of fields that lie in an article's folder: YAML and JSON Lines. */
export function listDataFiles({ record, readings, decisions }: ArticleSource): DataFile<unknown>[] {
	return [record, readings, decisions];
}

/** List the files of fields that lie in the folders of imported articles. */
export function listImportedFiles({ rated }: ArchiveParts): DataFile<unknown>[] {
	return rated.flatMap(({ record, ratings }) => [record, ratings]);
}

/** List the YAML files at the top of the archive. */
export function listTopFiles({
	archive,
	terms,
	events,
	people,
	organisations,
	outlets,
}: ArchiveParts): DataFile<unknown>[] {
	return [archive, terms, events, people, organisations, outlets];
}

/** List the files that releases write, and the redirects, as far as they are there. */
export function listLedgerFiles({
	permalinks,
	releases,
	redirects,
}: ArchiveParts): DataFile<unknown>[] {
	return [permalinks, releases, redirects].filter(({ fileFault }) => fileFault?.kind !== 'absent');
}

/** List the front matter of the hand-written pages. */
export function listFrontMatter({ pages }: ArchiveParts): DataFile<unknown>[] {
	return pages.flatMap(({ frontMatter }) => frontMatter ?? []);
}

function fileOf({
	path,
	file,
	fileFault,
}: {
	path: string;
	file?: TextFile | undefined;
	fileFault?: FileFault | undefined;
}): ArchiveFile {
	return { path, file, fault: fileFault, isCapture: false };
}

function captureFileOf({ capture, captureFault }: ArticleSource): ArchiveFile[] {
	if (captureFault) return [{ path: captureFault.path, fault: captureFault, isCapture: true }];
	return capture?.origin === 'beside'
		? [{ path: capture.path, file: capture, isCapture: true }]
		: [];
}

/** A file that an article may be without. */
function optionalFileOf(file: DataFile<unknown>): ArchiveFile[] {
	return file.fileFault?.kind === 'absent' ? [] : [fileOf(file)];
}

function originalFileOf({ original, originalFault }: ArticleSource): ArchiveFile[] {
	const path = originalFault?.path ?? original?.path;
	return path === undefined
		? []
		: [{ path, file: original, fault: originalFault, isCapture: false }];
}
