const rooms = [
	['Articles', '#articles'],
	['Notes', 'notes/'],
	['Types', 'types/'],
	['Terms', 'terms/'],
	['Events', 'events/'],
	['Quality', 'quality/'],
	['Search', 'search/'],
] as const;

/** Written once for each depth that pages stand at. */
const written = new Map<string, string>();

/** Write the items of the main navigation, as links of a page from which the site’s root is `root`: `../../`. */
export function roomsHtml(root: string): string {
	const html =
		written.get(root) ??
		` ${rooms.map(([label, path]) => `<li> <a href="${root}${path}">${label}</a> </li>`).join('')} `;
	written.set(root, html);
	return html;
}
