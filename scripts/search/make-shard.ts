import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { IndexPage } from '../../src/search/index-page.ts';
import { packTexts } from '../../src/search/pack-texts.ts';
import { listWritten } from '../../src/search/read-tokens.ts';
import { indexTermOf } from '../../src/search/stem-word.ts';
import { layers, type Layer } from '../../src/search/text-page.ts';
import { Cbor } from './pagefind-format.ts';

/** Articles whose numbers begin alike, by this many, are in files of their own, whatever else is in the archive. */
export const BLOCK = 64;

/** A place is a number: that of the file, and behind it in so many bits that of the passage. */
const PASSAGE_BITS = 20;

/** A part of the index, of its own articles alone: so it can be kept while others change. */
export type Shard = {
	files: ShardFile[];
	/** The terms of its passages, sorted; of each, what follows is at the same place. */
	terms: string[];
	/** In how many passages it stands; how many of the files hold it, and the first and the last of them. */
	passages: Uint32Array;
	counts: Uint32Array;
	firsts: Uint32Array;
	lasts: Uint32Array;
	/** Where its part of `postings` ends: its files and passages as the index has them, but for the first file’s number. */
	ends: Uint32Array;
	postings: Uint8Array;
};

/** A file of texts, a page of the index. */
export type ShardFile = {
	/** The hash of what is in it. */
	name: string;
	bytes: Uint8Array;
	articles: ArticleFacts[];
};

/** What the directory says of an article; see `TextDirectory`. */
export type ArticleFacts = {
	day: string;
	years: string[];
	outlet: string;
	verdict: string;
	passages: number[];
};

/**
 * Make the part of the index that is of `pages`, which are in the order of their numbers. A file of texts is made
 * about as long as `fileLength`, in UTF-16 units of JSON; packed it is a third of that.
 */
export function makeShard(pages: readonly IndexPage[], fileLength: number): Shard {
	const places = new Map<string, number[]>();
	// Most words of a text stood in the one before: each is looked up once, by how it is written.
	const placesOfWritten = new Map<string, number[]>();
	const placesOf = (written: string): number[] => {
		const term = indexTermOf(written);
		const own = places.get(term) ?? [];
		places.set(term, own);
		placesOfWritten.set(written, own);
		return own;
	};
	const files = partPages(pages, fileLength).map((part, file) => {
		let place = file << PASSAGE_BITS;
		for (const page of part)
			for (const { sections } of page.texts)
				for (const { texts } of sections) {
					for (const text of texts)
						for (const written of listWritten(text)) {
							const own = placesOfWritten.get(written) ?? placesOf(written);
							if (own[own.length - 1] !== place) own.push(place);
						}
					place++;
				}
		return fileOf(part);
	});
	return { files, ...writePostings(places) };
}

/** Part pages, in their order, into files of about one length, so that a large archive is not read whole. */
function partPages(pages: readonly IndexPage[], fileLength: number): IndexPage[][] {
	const parts: IndexPage[][] = [];
	let length = Infinity;
	let block: number | undefined;
	for (const page of pages) {
		const own = blockOf(page);
		if (length >= fileLength || own !== block) {
			parts.push([]);
			length = 0;
			block = own;
		}
		parts.at(-1)?.push(page);
		length += JSON.stringify(page.texts).length;
	}
	return parts;
}

/** Tell in which block of numbers an article is. */
export function blockOf({ texts }: IndexPage): number {
	return Math.floor((texts[0]?.article ?? 0) / BLOCK);
}

function fileOf(part: readonly IndexPage[]): ShardFile {
	const texts = JSON.stringify(part.flatMap((page) => packTexts(page.texts)));
	const name = createHash('sha256').update(texts).digest('hex').slice(0, 10);
	return {
		name,
		bytes: gzipSync(`{"${name}":${texts}}`, { level: 9, memLevel: 9 }),
		articles: part.map(factsOf),
	};
}

function factsOf({ texts }: IndexPage): ArticleFacts {
	const [{ day, years, outlet, verdict } = { day: '', years: [], outlet: '', verdict: '' }] = texts;
	return {
		day,
		years,
		outlet,
		verdict,
		passages: (Object.keys(layers) as Layer[]).map(
			(layer) => texts.find((text) => text.layer === layer)?.sections.length ?? 0,
		),
	};
}

function writePostings(places: ReadonlyMap<string, number[]>): Omit<Shard, 'files'> {
	const terms = [...places.keys()].sort();
	const [passages, counts, firsts, lasts, ends] = Array.from(
		{ length: 5 },
		() => new Uint32Array(terms.length),
	) as [Uint32Array, Uint32Array, Uint32Array, Uint32Array, Uint32Array];
	const cbor = new Cbor();
	for (const [at, term] of terms.entries()) {
		const own = places.get(term) ?? [];
		passages[at] = own.length;
		firsts[at] = (own[0] ?? 0) >>> PASSAGE_BITS;
		lasts[at] = (own.at(-1) ?? 0) >>> PASSAGE_BITS;
		let count = 0;
		for (let start = 0; start < own.length;) {
			const file = (own[start] ?? 0) >>> PASSAGE_BITS;
			let end = start;
			while (end < own.length && (own[end] ?? 0) >>> PASSAGE_BITS === file) end++;
			if (start > 0) cbor.array(3).number(file - ((own[start - 1] ?? 0) >>> PASSAGE_BITS));
			cbor.array(end - start);
			let before = 0;
			for (; start < end; start++) {
				const passage = (own[start] ?? 0) & ((1 << PASSAGE_BITS) - 1);
				cbor.number(passage - before);
				before = passage;
			}
			// No places in fields.
			cbor.array(0);
			count++;
		}
		counts[at] = count;
		ends[at] = cbor.length;
	}
	return { terms, passages, counts, firsts, lasts, ends, postings: cbor.done() };
}
