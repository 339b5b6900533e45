import { narrowPlaces, type Choice, type Wanted } from './narrow-places.ts';
import { unpackTexts, type PackedText } from './pack-texts.ts';
import { fileOfPlace, passageOfPlace, readWords } from './read-words.ts';
import type { ArticleDays, TextDirectory, TextPage } from './text-page.ts';

/** What a search asks of the index. What it names are places, each a passage of a text: see `placeAt`. */
export type SearchIndex = {
	/**
	 * Name the places that may hold a term, or any that begins with it; nothing for a term that is all over, and
	 * for a beginning of too many.
	 */
	findPlaces(term: string, isBeginning?: boolean): Promise<number[] | undefined>;
	/** Open the texts of places, or of all; where these are too many, those that a choice wants first. */
	openTexts(places: readonly number[] | undefined, choice?: Choice): Promise<OpenedTexts>;
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
 * where it cannot be had; what failed is asked for again with the next query that needs it. The directory names every
 * other file by its hash: where another edition was published meanwhile, they are those of this one or missing.
 */
export function openIndex(
	readFile: (path: string) => Promise<Uint8Array<ArrayBuffer>>,
): SearchIndex {
	const read = (path: string) => readFile(path).then(parsePacked);
	const readDirectory = keepResolved(async (path) => (await read(path)) as TextDirectory);
	const readTexts = keepResolved(async (path) => {
		const packed = Object.values((await read(path)) as Record<string, PackedText[]>);
		return unpackTexts(packed.flat());
	});
	const readDays = keepResolved(async (path) => (await read(path)) as ArticleDays);
	const readChunk = keepResolved(async (path) =>
		readWords(new Uint8Array(await gunzip(await readFile(path)))),
	);
	return {
		findPlaces: async (term, isBeginning = false) => {
			const { chunks, chunkFiles, common } = await readDirectory(DIRECTORY_FILE);
			if (!isBeginning && common.includes(term)) return undefined;
			const sought = isBeginning ? term : term + INDEX_END;
			const held = chunksOf(sought, isBeginning, chunks);
			if (held.length > MAX_CHUNKS) return undefined;
			const found = await Promise.all(
				held.map(async (at) => {
					try {
						const words = await readChunk(`index/${chunkFiles[at] ?? ''}`);
						return words.placesOf(sought, isBeginning);
					} catch {
						// A search goes on with what it has; whoever reads the files knows that one is missing.
						return [];
					}
				}),
			);
			return found.flat();
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

/** Number those files of words that may hold a term, or what begins with it. */
function chunksOf(term: string, isBeginning: boolean, chunks: readonly string[]): number[] {
	const first = Math.max(
		chunks.findLastIndex((other) => other <= term),
		0,
	);
	const last = isBeginning ? chunks.findLastIndex((other) => other <= `${term}~`) : first;
	return chunks.length === 0
		? []
		: Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** Put places together by the file of their texts, in the order of files. */
function wantedOf(places: readonly number[] | undefined, { files }: TextDirectory): Wanted[] {
	if (!places) return files.map((_, file) => ({ file, passages: undefined }));
	const wanted = new Map<number, Wanted>();
	for (const place of places) {
		const file = fileOfPlace(place);
		const own = wanted.get(file) ?? { file, passages: new Set() };
		wanted.set(file, own);
		own.passages?.add(passageOfPlace(place));
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
