import { unpackTexts, type PackedText } from './pack-texts.ts';
import type { TextDirectory, TextPage } from './text-page.ts';

/** The part of Pagefind's interface that is used here (pagefind 1.6, `pagefind.js`). */
export type Pagefind = { search(term: string): Promise<{ results: { id: string }[] }> };

/** What a search asks of the index. */
export type SearchIndex = {
	/** Name the pages that may hold a word, those first that Pagefind thinks most of. */
	findPages(word: string): Promise<string[]>;
	openTexts(pages: readonly string[]): Promise<OpenedTexts>;
};

export type OpenedTexts = {
	pages: TextPage[];
	/** Passages of the pages asked for whose text could not be read. */
	missingPassages: number;
	/** Whether there were more pages than are opened for one query. */
	hasMore: boolean;
};

/** Where write-search-index.ts puts the list of texts, from the index's folder. */
export const DIRECTORY_FILE = 'texts/directory.packed';
/** More files of texts than this are not opened for one query. */
const MAX_FILES = 24;

/**
 * Open the index that `write-search-index.ts` wrote. `readFile` reads a file of the index's folder and rejects
 * where it cannot be had; what failed is asked for again with the next query that needs it. Where the index and
 * the texts are of two editions, since another was published meanwhile, opening texts rejects.
 */
export function openIndex(
	pagefind: Pagefind,
	readFile: (path: string) => Promise<Uint8Array<ArrayBuffer>>,
): SearchIndex {
	const read = (path: string) => readFile(path).then(parsePacked);
	const readDirectory = keepResolved(async (path) => (await read(path)) as TextDirectory);
	const readTexts = keepResolved(async (path) => {
		const packed = Object.entries((await read(path)) as Record<string, PackedText[]>);
		return new Map(packed.map(([id, texts]) => [id, unpackTexts(texts)]));
	});
	return {
		findPages: async (word) => (await pagefind.search(word)).results.map(({ id }) => id),
		openTexts: async (ids) => {
			const directory = await readDirectory(DIRECTORY_FILE);
			const places = ids.map((id) => {
				const place = directory.pages[id];
				if (!place) throw new Error(`The index names ${id}, which the texts lack: two editions.`);
				return { id, file: place[0], passages: place[1] };
			});
			const wanted = [...Map.groupBy(places, ({ file }) => file)];
			const opened = await Promise.all(
				wanted.slice(0, MAX_FILES).map(async ([file, held]) => {
					try {
						const texts = await readTexts(directory.files[file] ?? '');
						return { pages: held.flatMap(({ id }) => texts.get(id) ?? []), missing: 0 };
					} catch {
						return { pages: [], missing: held.reduce((sum, { passages }) => sum + passages, 0) };
					}
				}),
			);
			return {
				pages: opened.flatMap(({ pages }) => pages),
				missingPassages: opened.reduce((sum, { missing }) => sum + missing, 0),
				hasMore: wanted.length > MAX_FILES,
			};
		},
	};
}

/** Read each thing once; one that failed is read again when it is asked for again. */
function keepResolved<Value>(read: (path: string) => Promise<Value>) {
	const kept = new Map<string, Promise<Value>>();
	return (path: string): Promise<Value> => {
		const known = kept.get(path);
		if (known) return known;
		const reading = read(path);
		kept.set(path, reading);
		reading.catch(() => kept.delete(path));
		return reading;
	};
}

async function parsePacked(bytes: Uint8Array<ArrayBuffer>): Promise<unknown> {
	return JSON.parse(new TextDecoder().decode(await gunzip(bytes)));
}

/** Unpack gzip; rejects where a byte is not what was packed, as gzip carries a checksum. */
export async function gunzip(bytes: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer> {
	const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
	return new Response(stream).arrayBuffer();
}
