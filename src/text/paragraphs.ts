/**
 * Paragraphs of a captured text: p1, p2 … are its non-blank lines, in order. A line ends at LF, CRLF
 * or CR and at nothing else, so the numbering never depends on a reader's idea of a line.
 */
export type Paragraph = {
	/** 1 for p1. */
	number: number;
	text: string;
	/** Where the paragraph begins in the whole text, in UTF-16 code units. */
	startCodeUnit: number;
};

/** Split a captured text into its numbered paragraphs; every character of a non-blank line is kept. */
export function splitParagraphs(text: string): Paragraph[] {
	const paragraphs: Paragraph[] = [];
	for (const line of text.matchAll(/[^\r\n]+/g)) {
		if (line[0].trim() === '') continue;
		paragraphs.push({
			number: paragraphs.length + 1,
			text: line[0],
			startCodeUnit: line.index,
		});
	}
	return paragraphs;
}
