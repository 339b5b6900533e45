import { expect, test } from 'vitest';
import { writeSitemaps } from '../../../src/exchange/sitemap.ts';
import { findFaultsWithXmllint, hasXmllint } from './check-xml.ts';

const site = 'https://example.org/calque/';
const pages = [{ path: '/' }, { path: '/a/7/', modified: '2026-11-22' }];

/** Write the sitemap of pages that are few enough for one. */
const writeOne = (listed: Parameters<typeof writeSitemaps>[0]) =>
	writeSitemaps(listed, site)[0]?.text ?? '';

test('a page stands in the sitemap with the day on which it last changed, where that is known', () => {
	expect(writeOne(pages)).toMatchInlineSnapshot(`
		"<?xml version="1.0" encoding="UTF-8"?>
		<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
			<url>
				<loc>https://example.org/calque/</loc>
			</url>
			<url>
				<loc>https://example.org/calque/a/7/</loc>
				<lastmod>2026-11-22</lastmod>
			</url>
		</urlset>
		"
	`);
});

test('without a public address, and without pages, there is no sitemap', () => {
	expect(writeSitemaps(pages, 'unset')).toEqual([]);
	expect(writeSitemaps([], site)).toEqual([]);
});

test('more pages than a sitemap may have are in several, which an index names', () => {
	const many = (count: number) =>
		Array.from({ length: count }, (_, n) => ({ path: `/${n}/`, modified: `2026-01-0${n % 9}` }));
	expect(writeSitemaps(many(50_000), site).map(({ name }) => name)).toEqual(['sitemap']);
	expect(writeSitemaps(many(50_001), site).map(({ name }) => name)).toHaveLength(3);

	const files = writeSitemaps(many(7), site, 3);
	expect(files.map(({ name }) => name)).toEqual(['sitemap', 'sitemap-1', 'sitemap-2', 'sitemap-3']);
	const [index, ...parts] = files.map(({ text }) => text);
	expect(index).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
	<sitemap>
		<loc>https://example.org/calque/sitemap-1.xml</loc>
		<lastmod>2026-01-02</lastmod>
	</sitemap>
	<sitemap>
		<loc>https://example.org/calque/sitemap-2.xml</loc>
		<lastmod>2026-01-05</lastmod>
	</sitemap>
	<sitemap>
		<loc>https://example.org/calque/sitemap-3.xml</loc>
		<lastmod>2026-01-06</lastmod>
	</sitemap>
</sitemapindex>
`);
	const listed = parts.flatMap((text) => [...text.matchAll(/calque\/(\d+)\//g)].map(([, n]) => n));
	expect(listed).toEqual(['0', '1', '2', '3', '4', '5', '6']);
});

test.skipIf(!hasXmllint)('the sitemap is valid by its schema, and the schema can refuse', () => {
	const hostile = [...pages, { path: `/terms/a&b'"<c>é ключ/` }];
	expect(findFaultsWithXmllint('sitemap.xsd', [writeOne(hostile)])).toBe('');
	const vague = writeOne([{ path: '/', modified: 'lately' }]);
	expect(findFaultsWithXmllint('sitemap.xsd', [vague])).toContain('lastmod');
});
