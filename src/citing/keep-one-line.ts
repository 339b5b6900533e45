/** Letters and signs of which none is left out, parted by single spaces: such a text stays as it is. */
const PLAIN =
	/^[!-~\u00a1-\u024f\u0370-\u058f\u2010-\u2027]+(?: [!-~\u00a1-\u024f\u0370-\u058f\u2010-\u2027]+)*$/;

/**
 * Set a text on one line: ends of line, tabs and other controls become spaces, and marks that would turn the
 * direction of the words after them are left out.
 */
export function keepOneLine(text: string): string {
	if (PLAIN.test(text)) return text;
	return text
		.toWellFormed()
		.replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufeff\ufffe\uffff]/g, '')
		.replace(/[\p{Cc}\s]+/gu, ' ')
		.trim();
}
