import { narrowPlaces, type Choice, type Wanted } from './narrow-places.ts';
import { unpackTexts, type PackedText } from './pack-texts.ts';
import type { ArticleDays, TextDirectory, TextPage } from './text-page.ts';

/** The part of Pagefind's interface that is used here (pagefind 1.6, `pagefind.js`). */
export type Pagefind = {
	search(term: string): Promise<{ results: { id: string; words?: number[] }[] }>;
};

/** What a search asks of the index. What it names are places, each a text or a part of one. */
export type SearchIndex = {
	/**
	 * Name the places that may hold a term, or any that begins with it; nothing for a term that is all over, and
	 * for a beginning of too many.
	 */
	findPages(term: string, isBeginning?: boolean): Promise<string[] | undefined>;
	/** Open the texts of places, or of all; where these are too many, those that a choice wants first. */
	openTexts(places: readonly string[] | undefined, choice?: Choice): Promise<OpenedTexts>;
};

export type OpenedTexts = {
	/** In the order of the archive; of a page of which passages were asked for, these alone. */
	pages: TextPage[];
	/** Passages of those asked for whose text could not be read. */
	missingPassages: number;
	/** Whether there were more places than are opened for one query. */
	hasMore: boolean;
	/** Whether places were left out because the filters of the choice exclude them. */
	isNarrowed?: boolean;
};

/** Where write-search-index.ts puts the list of texts, from the index's folder. */
export const DIRECTORY_FILE = 'texts/directory.packed';
/** Stands in the index behind each term, before every letter in order, so that a term is not another’s beginning. */
export const INDEX_END = '$';
/** A beginning that stands in more files of words than this is not looked for: too many words begin so. */
const MAX_CHUNKS = 3;

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
		const packed = Object.values((await read(path)) as Record<string, PackedText[]>);
		return unpackTexts(packed.flat());
	});
	const readDays = keepResolved(async (path) => (await read(path)) as ArticleDays);
	return {
		findPages: async (term, isBeginning = false) => {
			const { chunks, common } = await readDirectory(DIRECTORY_FILE);
			if (isBeginning) {
				const held = chunksOf(term, chunks);
				if (held.length > MAX_CHUNKS) return undefined;
				// Pagefind looks for what begins so in those files alone that are loaded.
				await Promise.all(held.map((first) => pagefind.search(first)));
			} else if (common.includes(term)) return undefined;
			const { results } = await pagefind.search(isBeginning ? term : term + INDEX_END);
			return results.flatMap(({ id, words = [] }) => words.map((place) => `${id} ${place}`));
		},
		openTexts: async (places, choice) => {
			const directory = await readDirectory(DIRECTORY_FILE);
			const { wanted, ...told } = await narrowPlaces(
				directory,
				wantedOf(places, directory),
				() => readDays(directory.daysFile),
				choice,
			);
			const opened = await Promise.all(
				wanted.map(async ({ file, passages }) => {
					try {
						const texts = await readTexts(directory.files[file] ?? '');
						return { pages: pickPassages(texts, passages), missing: 0 };
					} catch {
						return { pages: [], missing: passages?.size ?? passagesIn(directory, file) };
					}
				}),
			);
			return {
				pages: opened.flatMap(({ pages }) => pages),
				missingPassages: opened.reduce((sum, { missing }) => sum + missing, 0),
				...told,
			};
		},
	};
}

/** Name the first terms of those files of words that may hold what begins with `term`. */
function chunksOf(term: string, chunks: readonly string[]): string[] {
	const last = chunks.findLastIndex((first) => first <= `${term}~`);
	const first = chunks.findLastIndex((other) => other <= term);
	return chunks.slice(Math.max(first, 0), last + 1);
}

/** Put places together by the file of their texts, in the order of files. */
function wantedOf(places: readonly string[] | undefined, { files }: TextDirectory): Wanted[] {
	if (!places) return files.map((_, file) => ({ file, passages: undefined }));
	const numbers = new Map(files.map((path, file) => [path, file]));
	const wanted = new Map<string, Wanted>();
	for (const place of places) {
		const [id = '', passage] = place.split(' ');
		let own = wanted.get(id);
		if (!own) {
			const file = numbers.get(`texts/${id}.packed`);
			if (file === undefined)
				throw new Error(`The index names ${id}, which the texts lack: two editions.`);
			own = { file, passages: new Set() };
			wanted.set(id, own);
		}
		own.passages?.add(Number(passage));
	}
	return [...wanted.values()].sort((a, b) => a.file - b.file);
}

function passagesIn({ articles }: TextDirectory, file: number): number {
	const start = articles.counts.slice(0, file).reduce((sum, count) => sum + count, 0);
	const end = start + (articles.counts[file] ?? 0);
	return articles.passages
		.flatMap((column) => column.slice(start, end))
		.reduce((sum, count) => sum + count, 0);
}

/** Pick passages by their number in a file, or all. */
function pickPassages(
	texts: readonly TextPage[],
	passages: ReadonlySet<number> | undefined,
): readonly TextPage[] {
	if (!passages) return texts;
	let before = 0;
	return texts.flatMap((text) => {
		const sections = text.sections.filter((_, at) => passages.has(before + at));
		before += text.sections.length;
		return sections.length > 0 ? [{ ...text, sections }] : [];
	});
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
