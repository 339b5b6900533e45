import { archiveSchema, type Archive } from './authorities.ts';

/**
 * Give the archive with the public address that the environment names instead of its own, where it names one.
 * Throws where that is no address of a site.
 */
export function overrideSite(archive: Archive, site: string | undefined): Archive {
	if (!site) return archive;
	const fault = findSiteFault(site);
	if (fault !== undefined) throw new Error(fault);
	return { ...archive, site };
}

/** Say what is wrong with an address that the environment names; nothing where it is one of a site. */
export function findSiteFault(site: string): string | undefined {
	if (archiveSchema.shape.site.safeParse(site).success) return undefined;
	return `SITE_URL is “${site}”, which is no public address of a site. Set it to one such as https://example.org/, or to unset.`;
}

/**
 * Give the public address of a path of the site, such as `/a/1/`. Returns nothing while the archive has no
 * public address: a false one is worse than none.
 */
export function publicAddress(path: string, site: Archive['site']): string | undefined {
	if (site === 'unset') return undefined;
	return new URL(path.slice(1), site.endsWith('/') ? site : `${site}/`).href;
}
