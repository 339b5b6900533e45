import type { HeadTag } from '../../../src/citing/article-meta.ts';

/** Write head tags as HTML, attributes escaped as Astro escapes them. */
export function writeHead(tags: readonly HeadTag[]): string {
	return tags
		.map(({ tag, attributes }) => {
			const written = Object.entries(attributes).map(
				([name, value]) => `${name}="${escape(value)}"`,
			);
			return `<${tag} ${written.join(' ')}>`;
		})
		.join('');
}

/** Write a page with these tags in its head and beside them what every page of the site has. */
export function writePage(head: string, body = ''): string {
	return [
		'<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>A page · Calque</title>',
		'<meta name="description" content="An abstract."><meta property="og:title" content="Our heading">',
		'<meta property="og:type" content="article"><meta property="og:site_name" content="Calque">',
		'<meta property="og:description" content="An abstract."><meta property="og:url" content="https://example.org/a/7/">',
		`${head}</head><body>${body}</body></html>`,
	].join('');
}

function escape(value: string): string {
	return value.replaceAll('&', '&#38;').replaceAll('"', '&#34;');
}
