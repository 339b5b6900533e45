import { expect, test } from 'vitest';
import { writeSitemap } from '../../../src/exchange/sitemap.ts';
import { findFaultsWithXmllint, hasXmllint } from './check-xml.ts';

const site = 'https://example.org/calque/';
const pages = [{ path: '/' }, { path: '/a/7/', modified: '2026-11-22' }];

test('a page stands in the sitemap with the day on which it last changed, where that is known', () => {
	expect(writeSitemap(pages, site)).toMatchInlineSnapshot(`
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
	expect(writeSitemap(pages, 'unset')).toBeUndefined();
	expect(writeSitemap([], site)).toBeUndefined();
});

test('more pages than a sitemap may have are refused', () => {
	const many = (count: number) => Array.from({ length: count }, (_, n) => ({ path: `/${n}/` }));
	expect(() => writeSitemap(many(50_001), site)).toThrow('50001');
	expect(writeSitemap(many(50_000), site)).toContain('/49999/');
});

test.skipIf(!hasXmllint)('the sitemap is valid by its schema, and the schema can refuse', () => {
	const hostile = [...pages, { path: `/terms/a&b'"<c>é ключ/` }];
	expect(findFaultsWithXmllint('sitemap.xsd', [writeSitemap(hostile, site) ?? ''])).toBe('');
	const vague = writeSitemap([{ path: '/', modified: 'lately' }], site) ?? '';
	expect(findFaultsWithXmllint('sitemap.xsd', [vague])).toContain('lastmod');
});
