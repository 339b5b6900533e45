import { distance } from 'fastest-levenshtein';

/** A passage that resembles a quote which was not found; `startCodeUnit` counts UTF-16 code units. */
export type QuoteSuggestion = { passage: string; startCodeUnit: number; similarity: number };

/** No passage is offered that shares less than this with the quote. */
const MIN_SIMILARITY = 0.5;

/**
 * Suggest the passages of `text` that are nearest to `quote`, best first. Windows of about as many words
 * are compared by Levenshtein distance; `similarity` is 1 for equal text, 0 for nothing in common.
 */
export function suggestQuotes(text: string, quote: string, count = 3): QuoteSuggestion[] {
	const words = [...text.matchAll(/\S+/gu)];
	const quoteWords = quote.match(/\S+/gu)?.length ?? 0;
	const candidates: QuoteSuggestion[] = [];
	for (const size of [quoteWords - 1, quoteWords, quoteWords + 1]) {
		if (size < 1) continue;
		for (let first = 0; first + size <= words.length; first++) {
			const from = words[first];
			const to = words[first + size - 1];
			if (!from || !to) continue;
			const passage = text.slice(from.index, to.index + to[0].length);
			const similarity = 1 - distance(passage, quote) / Math.max(passage.length, quote.length);
			if (similarity >= MIN_SIMILARITY)
				candidates.push({ passage, startCodeUnit: from.index, similarity });
		}
	}
	candidates.sort((a, b) => b.similarity - a.similarity || a.startCodeUnit - b.startCodeUnit);
	return withoutOverlaps(candidates).slice(0, count);
}

/** Keep the best of candidates that overlap, so that three suggestions are three places. */
function withoutOverlaps(candidates: QuoteSuggestion[]): QuoteSuggestion[] {
	const kept: QuoteSuggestion[] = [];
	for (const candidate of candidates) {
		const end = candidate.startCodeUnit + candidate.passage.length;
		const overlaps = kept.some(
			(other) =>
				candidate.startCodeUnit < other.startCodeUnit + other.passage.length &&
				other.startCodeUnit < end,
		);
		if (!overlaps) kept.push(candidate);
		if (kept.length >= 10) break;
	}
	return kept;
}
