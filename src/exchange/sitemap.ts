import type { Archive } from '../model/authorities.ts';
import { publicAddress } from '../model/public-address.ts';
import { formatXml, xml } from './xml.ts';

/** A page that search engines may show; `modified` is the day on which its content last changed, if known. */
export type SitemapPage = { path: string; modified?: string | undefined };

/** No sitemap may have more. */
const MAX_PAGES = 50_000;

/**
 * Write a sitemap (sitemaps.org, 0.9) of canonical pages, in their order. Returns nothing while the archive
 * has no public address, since a sitemap holds nothing else. Throws where there are more pages than one may have.
 */
export function writeSitemap(
	pages: readonly SitemapPage[],
	site: Archive['site'],
): string | undefined {
	if (pages.length > MAX_PAGES)
		throw new Error(`A sitemap may have ${MAX_PAGES} pages; there are ${pages.length}.`);
	const urls = pages.flatMap(({ path, modified }) => {
		const loc = publicAddress(path, site);
		return loc === undefined ? [] : [{ loc, modified }];
	});
	if (urls.length === 0) return undefined;
	return formatXml(
		xml(
			'urlset',
			{ xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9' },
			...urls.map(({ loc, modified }) =>
				xml(
					'url',
					{},
					xml('loc', {}, loc),
					modified === undefined ? undefined : xml('lastmod', {}, modified),
				),
			),
		),
	);
}
