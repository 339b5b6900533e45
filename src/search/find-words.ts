import { readTokens } from './read-tokens.ts';

/**
 * Find where in a text stands what a search found: each of `sought` is a word or words side by side, however
 * they are written. Places are [start, end) in UTF-16 units, in the order of the text.
 */
export function findWords(
	text: string,
	sought: readonly string[],
): { start: number; end: number }[] {
	const tokens = readTokens(text);
	const sequences = sought.map(readTokens).filter(({ length }) => length > 0);
	return tokens.flatMap(({ start }, at) =>
		sequences.flatMap((words) => {
			const isHere = words.every(({ word }, index) => word === tokens[at + index]?.word);
			const last = tokens[at + words.length - 1];
			return isHere && last ? [{ start, end: last.end }] : [];
		}),
	);
}
