import { countEdits } from './count-edits.ts';

/** A page of the site: its address from the root, and its title. */
export type ListedPage = { path: string; title: string };

/**
 * List the pages whose addresses are nearest to one that nothing stands at, the nearest first. Letter case,
 * missing and extra slashes, `index.html` and percent-encoding are no difference. Of pages that are equally
 * near, those come first that begin with the same characters, and then those of the shortest address.
 */
export function suggestPages(asked: string, pages: readonly ListedPage[], limit = 5): ListedPage[] {
	const typed = comparable(asked);
	return pages
		.map((page) => {
			const path = comparable(page.path);
			return { page, path, edits: distanceOf(typed, path), shared: sharedStart(typed, path) };
		})
		.sort(
			(a, b) =>
				a.edits - b.edits ||
				b.shared - a.shared ||
				a.path.length - b.path.length ||
				(a.path < b.path ? -1 : 1),
		)
		.slice(0, limit)
		.map(({ page }) => page);
}

/**
 * Tell how far two addresses are apart: as a whole, where a slip may have added or removed a slash, or segment
 * by segment, where a folder too many or too few is one slip and not all its letters.
 */
function distanceOf(typed: string, path: string): number {
	return Math.min(countEdits(Array.from(typed), Array.from(path)), segmentDistance(typed, path));
}

/** What a segment too many or too few costs; more than one slip of the keyboard, less than a word. */
const SEGMENT_COST = 2.5;

function segmentDistance(typed: string, path: string): number {
	return countEdits(typed.split('/'), path.split('/'), {
		gap: () => SEGMENT_COST,
		change: (from, to) => countEdits(Array.from(from), Array.from(to)),
	});
}

function comparable(path: string): string {
	return decode(path)
		.toLowerCase()
		.replace(/[?#].*$/s, '')
		.replace(/(?:^|\/)index(?:\.html?)?$|\.html?$/, '')
		.replace(/\/+/g, '/')
		.replace(/^\/|\/$/g, '');
}

function decode(path: string): string {
	try {
		return decodeURIComponent(path);
	} catch {
		return path;
	}
}

function sharedStart(a: string, b: string): number {
	const limit = Math.min(a.length, b.length);
	let length = 0;
	while (length < limit && a[length] === b[length]) length++;
	return length;
}
