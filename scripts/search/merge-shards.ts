import { createHash } from 'node:crypto';
import { INDEX_END } from '../../src/search/open-index.ts';
import type { Shard } from './make-shard.ts';
import { Cbor, packCbor, type ChunkName } from './pagefind-format.ts';

/** A file of words is of no more postings than this, in bytes before they are packed, but for one term’s own. */
const CHUNK_LENGTH = 75_000;
/** What a term of a shard takes beside its postings, in bytes, about. */
const TERM_LENGTH = 3;

/** A file of words: the terms in it, and its bytes. */
export type Chunk = ChunkName & { bytes: Uint8Array };
/** Gives what was made of the same before, or makes it. */
export type Keep = (key: string, make: () => Uint8Array) => Uint8Array;

/** A term in more passages than this is common. */
const COMMON = 20_000;

/** List the terms that are common, sorted. */
export function listCommon(shards: readonly Shard[]): string[] {
	// In one shard at least such a term stands as often as it does in all on average.
	const often = shards.flatMap(({ terms, passages }) =>
		terms.filter((_, at) => (passages[at] ?? 0) > COMMON / shards.length),
	);
	const totals = new Map(often.map((term) => [term, 0]));
	for (const { terms, passages } of shards)
		for (const [at, term] of terms.entries()) {
			const total = totals.get(term);
			if (total !== undefined) totals.set(term, total + (passages[at] ?? 0));
		}
	return [...totals].flatMap(([term, total]) => (total > COMMON ? [term] : [])).sort();
}

/** Terms that stand side by side: of each shard those from `starts` to before `ends`. */
type Range = { starts: number[]; ends: number[] };

/**
 * Merge the words of all shards into files as Pagefind reads them. Where a file begins depends on what is in it
 * and its neighbours alone, and a file is asked of `keep` by all that it is made of: when little changes, little
 * is made again.
 */
export function mergeShards(shards: readonly Shard[], keep: Keep): Chunk[] {
	const whole = { starts: shards.map(() => 0), ends: shards.map(({ terms }) => terms.length) };
	const bases: number[] = [];
	shards.reduce((base, { files }, at) => ((bases[at] = base), base + files.length), 0);
	return putTogether(shards, divide(shards, whole, 0)).map((range) =>
		chunkOf(shards, range, bases, keep),
	);
}

/**
 * Divide terms that begin with the same `depth` letters into ranges of no more than `CHUNK_LENGTH`, by their next
 * letters: where a range begins never depends on how long those before it are.
 */
function* divide(shards: readonly Shard[], range: Range, depth: number): Generator<Range> {
	for (const [letter, part] of partByLetter(shards, range, depth))
		// Where all letters are the same it is one term, however often it stands.
		if (letter === '' || lengthOf(shards, part) <= CHUNK_LENGTH) yield part;
		else yield* divide(shards, part, depth + 1);
}

/** Put neighbours together as far as they fit. */
function putTogether(shards: readonly Shard[], ranges: Iterable<Range>): Range[] {
	const together: Range[] = [];
	let length = Infinity;
	for (const range of ranges) {
		const own = lengthOf(shards, range);
		const last = together.at(-1);
		if (last && length + own <= CHUNK_LENGTH) {
			last.ends = range.ends;
			length += own;
		} else {
			together.push({ ...range });
			length = own;
		}
	}
	return together;
}

function lengthOf(shards: readonly Shard[], { starts, ends }: Range): number {
	let length = 0;
	for (const [at, shard] of shards.entries()) {
		const start = starts[at] ?? 0;
		const end = ends[at] ?? 0;
		if (start === end) continue;
		length += (shard.ends[end - 1] ?? 0) - startOf(shard, start) + (end - start) * TERM_LENGTH;
	}
	return length;
}

/** Part a range by the letter at `depth`, in the order of letters; first those terms that have none there. */
function partByLetter(shards: readonly Shard[], { starts, ends }: Range, depth: number) {
	const letters = new Set<string>();
	const bounds = shards.map(({ terms }, at) => {
		const found = new Map<string, number>();
		for (let start = starts[at] ?? 0; start < (ends[at] ?? 0);) {
			const letter = terms[start]?.charAt(depth) ?? '';
			let end = ends[at] ?? 0;
			for (let low = start; low < end;) {
				const middle = (low + end) >>> 1;
				if ((terms[middle]?.charAt(depth) ?? '') > letter) end = middle;
				else low = middle + 1;
			}
			letters.add(letter);
			found.set(letter, end);
			start = end;
		}
		return found;
	});
	let before = starts;
	return [...letters].sort().map((letter): [string, Range] => {
		const after = before.map((start, at) => bounds[at]?.get(letter) ?? start);
		const part = { starts: before, ends: after };
		before = after;
		return [letter, part];
	});
}

function chunkOf(
	shards: readonly Shard[],
	{ starts, ends }: Range,
	bases: readonly number[],
	keep: Keep,
): Chunk {
	const hash = createHash('sha256');
	let from: string | undefined;
	let to = '';
	for (const [at, shard] of shards.entries()) {
		const [start, end] = [starts[at] ?? 0, ends[at] ?? 0];
		if (start === end) continue;
		const terms = shard.terms.slice(start, end);
		const [first = '', last = ''] = [terms[0], terms.at(-1)];
		if (from === undefined || first < from) from = first;
		if (last > to) to = last;
		hash.update(`${bases[at] ?? 0} ${terms.join(' ')} `);
		for (const column of [shard.counts, shard.firsts, shard.lasts])
			hash.update(column.subarray(start, end));
		hash.update(shard.postings.subarray(startOf(shard, start), shard.ends[end - 1]));
	}
	const bytes = keep(hash.digest('hex'), () => writeChunk(shards, { starts, ends }, bases));
	return {
		from: `${from ?? ''}${INDEX_END}`,
		to: to + INDEX_END,
		hash: `unknown_${createHash('sha256').update(bytes).digest('hex').slice(0, 10)}`,
		bytes,
	};
}

function writeChunk(
	shards: readonly Shard[],
	{ starts, ends }: Range,
	bases: readonly number[],
): Uint8Array {
	const held = new Map<string, { shard: Shard; base: number; at: number }[]>();
	for (const [index, shard] of shards.entries())
		for (let at = starts[index] ?? 0; at < (ends[index] ?? 0); at++) {
			const term = shard.terms[at] ?? '';
			const own = { shard, base: bases[index] ?? 0, at };
			const known = held.get(term);
			if (known) known.push(own);
			else held.set(term, [own]);
		}
	const cbor = new Cbor().array(1).array(held.size);
	for (const term of [...held.keys()].sort()) {
		const parts = held.get(term) ?? [];
		const files = parts.reduce((sum, { shard, at }) => sum + (shard.counts[at] ?? 0), 0);
		cbor
			.array(3)
			.text(term + INDEX_END)
			.array(files);
		let before = 0;
		for (const { shard, base, at } of parts) {
			cbor.array(3).number(base + (shard.firsts[at] ?? 0) - before);
			cbor.raw(shard.postings.subarray(startOf(shard, at), shard.ends[at]));
			before = base + (shard.lasts[at] ?? 0);
		}
		// No other spellings.
		cbor.array(0);
	}
	return packCbor(cbor);
}

function startOf({ ends }: Shard, at: number): number {
	return at === 0 ? 0 : (ends[at - 1] ?? 0);
}
