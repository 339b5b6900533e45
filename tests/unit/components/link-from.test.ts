import { expect, test } from 'vitest';
import { linkFrom, relinkHtml } from '../../../src/components/link-from.ts';

const page = (path: string) => new URL(path, 'https://example.org');

/** Where a browser lands that follows `link` on the page `path`, under every base. */
function follow(path: string, link: string): string[] {
	return ['https://example.org/', 'https://example.org/some/base/'].map((base) => {
		const { href } = new URL(link, new URL(path.slice(1), base));
		return href.slice(base.length - 1);
	});
}

test.for(['/', '/a/7/', '/types/style/calque/', '/search/', '/about', '/data/notes.jsonl'])(
	'a link on %s leads to the same place under any base',
	(path) => {
		for (const target of ['/', '/a/1/', '/a/1/#p2', '/types/accuracy/omission/', '/search/?q=lock'])
			expect(follow(path, linkFrom(page(path))(target))).toEqual([target, target]);
	},
);

test.for(['/404', '/404.html', '/404/'])(
	'links on %s are absolute, since it is served at any depth',
	(path) => {
		expect(linkFrom(page(path))('/a/1/')).toBe('/a/1/');
		expect(relinkHtml('<a href="/a/1/">x</a>', page(path))).toBe('<a href="/a/1/">x</a>');
	},
);

test('an article with 404 in its address is a page like any other', () => {
	expect(linkFrom(page('/a/404/'))('/a/1/')).toBe('../../a/1/');
});

test.for(['https://example.org/x', 'mailto:a@example.org', '#p2', '../2/'])(
	'the link %s is left as it is',
	(link) => {
		expect(linkFrom(page('/a/7/'))(link)).toBe(link);
		const html = `<p><a href="${link}">x</a></p>`;
		expect(relinkHtml(html, page('/a/7/'))).toBe(html);
	},
);

test('a link that names a host but no scheme is left as it is in HTML', () => {
	const html = '<a href="//example.org/x">x</a>';
	expect(relinkHtml(html, page('/a/7/'))).toBe(html);
});

test('every link of HTML is rewritten, with whatever other attributes it has', () => {
	const html =
		'<a href="/">home</a> <a class="x" href="/a/1/#p2" title="y">one</a> <a href="/b">b</a>';
	expect(relinkHtml(html, page('/a/7/'))).toBe(
		'<a href="../../">home</a> <a class="x" href="../../a/1/#p2" title="y">one</a> <a href="../../b">b</a>',
	);
});

test('text that looks like a link is no link', () => {
	const html = '<p>&#x3C;a href="/a/1/"> and <code>href="/a/1/"</code></p>';
	expect(relinkHtml(html, page('/a/7/'))).toBe(html);
});
