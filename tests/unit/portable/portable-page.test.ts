import { describe, expect, test } from 'vitest';
import { portablePage } from '../../../scripts/portable/portable-page.ts';

const everything = () => true;
const page = (head: string, body: string) =>
	`<!doctype html><html lang="en-GB"> <head>${head}</head> <body> ${body} </body></html>`;

describe('a page of the portable edition', () => {
	test('says which edition it is, and its address', () => {
		expect(portablePage(page('', ''), 'a/1/index.html', everything)).toContain(
			'<html data-edition="portable" data-address="/a/1/" lang="en-GB">',
		);
		const head = '<meta property="og:url" content="https://example.org/a/1/">';
		expect(portablePage(page(head, ''), 'a/1/index.html', everything)).toContain(
			'data-address="https://example.org/a/1/"',
		);
	});

	test('links to files, and keeps what leads elsewhere', () => {
		const links = [
			[
				'<a class="x" href="../../search/?q=a&amp;layer=b#c">',
				'<a class="x" href="../../search/index.html?q=a&amp;layer=b#c">',
			],
			['<form action="../../search/">', '<form action="../../search/index.html">'],
			['<a href="https://example.org/a/">', '<a href="https://example.org/a/">'],
			['<a href="mailto:a/@example.org">', '<a href="mailto:a/@example.org">'],
			['<a href="#p1">', '<a href="#p1">'],
			['<a href="../../data/notes.csv">', '<a href="../../data/notes.csv">'],
		] as const;
		for (const [link, expected] of links) {
			const body = `text ${link}more</a>`;
			expect(portablePage(page('', body), 'a/1/index.html', everything)).toContain(
				`text ${expected}more</a>`,
			);
		}
	});

	test('has no text of its own changed', () => {
		const text = '<p>5 < 6 &nbsp;&mdash; <b>“a href="../"”</b>\n\tтам  &amp; тут <pre> x/ </pre>';
		expect(portablePage(page('', text), 'index.html', everything)).toContain(text);
	});

	test('runs scripts that are no modules, that of the index before the search', () => {
		const body =
			'<div data-search><p data-search-status></p></div><script type="module" src="../_astro/x.js"></script>';
		const made = portablePage(page('', body), 'search/index.html', everything);
		expect(made).toContain('<script defer src="../_astro/x.js"></script>');
		expect(made).toContain(
			'<script defer src="../pagefind/portable-index.js"></script><div data-search>',
		);
		expect(made).toContain('If nothing happens while you type');
	});

	test('asks for nothing that a folder cannot give', () => {
		const head =
			'<link rel="preload" href="x.woff2" as="font"><link rel="search" href="opensearch.xml"><link rel="icon" href="i.svg">';
		const made = portablePage(page(head, ''), 'index.html', everything);
		expect(made).not.toMatch(/preload|opensearch/);
		expect(made).toContain('<link rel="icon" href="i.svg">');
	});

	test('leads on from a moved address', () => {
		const head = '<meta http-equiv="refresh" content="0; url=../new/">';
		expect(portablePage(page(head, ''), 'old/index.html', everything)).toContain(
			'<meta http-equiv="refresh" content="0; url=../new/index.html">',
		);
	});

	test.each([
		['<a href="../nowhere/">', 'a/index.html links to ../nowhere/index.html'],
		['<a href="/rooted/">', 'a/index.html links to /rooted/index.html'],
		['<img src="../gone.png">', 'a/index.html links to ../gone.png'],
	])('is refused where %s leads nowhere', (link, message) => {
		const exists = (path: string) => !/nowhere|gone/.test(path);
		expect(() => portablePage(page('', link), 'a/index.html', exists)).toThrow(
			`${message}, which is not in the portable edition.`,
		);
	});

	test('is refused where it holds a module that cannot be run', () => {
		const body = '<script type="module">import "x"</script>';
		expect(() => portablePage(page('', body), 'index.html', everything)).toThrow(
			'index.html has a module within the page',
		);
	});
});
