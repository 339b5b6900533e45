import { gzipSync } from 'node:zlib';

/**
 * Files of an index as Pagefind 1.6 reads them: CBOR behind a signature, packed (pagefind_web/src/index.rs and
 * metadata.rs in its sources). A page of it is one of our files of texts, a location in a page a passage.
 */

/** The minor version of Pagefind whose files these are. */
export const FORMAT = '1.6';
const SIGNATURE = 'pagefind_dcd';

/** A growing piece of CBOR: only what an index is made of, in the shortest form. */
export class Cbor {
	#bytes = Buffer.allocUnsafe(1 << 16);
	#length = 0;

	get length(): number {
		return this.#length;
	}

	/** Write a whole number from 0. */
	number(value: number): this {
		if (value >= 24 || this.#length === this.#bytes.length) return this.#head(0x00, value);
		this.#bytes[this.#length++] = value;
		return this;
	}

	/** Begin an array of as many items as will follow. */
	array(length: number): this {
		return this.#head(0x80, length);
	}

	text(value: string): this {
		const bytes = Buffer.byteLength(value);
		this.#head(0x60, bytes);
		this.#reserve(bytes);
		this.#length += this.#bytes.write(value, this.#length);
		return this;
	}

	/** Put in what is CBOR already. */
	raw(bytes: Uint8Array): this {
		this.#reserve(bytes.length);
		this.#bytes.set(bytes, this.#length);
		this.#length += bytes.length;
		return this;
	}

	/** What was written, a copy. */
	done(): Buffer {
		return Buffer.from(this.#bytes.subarray(0, this.#length));
	}

	#head(kind: number, value: number): this {
		this.#reserve(5);
		if (value < 24) this.#bytes[this.#length++] = kind | value;
		else if (value < 0x100) {
			this.#bytes[this.#length++] = kind | 24;
			this.#bytes[this.#length++] = value;
		} else if (value < 0x10000) {
			this.#bytes[this.#length++] = kind | 25;
			this.#length = this.#bytes.writeUInt16BE(value, this.#length);
		} else {
			this.#bytes[this.#length++] = kind | 26;
			this.#length = this.#bytes.writeUInt32BE(value, this.#length);
		}
		return this;
	}

	#reserve(bytes: number): void {
		if (this.#length + bytes <= this.#bytes.length) return;
		const larger = Buffer.allocUnsafe(2 * (this.#length + bytes));
		this.#bytes.copy(larger, 0, 0, this.#length);
		this.#bytes = larger;
	}
}

/** Pack a file of the index; with a higher level it would be shorter by a fifth of a percent, in twice the time. */
export function packCbor(cbor: Cbor): Buffer {
	return gzipSync(Buffer.concat([Buffer.from(SIGNATURE), cbor.done()]), { level: 6, memLevel: 9 });
}

/** A file of the index of words: the terms in it are from the one to the other. */
export type ChunkName = { from: string; to: string; hash: string };

/** Write the list of an index’s pages, by their names, and of its files of words. */
export function metaOf(
	version: string,
	pages: readonly string[],
	chunks: readonly ChunkName[],
): Buffer {
	const cbor = new Cbor().array(6).text(version).array(pages.length);
	// All of one length, since Pagefind’s ranking has no part in ours; and in no group of fragments.
	for (const name of pages) cbor.array(3).text(name).number(1).text('');
	cbor.array(chunks.length);
	for (const { from, to, hash } of chunks) cbor.array(3).text(from).text(to).text(hash);
	// No filters, no orders and no fields: the search reads those from the texts.
	return packCbor(cbor.array(0).array(0).array(0));
}
