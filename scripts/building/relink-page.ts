/** How the address of a bundled file begins in a page, as the value of an attribute. */
const BUNDLED = Buffer.from('="/_astro/');
/** Where in that the address begins. */
const ADDRESS = 2;
const TAG_START = '<'.charCodeAt(0);

/**
 * Make the addresses of bundled sheets and scripts in a page relative, so that the same file serves at a domain's
 * root and under any sub-path; pages write their own links relative already. The not-found page is served at any
 * depth: its addresses begin with `base`, the path of the archive's public address. `file` is the page's, from
 * the root of the site; the page is given and returned as the bytes of its HTML in UTF-8.
 */
export function relinkPage(html: Buffer, file: string, base: string): Buffer {
	if (file === '404.html') {
		const page = html.toString();
		return Buffer.from(page.replace(/(<[^<>]*\s(?:href|src|action)=")\/(?!\/)/g, `$1${base}`));
	}
	const depth = file.split(/[\\/]/).length - 1;
	const root = Buffer.from('../'.repeat(depth) || './');
	const pieces: Buffer[] = [];
	let from = 0;
	for (let at = html.indexOf(BUNDLED); at !== -1; at = html.indexOf(BUNDLED, at + 1)) {
		const tag = html.toString('latin1', html.lastIndexOf(TAG_START, at), at);
		if (!/^<(?:link|script)\b[^>]*\s(?:href|src)$/.test(tag)) continue;
		pieces.push(html.subarray(from, at + ADDRESS), root);
		// Without its slash.
		from = at + ADDRESS + 1;
	}
	return Buffer.concat([...pieces, html.subarray(from)]);
}
