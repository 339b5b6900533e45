/** How the address of a bundled file begins in a page, as the value of an attribute. */
const BUNDLED = '="/_astro/';
/** Where in that the address begins. */
const ADDRESS = 2;

/**
 * Make the addresses of bundled sheets and scripts in a page relative, so that the same file serves at a domain's
 * root and under any sub-path; pages write their own links relative already. The not-found page is served at any
 * depth: its addresses begin with `base`, the path of the archive's public address. `file` is the page's, from
 * the root of the site. Returns the page in pieces: to join them takes as long as to write them.
 */
export function relinkPage(html: string, file: string, base: string): string[] {
	if (file === '404.html')
		return [html.replace(/(<[^<>]*\s(?:href|src|action)=")\/(?!\/)/g, `$1${base}`)];
	const root = '../'.repeat(file.split(/[\\/]/).length - 1) || './';
	const pieces: string[] = [];
	let from = 0;
	for (let at = html.indexOf(BUNDLED); at !== -1; at = html.indexOf(BUNDLED, at + 1)) {
		const tag = html.slice(html.lastIndexOf('<', at), at);
		if (!/^<(?:link|script)\b[^>]*\s(?:href|src)$/.test(tag)) continue;
		pieces.push(html.slice(from, at + ADDRESS), root);
		// Without its slash.
		from = at + ADDRESS + 1;
	}
	return [...pieces, html.slice(from)];
}
