import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listFolder } from '../../src/edition/list-folder.ts';
import type { ArchiveSource, ArticleSource } from '../../src/edition/read-archive.ts';
import { hashCapture } from '../../src/edition/read-captures.ts';
import { comparePaths, type PackageFile } from '../../src/exchange/package/source.ts';

/** Files at the top of the content folder that make up an archive. */
const topFiles = [
	...['archive.yaml', 'terms.yaml', 'events.yaml', 'people.yaml', 'organisations.yaml'],
	...['outlets.yaml', 'permalinks.jsonl', 'releases.jsonl', 'redirects.jsonl'],
	...['dismissals.jsonl', 'suggestion-figures.jsonl'],
];
/** Files of an article that hold no captured text of any length. */
const articleFiles = [
	...['record.yaml', 'commentary.mdx', 'reading.md', 'anchors.json'],
	...['readings.jsonl', 'decisions.yaml'],
];
/** Files of an article that only a record lets be distributed. */
const textFiles = ['capture.txt', 'original.txt'];

/** Say whether a record lets the captured text, and so what it was made of, be distributed. */
export function mayDistribute({ record }: ArticleSource): boolean {
	return record.value?.capture.distributed === true;
}

/** Say whether an article may be in a package with all that its notes quote. */
export function isPacked({ record }: ArticleSource): boolean {
	return (
		record.value !== undefined &&
		record.value.withdrawn === undefined &&
		(record.value.capture.display ?? 'full') === 'full'
	);
}

/**
 * Read the files of a content folder that a package may hold, sorted by path. Of a withdrawn article only the
 * record is kept, of one that may not be shown whole nothing; frozen revisions follow their article. Throws
 * where a file is a link or cannot be read.
 */
export function listContent(archive: ArchiveSource): PackageFile[] {
	const { root } = archive;
	// Under whatever name it lies, a capture that may not be distributed is known by its bytes.
	const kept = new Set(
		archive.articles
			.filter((article) => !mayDistribute(article))
			.flatMap(({ record }) => record.value?.capture.sha256 ?? []),
	);
	const paths = [
		...topFiles,
		...walk(root, 'pages'),
		...archive.articles.flatMap((article) => {
			const folder = `articles/${article.name}`;
			if (article.record.value?.withdrawn) return [`${folder}/record.yaml`];
			if (!isPacked(article)) return [];
			const names = [...articleFiles, ...(mayDistribute(article) ? textFiles : [])];
			return names.map((name) => `${folder}/${name}`);
		}),
		...archive.articles.filter(isPacked).flatMap((article) => {
			const folder = `revisions/${article.record.value?.number}`;
			return walk(root, folder).filter(
				(path) => mayDistribute(article) || !textFiles.some((name) => path.endsWith(`/${name}`)),
			);
		}),
	];
	return paths
		.flatMap((path) => readFile(root, path))
		.filter(({ bytes }) => !kept.has(hashCapture(bytes)))
		.sort(comparePaths);
}

function walk(root: string, folder: string): string[] {
	return listFolder(join(root, folder)).entries.flatMap((entry) => {
		const path = `${folder}/${entry.name}`;
		return entry.isDirectory() ? walk(root, path) : [path];
	});
}

function readFile(root: string, path: string): PackageFile[] {
	const file = join(root, path);
	const status = lstatSync(file, { throwIfNoEntry: false });
	if (!status) return [];
	if (!status.isFile())
		throw new Error(`${path} is not a plain file. Put the file itself in its place.`);
	return [{ path, bytes: readFileSync(file) }];
}
