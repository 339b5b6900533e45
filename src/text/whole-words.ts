/** A word as a reader hears it: letters and digits with their accents, joined by an inner hyphen or apostrophe. */
const WORD = /[\p{L}\p{N}\p{M}]+(?:['’‐-][\p{L}\p{N}\p{M}]+)*/gu;
/** What stands around an end inside a word, or half of it. Few ends stand in one. */
const MAY_BE_INSIDE = /^[\p{L}\p{N}\p{M}\p{Surrogate}'’‐-]{1,2}$/u;

/** A stretch of a text, in UTF-16 code units, `end` exclusive. */
type Stretch = { startCodeUnit: number; endCodeUnit: number };

/**
 * Widen stretches of `text` to the words that their ends stand in, so that what is put before or after one
 * never parts a word. An end that stands between words stays where it is.
 */
export function widenToWords<Of extends Stretch>(text: string, stretches: readonly Of[]): Of[] {
	const wordAround = (codeUnit: number) => {
		if (!MAY_BE_INSIDE.test(text.slice(Math.max(codeUnit - 1, 0), codeUnit + 1))) return undefined;
		// No word has a space in it.
		const from = text.lastIndexOf(' ', codeUnit) + 1;
		const until = text.indexOf(' ', codeUnit);
		for (const { 0: word, index } of text
			.slice(from, until === -1 ? text.length : until)
			.matchAll(WORD)) {
			const start = from + index;
			const end = start + word.length;
			if (start < codeUnit && codeUnit < end) return { start, end };
		}
		return undefined;
	};
	return stretches.map((stretch) => ({
		...stretch,
		startCodeUnit: wordAround(stretch.startCodeUnit)?.start ?? stretch.startCodeUnit,
		endCodeUnit: wordAround(stretch.endCodeUnit)?.end ?? stretch.endCodeUnit,
	}));
}
