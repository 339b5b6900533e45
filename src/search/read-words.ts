/**
 * Files of the index of words: CBOR behind a signature, as Pagefind 1.6 reads them (`pagefind_web/src/index.rs` in its
 * sources) and `scripts/search/pagefind-format.ts` writes them. They are read here without Pagefind's engine, which
 * ranks and lists all that a term is in, where a search wants the places alone: of a word in ten thousand passages
 * that took it a second.
 */

/** A place is a number: that of a file of texts, and behind it in so many bits that of a passage in it. */
const PASSAGES = 2 ** 20;

export const placeAt = (file: number, passage: number): number => file * PASSAGES + passage;
export const fileOfPlace = (place: number): number => Math.floor(place / PASSAGES);
export const passageOfPlace = (place: number): number => place % PASSAGES;

const SIGNATURE = 'pagefind_dcd';
const decoder = new TextDecoder();

/** The words of one file. */
export type Words = {
	/** Sorted. */
	terms: readonly string[];
	/** Tell the places of a term, or of all that begin with it; none of a term that is not there. */
	placesOf: (term: string, isBeginning: boolean) => number[];
};

/** Read an unpacked file of words. Throws where it is not written as such a file. */
export function readWords(bytes: Uint8Array): Words {
	const signature = decoder.decode(bytes.subarray(0, SIGNATURE.length));
	if (signature !== SIGNATURE) throw new Error('This is no file of words.');
	const cbor = new CborReader(bytes, SIGNATURE.length);
	cbor.array();
	const terms: string[] = [];
	/** Where the places of each term begin. */
	const starts: number[] = [];
	for (let left = cbor.array(); left > 0; left--) {
		cbor.array();
		terms.push(cbor.text());
		starts.push(cbor.at);
		skipPlaces(cbor);
	}
	return {
		terms,
		placesOf: (term, isBeginning) => {
			const places: number[] = [];
			for (let at = lowerBound(terms, term); at < terms.length; at++) {
				const found = terms[at] ?? '';
				if (isBeginning ? !found.startsWith(term) : found !== term) break;
				readPlaces(new CborReader(bytes, starts[at] ?? 0), places);
			}
			return places;
		},
	};
}

function readPlaces(cbor: CborReader, places: number[]): void {
	let file = 0;
	for (let files = cbor.array(); files > 0; files--) {
		cbor.array();
		// Each number tells how far it is from the one before.
		file += cbor.number();
		let passage = 0;
		for (let left = cbor.array(); left > 0; left--) {
			passage += cbor.number();
			places.push(placeAt(file, passage));
		}
		cbor.array();
	}
}

/** Go past the places of a term, and past its other spellings, of which there are none. */
function skipPlaces(cbor: CborReader): void {
	for (let files = cbor.array(); files > 0; files--) {
		cbor.array();
		cbor.number();
		for (let left = cbor.array(); left > 0; left--) cbor.number();
		cbor.array();
	}
	cbor.array();
}

/** Find the first of sorted terms that is not before one. */
function lowerBound(terms: readonly string[], term: string): number {
	let [low, high] = [0, terms.length];
	while (low < high) {
		const middle = (low + high) >>> 1;
		if ((terms[middle] ?? '') < term) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** Reads what an index is made of: whole numbers from 0, texts, and the lengths of arrays. */
class CborReader {
	readonly #bytes: Uint8Array;
	at: number;

	constructor(bytes: Uint8Array, at: number) {
		this.#bytes = bytes;
		this.at = at;
	}

	number(): number {
		return this.#head(0x00);
	}

	/** Read the head of an array; returns how many items follow. */
	array(): number {
		return this.#head(0x80);
	}

	text(): string {
		const length = this.#head(0x60);
		const start = this.at;
		this.at += length;
		return decoder.decode(this.#bytes.subarray(start, this.at));
	}

	#head(kind: number): number {
		const head = this.#byte();
		const value = head - kind;
		if (value >= 0 && value < 24) return value;
		const length = value - 24;
		if (length < 0 || length > 2) throw new Error('A file of words is not as the search knows it.');
		let read = 0;
		for (let left = 2 ** length; left > 0; left--) read = read * 0x100 + this.#byte();
		return read;
	}

	#byte(): number {
		const byte = this.#bytes[this.at++];
		if (byte === undefined) throw new Error('A file of words ends too soon.');
		return byte;
	}
}
