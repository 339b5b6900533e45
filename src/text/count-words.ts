/** Count words: runs of letters and digits with their accents, joined by an inner hyphen or apostrophe. */
export function countWords(text: string): number {
	return (
		text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:[’'-][\p{L}\p{N}][\p{L}\p{N}\p{M}]*)*/gu)
			?.length ?? 0
	);
}

/** List the words of `text` in lower case, as runs of letters and digits with their accents. */
export function listWords(text: string): string[] {
	return text.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu) ?? [];
}
