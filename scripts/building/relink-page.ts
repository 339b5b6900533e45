/**
 * Make the addresses of bundled sheets and scripts in a page relative, so that the same file serves at a domain's
 * root and under any sub-path; pages write their own links relative already. The not-found page is served at any
 * depth: its addresses begin with `base`, the path of the archive's public address. `file` is the page's, from
 * the root of the site.
 */
export function relinkPage(html: string, file: string, base: string): string {
	if (file === '404.html')
		return html.replace(/(<[^<>]*\s(?:href|src|action)=")\/(?!\/)/g, `$1${base}`);
	const depth = file.split(/[\\/]/).length - 1;
	return html.replace(
		/(<(?:link|script)\b[^<>]*\s(?:href|src)=")\/(?=_astro\/)/g,
		`$1${'../'.repeat(depth) || './'}`,
	);
}
