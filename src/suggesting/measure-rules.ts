import { dimensionOf, type TypeId } from '../model/typology.ts';
import { codePointLength, sliceCodePoints } from '../text/code-points.ts';
import type { Suggestion } from './suggestion.ts';

/** Whole numbers that precision and recall are divided out of. */
export type Counts = {
	/** Suggestions made. */
	suggested: number;
	/** Suggestions that share a word or a mark with a note, and with a note of the same dimension. */
	hits: number;
	sameDimension: number;
	/** Notes that a suggestion touches, and one of the same dimension. */
	found: number;
	foundSameDimension: number;
	/** Notes that were there to be found. */
	notes: number;
};

type Span = { start: number; end: number };
/** A note on a text; offsets are code points, `end` exclusive. */
export type NoteSpan = Span & { type: TypeId };

const noCounts: Counts = {
	suggested: 0,
	hits: 0,
	sameDimension: 0,
	found: 0,
	foundSameDimension: 0,
	notes: 0,
};

/** Hold suggestions on a text, each a group of those made in one place, against the notes on it. */
export function countHits(
	text: string,
	places: readonly (readonly Suggestion[])[],
	notes: readonly NoteSpan[],
): Counts {
	const touched = places.map((place) =>
		place.map((suggestion) => {
			const any = notes.filter((note) => sharesWord(text, suggestion, note));
			return { any, same: any.filter((note) => isSameDimension(suggestion, note)) };
		}),
	);
	const found = new Set(touched.flat().flatMap(({ any }) => any));
	const foundSame = new Set(touched.flat().flatMap(({ same }) => same));
	return {
		suggested: places.length,
		hits: touched.filter((place) => place.some(({ any }) => any.length > 0)).length,
		sameDimension: touched.filter((place) => place.some(({ same }) => same.length > 0)).length,
		found: found.size,
		foundSameDimension: foundSame.size,
		notes: notes.length,
	};
}

function isSameDimension(a: { type: TypeId }, b: { type: TypeId }): boolean {
	return dimensionOf(a.type) === dimensionOf(b.type);
}

/** Add counts of several texts up. */
export function sumCounts(parts: readonly Counts[]): Counts {
	const sum = { ...noCounts };
	for (const part of parts)
		for (const field of Object.keys(sum) as (keyof Counts)[]) sum[field] += part[field];
	return sum;
}

/** A rule calls what it finds likely at 80 % precision and 30 hits at least, else possible. */
export function confidenceOf({
	hits,
	suggested,
}: Pick<Counts, 'hits' | 'suggested'>): 'likely' | 'possible' {
	return hits >= 30 && hits / suggested >= 0.8 ? 'likely' : 'possible';
}

/**
 * Count how many of the places would touch a note if each were set down anywhere in the text at the same
 * number of words: what precision is worth is told by how far it exceeds this. `strict` counts notes of the
 * dimensions suggested in the place alone.
 */
export function expectByChance(
	text: string,
	places: readonly (readonly Suggestion[])[],
	notes: readonly NoteSpan[],
): { loose: number; strict: number } {
	const words = listWordSpans(text);
	const sharesOf = (ofNotes: readonly NoteSpan[]) => {
		const isNoted = words.map((word) => ofNotes.some((note) => overlap(note, word)));
		const known = new Map<number, number>();
		return (length: number) => {
			const share = known.get(length) ?? shareOfWindows(isNoted, length);
			known.set(length, share);
			return share;
		};
	};
	const anyNote = sharesOf(notes);
	const byDimensions = new Map<string, (length: number) => number>();
	let [loose, strict] = [0, 0];
	for (const place of places) {
		const length = words.filter((word) => place.some((span) => overlap(span, word))).length || 1;
		const dimensions = new Set(place.map(({ type }) => dimensionOf(type)));
		const key = [...dimensions].sort().join(' ');
		const own =
			byDimensions.get(key) ??
			sharesOf(notes.filter(({ type }) => dimensions.has(dimensionOf(type))));
		byDimensions.set(key, own);
		loose += anyNote(length);
		strict += own(length);
	}
	return { loose, strict };
}

/** The share of runs of `length` words of which at least one is noted. */
function shareOfWindows(isNoted: readonly boolean[], length: number): number {
	const windows = isNoted.length - length + 1;
	if (windows <= 0) return 1;
	let touching = 0;
	for (let at = 0; at < windows; at++)
		if (isNoted.slice(at, at + length).includes(true)) touching++;
	return touching / windows;
}

/** Make one suggestion of those that overlap: what several rules see in one place is one place to look at. */
export function mergePlaces(suggestions: readonly Suggestion[]): Suggestion[][] {
	const places: Suggestion[][] = [];
	let end = -1;
	for (const suggestion of suggestions.toSorted((a, b) => a.start - b.start)) {
		if (suggestion.start < end) places.at(-1)?.push(suggestion);
		else places.push([suggestion]);
		end = Math.max(end, suggestion.end);
	}
	return places;
}

function listWordSpans(text: string): Span[] {
	const spans: Span[] = [];
	let [point, unit] = [0, 0];
	for (const { 0: word, index } of text.matchAll(/[\p{L}\p{N}]+/gu)) {
		const start = point + codePointLength(text.slice(unit, index));
		spans.push({ start, end: start + codePointLength(word) });
		point = start;
		unit = index;
	}
	return spans;
}

function overlap(a: Span, b: Span): boolean {
	return a.start < b.end && b.start < a.end;
}

/** Say whether two spans have a word in common, or a mark where one of them has no word. */
function sharesWord(text: string, a: Span, b: Span): boolean {
	const start = Math.max(a.start, b.start);
	const end = Math.min(a.end, b.end);
	if (start >= end) return false;
	const hasWord = ({ start: from, end: to }: Span) =>
		/[\p{L}\p{N}]/u.test(sliceCodePoints(text, from, to));
	return hasWord({ start, end }) || !hasWord(a) || !hasWord(b);
}
