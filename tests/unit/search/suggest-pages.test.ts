import { expect, test } from 'vitest';
import { suggestPages } from '../../../src/search/suggest-pages.ts';

const pages = [
	'/',
	'/a/1/',
	'/a/2/',
	'/a/31/',
	'/search/',
	'/types/',
	'/types/style/',
	'/types/style/calque/',
	'/types/accuracy/',
	'/types/accuracy/addition/',
	'/terms/',
	'/about/',
].map((path) => ({ path, title: `Page at ${path}` }));

const first = (asked: string) => suggestPages(asked, pages)[0]?.path;

test.each([
	['/tyeps/', '/types/'],
	['/types/sytle/', '/types/style/'],
	['/typesstyle/', '/types/style/'],
	['/types/style/calqe/', '/types/style/calque/'],
	['/types/accuracy/aditon/', '/types/accuracy/addition/'],
	['/a/3l/', '/a/31/'],
])('%s is taken for %s', (asked, meant) => {
	expect(first(asked)).toBe(meant);
});

test.each([
	'/TYPES/Style',
	'//types//style//',
	'/types/style/index.html',
	'/types/style.html',
	'/types/%73tyle/',
	'types/style/?q=1#top',
])('%s differs from the address in nothing that counts', (asked) => {
	expect(first(asked)).toBe('/types/style/');
});

test('a number that is not there is answered with its neighbours', () => {
	const found = suggestPages('/a/9/', pages, 2).map(({ path }) => path);
	expect(found).toEqual(['/a/1/', '/a/2/']);
});

test('a number with two digits exchanged is as near as one with a digit too many', () => {
	const found = suggestPages('/a/13/', pages, 2).map(({ path }) => path);
	expect(found).toEqual(['/a/1/', '/a/31/']);
});

test('a folder too many, and one that is missing, count less than their letters', () => {
	expect(first('/archive/types/accuracy/addition/')).toBe('/types/accuracy/addition/');
	expect(first('/style/calque/')).toBe('/types/style/calque/');
});

test('a percent sign that encodes nothing does no harm', () => {
	expect(first('/search%/')).toBe('/search/');
});

test('no more pages are listed than were asked for, and of none there are none', () => {
	expect(suggestPages('/x/', pages)).toHaveLength(5);
	expect(suggestPages('/x/', [])).toEqual([]);
});
