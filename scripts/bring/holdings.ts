import { readArchive, type ArchiveSource } from '../../src/edition/read-archive.ts';
import type { Outlet } from '../../src/model/authorities.ts';
import { folderNumber } from '../evidence/repeated-numbers.ts';
import { writtenNumber } from '../evidence/written-data.ts';
import type { ReadCapture } from './read-capture.ts';
import { Refusal } from './refusal.ts';

/** What the archive holds already, as far as a new article must know of it; kept current from article to article. */
export type Holdings = {
	content: string;
	captures: string;
	/** The highest number that was ever an article's. */
	highest: number;
	/** Articles by the SHA-256 of their capture, and by that of the file that it came in. */
	byHash: Map<string, number>;
	outlets: Outlet[];
};

/** Read what the archive holds; throws a Refusal where there is none. */
export function readHoldings(folders: { content: string; captures: string }): Holdings {
	const archive = readArchive(folders);
	const { outlets } = archive;
	if (!archive.archive.file)
		throw new Refusal(`There is no archive in ${folders.content}: it has no archive.yaml.`);
	if (!outlets.value)
		throw new Refusal(`${outlets.path} cannot be read; run npm run check:content.`);
	if (archive.folderFaults.length > 0)
		throw new Refusal('A folder of the archive cannot be read; run npm run check:content.');
	return {
		content: folders.content,
		captures: folders.captures,
		highest: Math.max(0, ...listNumbers(archive)),
		byHash: new Map(
			archive.articles.flatMap(({ record: { value } }): [string, number][] =>
				value
					? [
							value.capture.sha256,
							...(value.captured.evidence.match(/\b[0-9a-f]{64}\b/g) ?? []),
						].map((sha256) => [sha256, value.number])
					: [],
			),
		),
		outlets: [...outlets.value],
	};
}

/** Refuse a capture that an article holds already. Of a web archive with many pages, only the page counts. */
export function findHolder({ byHash }: Holdings, capture: ReadCapture): number | undefined {
	const isArchive = capture.format === 'warc' || capture.format === 'wacz';
	return byHash.get(capture.sha256) ?? (isArchive ? undefined : byHash.get(capture.fileSha256));
}

/** Numbers in records, folders' names, frozen revisions and published addresses: none may be used again. */
function listNumbers({ articles, revisions, permalinks }: ArchiveSource): number[] {
	return [
		...articles.flatMap((article) => [
			...[writtenNumber(article), folderNumber(article)].filter((number) => number !== undefined),
		]),
		...revisions.map(({ article }) => article),
		...(permalinks.value ?? []).flatMap(({ url }) => {
			const digits = /^\/a\/(\d{1,9})\//.exec(url)?.[1];
			return digits === undefined ? [] : [Number(digits)];
		}),
	];
}
