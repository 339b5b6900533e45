/**
 * A word of a text as the search compares it, and where it stands: [start, end) in UTF-16 units. `word` is
 * folded, `written` as the text has it.
 */
export type Token = { word: string; written: string; start: number; end: number };

/** What a word may be interrupted by and stay one word: soft hyphens and characters of no width. */
const INVISIBLE = '\u00AD\u200B-\u200D\u2060\uFEFF';
/** Superior numbers are no part of a word: they are marks of footnotes. */
const SUPERIOR = '[\u00B2\u00B3\u00B9\u2070\u2074-\u2079]';
const WORD = new RegExp(
	`[[\\p{L}\\p{N}]--${SUPERIOR}](?:[${INVISIBLE}]*[[\\p{L}\\p{N}\\p{M}]--${SUPERIOR}])*`,
	'gv',
);
const INVISIBLES = new RegExp(`[${INVISIBLE}]`, 'gu');

/** Letters that are one character with their mark and that Unicode does not take apart. */
const barred: Readonly<Record<string, string>> = {
	đ: 'd',
	ł: 'l',
	ø: 'o',
	ß: 'ss',
	æ: 'ae',
	œ: 'oe',
	ı: 'i',
};

/**
 * Read the words of a text in their order. Letters and digits make words; apostrophes, hyphens, dashes and all
 * other characters part them, so that it never matters which apostrophe or dash was written.
 */
export function readTokens(text: string): Token[] {
	return Array.from(text.matchAll(WORD), ({ 0: written, index }) => ({
		word: foldWord(written),
		written,
		start: index,
		end: index + written.length,
	}));
}

/** List the words of a text as they are written, in their order. */
export function listWritten(text: string): string[] {
	return text.match(WORD) ?? [];
}

/** Fold a stretch of text for comparison: its words with a space between. */
export function foldWords(text: string): string {
	return readTokens(text)
		.map(({ word }) => word)
		.join(' ');
}

/** Fold a word for comparison: no capitals, no marks on letters; й is и and ё is е. */
export function foldWord(word: string): string {
	if (/^[\dA-Za-z]*$/.test(word)) return word.toLowerCase();
	return word
		.toLowerCase()
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.replace(INVISIBLES, '')
		.replace(/[đłøßæœı]/gu, (letter) => barred[letter] ?? letter);
}
