/**
 * Make a function that writes links relative to `page`, so that the same HTML serves at a domain's root
 * and under any sub-path. Paths are given from the site's root: `/a/1/#p2`.
 *
 * The not-found page is served at any depth, so its links stay absolute.
 */
export function linkFrom(page: URL): (path: string) => string {
	const { pathname } = page;
	if (lastPage?.pathname !== pathname) lastPage = { pathname, link: linkFromPath(pathname) };
	return lastPage.link;
}

/** Every part of a page asks for the same. */
let lastPage: { pathname: string; link: (path: string) => string } | undefined;

function linkFromPath(pathname: string): (path: string) => string {
	if (/^\/404(?:\.html|\/)?$/.test(pathname)) return (path) => path;
	const depth = pathname.split('/').length - 2;
	const root = depth > 0 ? '../'.repeat(depth) : './';
	return (path) => (path.startsWith('/') ? root + path.slice(1) : path);
}

/** Rewrite the root-absolute links of HTML that was rendered apart from any page. */
export function relinkHtml(html: string, page: URL): string {
	const link = linkFrom(page);
	return html.replace(
		/(<a [^>]*?href=")(\/[^"/][^"]*|\/)(")/g,
		(_match, before: string, path: string, after: string) => before + link(path) + after,
	);
}
