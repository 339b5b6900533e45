/**
 * Name the file of a page in a link within the site: `../a/1/#p2` becomes `../a/1/index.html#p2`. In the portable
 * edition no server does so. Links within a page stay as they are.
 */
export function portableLink(link: string): string {
	return link.replace(/^([^?#]*\/)(?=[?#]|$)/, '$1index.html');
}

/** What the portable edition says on the root element of its pages, `data-edition`. */
export const PORTABLE_EDITION = 'portable';
