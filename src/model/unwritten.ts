/** What stands where the editors have not written yet. It is shown to readers as it is, and nothing with it is released. */
export const UNWRITTEN = '[Not written yet.]';

/** Say whether a text is still to be written; words may follow the mark. */
export function isUnwritten(text: string): boolean {
	return text.startsWith(UNWRITTEN);
}
