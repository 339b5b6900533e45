import { expect, test } from 'vitest';
import { siteRootOf } from '../../../src/search/site-root.ts';

test('the site stands where the folder of its scripts stands', () => {
	expect(siteRootOf('https://x.example/_astro/suggest.B1.js')).toBe('/');
	expect(siteRootOf('https://x.example/some/where/_astro/suggest.B1.js')).toBe('/some/where/');
});

test('a script of elsewhere tells nothing', () => {
	expect(siteRootOf('http://localhost:4321/src/browser/suggest-pages.ts?v=1')).toBe('/');
});
