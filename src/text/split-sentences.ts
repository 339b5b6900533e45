/** A sentence of a text; offsets are UTF-16 code units of that text, white space at its ends left out. */
export type Sentence = { startCodeUnit: number; endCodeUnit: number };

// Making one takes as long as splitting a paragraph.
const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/** Split a paragraph into its sentences by the Unicode rules for English (UAX 29). */
export function splitSentences(text: string): Sentence[] {
	const sentences: Sentence[] = [];
	for (const { segment, index } of segmenter.segment(text)) {
		const { length } = segment.trimEnd();
		const leading = segment.length - segment.trimStart().length;
		if (length > 0) sentences.push({ startCodeUnit: index + leading, endCodeUnit: index + length });
	}
	return sentences;
}
