import type { Archive } from '../model/authorities.ts';
import { publicAddress } from '../model/public-address.ts';
import { formatXml, xml } from './xml.ts';

/** A page that search engines may show; `modified` is the day on which its content last changed, if known. */
export type SitemapPage = { path: string; modified?: string | undefined };

/** A file of the sitemap: its name without `.xml`, and its text. */
export type SitemapFile = { name: string; text: string };

/** No sitemap may have more; an index of sitemaps may name as many. */
const MAX_PAGES = 50_000;
const NAMESPACE = { xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9' };

/**
 * Write a sitemap (sitemaps.org, 0.9) of canonical pages, in their order: `sitemap`, or where the pages are more than
 * one sitemap may have, `sitemap-1`, `sitemap-2` and so on, with `sitemap` as their index. Returns nothing while the
 * archive has no public address, since a sitemap holds nothing else.
 */
export function writeSitemaps(
	pages: readonly SitemapPage[],
	site: Archive['site'],
	maxPages = MAX_PAGES,
): SitemapFile[] {
	const urls = pages.flatMap(({ path, modified }) => {
		const loc = publicAddress(path, site);
		return loc === undefined ? [] : [{ loc, modified }];
	});
	if (urls.length === 0) return [];
	if (urls.length <= maxPages) return [{ name: 'sitemap', text: write('urlset', 'url', urls) }];
	const parts = Array.from({ length: Math.ceil(urls.length / maxPages) }, (_, part) => {
		const own = urls.slice(part * maxPages, (part + 1) * maxPages);
		return { name: `sitemap-${part + 1}`, own };
	});
	const index = parts.flatMap(({ name, own }) => {
		const loc = publicAddress(`/${name}.xml`, site);
		const modified = own.map((url) => url.modified ?? '').reduce((a, b) => (a > b ? a : b));
		return loc === undefined ? [] : [{ loc, modified: modified || undefined }];
	});
	return [
		{ name: 'sitemap', text: write('sitemapindex', 'sitemap', index) },
		...parts.map(({ name, own }) => ({ name, text: write('urlset', 'url', own) })),
	];
}

function write(
	root: 'urlset' | 'sitemapindex',
	entry: 'url' | 'sitemap',
	urls: readonly { loc: string; modified: string | undefined }[],
): string {
	const entries = urls.map(({ loc, modified }) =>
		xml(
			entry,
			{},
			xml('loc', {}, loc),
			modified === undefined ? undefined : xml('lastmod', {}, modified),
		),
	);
	return formatXml(xml(root, NAMESPACE, ...entries));
}
