/**
 * Find the root of the site from the address of one of its scripts, `…/_astro/name.js`: the one sure sign of
 * where the site stands on a page that is served at any depth. Ends with a slash; `/` where there is no sign.
 */
export function siteRootOf(script: string): string {
	return /^(.*\/)_astro\/[^/]*$/.exec(new URL(script).pathname)?.[1] ?? '/';
}
