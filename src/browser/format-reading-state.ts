/** What a reader chose above the text, by the names of the switches; what is as the page comes is absent. */
export type ReadingState = Record<string, string>;

/** Write a place in the page and what was chosen as one fragment, with its `#`; empty where there is nothing. */
export function formatReadingState(hash: string, state: ReadingState): string {
	const { place } = parseReadingState(hash);
	const parts = [place, new URLSearchParams(state).toString()].filter(Boolean);
	if (parts.length === 0) return '';
	// Without a place the fragment begins with `&`, so that no id can be meant.
	return place ? `#${parts.join('&')}` : `#&${parts.join('&')}`;
}

/** Read a fragment back into its place and what was chosen. */
export function parseReadingState(hash: string): { place: string; state: ReadingState } {
	const [place = '', ...rest] = hash.replace(/^#/, '').split('&');
	return { place, state: Object.fromEntries(new URLSearchParams(rest.join('&'))) };
}
