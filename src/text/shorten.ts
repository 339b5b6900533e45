import { onOneLine } from './one-line.ts';

/**
 * Shorten a text to at most `limit` UTF-16 code units, at the end of a word and with an ellipsis; a text that
 * fits stays as it is, but for white space, of which every stretch becomes one space.
 */
export function shorten(text: string, limit: number): string {
	const line = onOneLine(text).trim();
	if (line.length <= limit) return line;
	const start = line.slice(0, limit);
	// Of what follows the last word nothing is kept: a comma before the ellipsis would end nothing.
	const words =
		/^(.*\S)\s+\S*$/s.exec(start)?.[1] ?? start.slice(0, limit - 1).replace(/[\uD800-\uDBFF]$/, '');
	return `${words.replace(/[\s,;:.–—-]+$/, '')}…`;
}
