import { expect, test } from 'vitest';
import { namesIn, namesNeeded } from '../../../src/offline/name-assets.ts';

test('the sheets and scripts that a page links to are named', () => {
	const html =
		'<link rel="stylesheet" href="../../_astro/Page.CM-y8.css"><script src="./_astro/a.b_1.js"></script>';
	expect(namesIn(html)).toEqual(['Page.CM-y8.css', 'a.b_1.js']);
});

test('what is needed in turn is needed, what nobody names is not', () => {
	const assets = new Map([
		['page.1.css', 'src: url(face.1.woff2)'],
		['face.1.woff2', ''],
		['other.1.css', 'src: url(face.1.woff2)'],
		['one.1.js', 'import "./two.1.js"'],
		['two.1.js', 'import "./one.1.js"'],
	]);
	const needed = (...names: string[]) => [...namesNeeded(names, assets)].sort();
	expect(needed('page.1.css', 'gone.css')).toEqual(['face.1.woff2', 'page.1.css']);
	expect(needed('one.1.js')).toEqual(['one.1.js', 'two.1.js']);
	expect(needed()).toEqual([]);
});
