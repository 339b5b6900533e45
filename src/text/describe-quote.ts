import { splitsCharacter } from './code-points.ts';
import { countWords } from './count-words.ts';
import { listPlaces, type QuoteSelector } from './find-quote.ts';

/** What stands before and after a quote and tells it from its like; both empty where it needs neither. */
export type QuoteContext = { prefix: string; suffix: string };

export type ContextLimits = {
	/** No prefix and no suffix is longer, in UTF-16 code units. */
	contextLength?: number;
	/** Prefix, quote and suffix together have no more words. */
	maxWords?: number;
	/** Context is taken from this part of the text alone, [start, end) in UTF-16 code units. */
	within?: readonly [start: number, end: number];
};

/** A passage that stands more often is told by its occurrence: comparing all its places would take long. */
const MAX_COMPARED_PLACES = 10_000;

/**
 * Describe the place [start, end) of `text`, in UTF-16 code units, as a quote that `findQuote` finds again:
 * with the context that `describeContext` gives, or by its `occurrence` where no context is enough.
 */
export function describeQuote(
	text: string,
	startCodeUnit: number,
	endCodeUnit: number,
	limits: ContextLimits = {},
): QuoteSelector {
	const exact = text.slice(startCodeUnit, endCodeUnit);
	const context = describeContext(text, startCodeUnit, endCodeUnit, limits);
	if (!context) return { exact, occurrence: occurrenceAt(text, exact, startCodeUnit) };
	const { prefix, suffix } = context;
	return { exact, ...(prefix && { prefix }), ...(suffix && { suffix }) };
}

/**
 * Describe what must stand before and after [start, end) for it to be the only such place of `text`.
 *
 * The context is the shortest, word by word, that makes the quote unique, and empty where the quote is
 * unique by itself: a captured text is often someone else's, so no more of it is repeated than needed.
 * Returns nothing where no context within the limits is enough.
 */
export function describeContext(
	text: string,
	startCodeUnit: number,
	endCodeUnit: number,
	{ contextLength = 96, maxWords = Infinity, within = [0, text.length] }: ContextLimits = {},
): QuoteContext | undefined {
	const exact = text.slice(startCodeUnit, endCodeUnit);
	const places = listPlaces(text, { exact }, MAX_COMPARED_PLACES + 1);
	if (places.length > MAX_COMPARED_PLACES) return undefined;
	const rivals = places.filter((place) => place !== startCodeUnit);
	if (rivals.length === 0) return { prefix: '', suffix: '' };

	const prefixes = contextsBefore(text, startCodeUnit, contextLength, within[0]);
	const suffixes = contextsAfter(text, endCodeUnit, contextLength, within[1]);
	const shared = listSharedContext(text, startCodeUnit, endCodeUnit, rivals, {
		before: prefixes.at(-1)?.length ?? 0,
		after: suffixes.at(-1)?.length ?? 0,
	});
	for (const [wordsBefore, wordsAfter] of listByTotal(prefixes.length, suffixes.length)) {
		const prefix = prefixes[wordsBefore] ?? '';
		const suffix = suffixes[wordsAfter] ?? '';
		const isUnique = (shared[prefix.length] ?? -1) < suffix.length;
		if (isUnique && countWords(prefix + exact + suffix) <= maxWords) return { prefix, suffix };
	}
	return undefined;
}

/** List pairs of a number of words before and one after, the fewest together first, one side alone before both. */
function listByTotal(before: number, after: number): [before: number, after: number][] {
	const pairs = Array.from({ length: before }, (_, first) =>
		Array.from({ length: after }, (_, second): [number, number] => [first, second]),
	).flat();
	const isOnBothSides = ([first, second]: [number, number]) => Number(first > 0 && second > 0);
	return pairs.sort(
		(a, b) => a[0] + a[1] - b[0] - b[1] || isOnBothSides(a) - isOnBothSides(b) || b[0] - a[0],
	);
}

/**
 * List, for each length of prefix, how long a suffix some rival place still has in common; -1 where no
 * rival has that prefix.
 */
function listSharedContext(
	text: string,
	start: number,
	end: number,
	rivals: readonly number[],
	longest: { before: number; after: number },
): number[] {
	const shared = Array.from({ length: longest.before + 1 }, () => -1);
	for (const rival of rivals) {
		let before = 0;
		while (before < longest.before && isSame(text, start - before - 1, rival - before - 1))
			before++;
		let after = 0;
		const rivalEnd = rival + end - start;
		while (after < longest.after && isSame(text, end + after, rivalEnd + after)) after++;
		shared[before] = Math.max(shared[before] ?? -1, after);
		if (before === longest.before && after === longest.after) break;
	}
	// What has the longer prefix has the shorter one, too.
	for (let length = longest.before - 1; length >= 0; length--)
		shared[length] = Math.max(shared[length] ?? -1, shared[length + 1] ?? -1);
	return shared;
}

function isSame(text: string, codeUnit: number, other: number): boolean {
	return other >= 0 && other < text.length && text.charCodeAt(codeUnit) === text.charCodeAt(other);
}

/** List contexts that end at `end`, none and then each a word longer than the last. */
function contextsBefore(text: string, end: number, contextLength: number, from: number): string[] {
	const start = Math.min(end, Math.max(from, end - contextLength));
	const first = splitsCharacter(text, start) ? start + 1 : start;
	const window = text.slice(first, end);
	const starts = [...window.matchAll(/\S+\s*/gu)].map((word) => word.index).reverse();
	return withoutRepeats(['', ...starts.map((at) => window.slice(at)), window]);
}

/** List contexts that begin at `start`, none and then each a word longer than the last. */
function contextsAfter(text: string, start: number, contextLength: number, to: number): string[] {
	const end = Math.max(start, Math.min(to, start + contextLength));
	const window = text.slice(start, splitsCharacter(text, end) ? end - 1 : end);
	const ends = [...window.matchAll(/\s*\S+/gu)].map((word) => word.index + word[0].length);
	return withoutRepeats(['', ...ends.map((at) => window.slice(0, at)), window]);
}

function withoutRepeats(contexts: readonly string[]): string[] {
	return [...new Set(contexts)];
}

/** Count the places of `exact` up to the one that begins at `startCodeUnit`. */
function occurrenceAt(text: string, exact: string, startCodeUnit: number): number {
	const upToHere = text.slice(0, startCodeUnit + exact.length);
	return listPlaces(upToHere, { exact }).length;
}
