/**
 * A line of a concordance: the words meant, with the words around them. The three parts joined are a stretch
 * of the text, but for what is covered.
 */
export type KeywordLine = {
	before: string;
	keyword: string;
	after: string;
	/** Whether the text goes on beyond `before` and `after`. */
	isCutBefore: boolean;
	isCutAfter: boolean;
};

/** A stretch of a text, in UTF-16 code units, `end` exclusive. */
export type Stretch = { startCodeUnit: number; endCodeUnit: number };

/** What is shown in place of covered characters. */
const COVER = '[masked]';

/**
 * Take `keyword` out of `text` with at most `count` words on each side. Words are parted by white space; a
 * lone dash or quotation mark counts as none and comes along. Whatever lies in a stretch of `covered` is
 * shown as covered, also where the keyword begins or ends inside it.
 */
export function keywordInContext(
	text: string,
	{ startCodeUnit, endCodeUnit }: Stretch,
	count: number,
	covered: readonly Stretch[] = [],
): KeywordLine {
	const allBefore = sliceCovered(text, 0, startCodeUnit, covered);
	const allAfter = sliceCovered(text, endCodeUnit, text.length, covered);
	const before = lastWords(allBefore, count);
	const after = firstWords(allAfter, count);
	return {
		before,
		keyword: sliceCovered(text, startCodeUnit, endCodeUnit, covered),
		after,
		isCutBefore: before.trim() !== allBefore.trim(),
		isCutAfter: after.trim() !== allAfter.trim(),
	};
}

function lastWords(text: string, count: number): string {
	const starts = listWords(text).map(({ start }) => start);
	if (starts.length <= count) return text;
	return count === 0 ? '' : text.slice(starts.at(-count));
}

function firstWords(text: string, count: number): string {
	const ends = listWords(text).map(({ end }) => end);
	if (ends.length <= count) return text;
	return count === 0 ? '' : text.slice(0, ends[count - 1]);
}

function listWords(text: string): { start: number; end: number }[] {
	return [...text.matchAll(/\S+/g)]
		.filter(([word]) => /[\p{L}\p{N}]/u.test(word))
		.map(({ 0: word, index }) => ({ start: index, end: index + word.length }));
}

function sliceCovered(text: string, from: number, to: number, covered: readonly Stretch[]): string {
	let shown = '';
	let at = from;
	for (const { startCodeUnit, endCodeUnit } of covered.toSorted(
		(a, b) => a.startCodeUnit - b.startCodeUnit,
	)) {
		const start = Math.max(at, startCodeUnit);
		const end = Math.min(to, endCodeUnit);
		if (start >= end) continue;
		shown += text.slice(at, start) + COVER;
		at = end;
	}
	return shown + text.slice(at, to);
}
