import type { Archive } from './authorities.ts';

/**
 * Give the public address of a path of the site, such as `/a/1/`. Returns nothing while the archive has no
 * public address: a false one is worse than none.
 */
export function publicAddress(path: string, site: Archive['site']): string | undefined {
	if (site === 'unset') return undefined;
	return new URL(path.slice(1), site.endsWith('/') ? site : `${site}/`).href;
}
