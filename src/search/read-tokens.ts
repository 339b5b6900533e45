/**
 * A word of a text as the search compares it, and where it stands: [start, end) in UTF-16 units. `word` is
 * folded, `written` as the text has it.
 */
export type Token = { word: string; written: string; start: number; end: number };

/** What a word may be interrupted by and stay one word: soft hyphens and characters of no width. */
const INVISIBLE = '\u00AD\u200B-\u200D\u2060\uFEFF';
const WORD = new RegExp(`[\\p{L}\\p{N}](?:[${INVISIBLE}]*[\\p{L}\\p{N}\\p{M}])*`, 'gu');
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

/** Fold a word for comparison: no capitals, no marks on letters; й is и and ё is е. */
export function foldWord(word: string): string {
	return word
		.toLowerCase()
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.replace(INVISIBLES, '')
		.replace(/[đłøßæœı]/gu, (letter) => barred[letter] ?? letter);
}
