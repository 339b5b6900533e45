import { expect, test } from 'vitest';
import { portableLink } from '../../../src/offline/portable-link.ts';

test.each([
	['../', '../index.html'],
	['./', './index.html'],
	['../#articles', '../index.html#articles'],
	['../../a/1/#p2', '../../a/1/index.html#p2'],
	['../search/?q=a/b/#x/', '../search/index.html?q=a/b/#x/'],
])('a link to a page, %s, names its file', (link, file) => {
	expect(portableLink(link)).toBe(file);
});

test.each(['#p2', '', '?q=a/', '../data/notes.csv', '../feeds/all.atom', 'x.html#a/'])(
	'a link to a file or a place, %s, stays as it is',
	(link) => {
		expect(portableLink(link)).toBe(link);
	},
);
