import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import type { ListedPage } from '../../src/search/suggest-pages.ts';
import { suggestPages } from '../../src/search/suggest-pages.ts';
import { buildSite, fixtures, layArchive, makeFolder } from '../build-site.ts';
import { readPngSize } from '../unit/read-png.ts';
import { mistype } from './mistype.ts';
import { listPages, readRows, readSite } from './site-files.ts';

/** The archive as it is, which has no public address, and the test archive, published in a folder of a host. */
const realSite = makeFolder('real-site');
const publicSite = makeFolder('public-site');
const publicUrl = 'https://host.example/some/where/';

beforeAll(() => {
	buildSite('content', makeFolder('no-captures'), realSite);
	buildSite(layArchive(fixtures.archive, fixtures.hostile), fixtures.captures, publicSite, {
		SITE_URL: publicUrl,
	});
});

const indexed = (site: string) => listPages(site).filter((path) => path !== '404.html');

/** Read what a page's head says under a name. */
function metaOf(html: string, name: string): string | undefined {
	return new RegExp(`<meta (?:name|property)="${name}" content="([^"]*)"`).exec(html)?.[1];
}

test('every page has a description of its own, long enough to tell and short enough to be shown', () => {
	const descriptions = listPages(realSite).map((path) => {
		const description = metaOf(readSite(realSite, path), 'description') ?? '';
		const written = description.replace(/&[^;]+;/g, '&').length;
		expect(written, `${path}: ${description}`).toBeGreaterThanOrEqual(50);
		expect(written, path).toBeLessThanOrEqual(300);
		return description;
	});
	expect(
		descriptions.filter((description, index) => descriptions.indexOf(description) !== index),
	).toEqual([]);
});

test('every page says what a preview of it shows, and names no false address', () => {
	for (const path of indexed(realSite)) {
		const html = readSite(realSite, path);
		expect(html).toContain(
			`<title>${metaOf(html, 'og:title')}${path === 'index.html' ? '' : ' · Calque'}</title>`,
		);
		expect(metaOf(html, 'og:description')).toBe(metaOf(html, 'description'));
		expect(metaOf(html, 'og:type')).toBe(
			/^a\/\d+\/(?:v\d+\/)?index/.test(path) ? 'article' : 'website',
		);
		expect(metaOf(html, 'og:site_name')).toBe('Calque');
		expect(metaOf(html, 'twitter:card')).toBe('summary_large_image');
		expect(html).not.toMatch(/og:url|og:image/);
	}
});

test('a published site names each page and its picture in full', () => {
	for (const path of indexed(publicSite)) {
		const html = readSite(publicSite, path);
		expect(metaOf(html, 'og:url')).toBe(publicUrl + path.replace(/index\.html$/, ''));
		const image = metaOf(html, 'og:image') ?? '';
		const number = /^a\/(\d+)\/(?:v\d+\/)?index/.exec(path)?.[1];
		expect(image).toBe(`${publicUrl}${number ? `a/${number}/` : ''}card.png`);
		const size = readPngSize(readFileSync(join(publicSite, image.slice(publicUrl.length))));
		expect(metaOf(html, 'og:image:width')).toBe(String(size.width));
		expect(metaOf(html, 'og:image:height')).toBe(String(size.height));
		expect(metaOf(html, 'og:image:alt')).toMatch(/\S{2,} \S{2,}/);
	}
	expect(readSite(publicSite, 'data/articles.jsonl')).toContain(`"${publicUrl}a/1/"`);
});

test('every card has the size that sharing sites ask for, with an address or without', () => {
	const cards = indexed(realSite).filter((path) => /^a\/\d+\/index/.test(path));
	expect(cards.length).toBeGreaterThan(0);
	for (const path of ['card.png', ...cards.map((page) => page.replace('index.html', 'card.png'))])
		expect(readPngSize(readFileSync(join(realSite, path)))).toEqual({ width: 1200, height: 630 });
});

test('an address of the site that is none stops the build and says so', () => {
	expect(() =>
		buildSite(fixtures.archive, fixtures.captures, makeFolder('site'), { SITE_URL: 'example.org' }),
	).toThrow(/SITE_URL is “example\.org”/);
});

test('the manifest works in any folder, and its icons are there in the sizes that it names', () => {
	const manifest = JSON.parse(readSite(realSite, 'manifest.webmanifest')) as {
		start_url: string;
		scope: string;
		icons: { src: string; sizes: string }[];
	};
	expect([manifest.start_url, manifest.scope]).toEqual(['./', './']);
	const drawn = manifest.icons.filter(({ sizes }) => sizes !== 'any');
	expect(drawn.map(({ sizes }) => sizes)).toEqual(['192x192', '512x512']);
	for (const { src, sizes } of drawn) {
		expect(src).toMatch(/^\.\//);
		const { width, height } = readPngSize(readFileSync(join(realSite, src)));
		expect(`${width}x${height}`).toBe(sizes);
	}
});

test('every page but the first has a trail that begins at the first and ends at itself', () => {
	for (const path of indexed(realSite)) {
		const [, trail] =
			/<nav class="crumbs" aria-label="Breadcrumb">(.*?)<\/nav>/s.exec(readSite(realSite, path)) ??
			[];
		if (path === 'index.html') expect(trail).toBeUndefined();
		else {
			const depth = path.split('/').length - 1;
			const root = '../'.repeat(depth);
			const links = [...(trail ?? '').matchAll(/<a href="([^"]*)"( aria-current="page")?>/g)];
			expect(links[0]?.[1], path).toBe(root);
			expect(links.at(-1)?.slice(1), path).toEqual([
				root + path.replace(/index\.html$/, ''),
				' aria-current="page"',
			]);
		}
	}
});

const readAddresses = (site: string) =>
	JSON.parse(readSite(site, 'addresses.json')) as ListedPage[];

test('the list of addresses is of all the pages that were built, each with its title', () => {
	for (const site of [realSite, publicSite]) {
		const pages = readAddresses(site);
		expect(pages.map(({ path }) => `${path.slice(1)}index.html`).toSorted()).toEqual(indexed(site));
		for (const { article, supplied_title } of readRows(site, 'data/articles.jsonl'))
			expect(pages).toContainEqual({ path: `/a/${String(article)}/`, title: supplied_title });
		expect(new Set(pages.map(({ title }) => title)).size).toBe(pages.length);
	}
});

test('of 200 addresses with one slip the right page is among the first five for 95 in a hundred', () => {
	const pages = readAddresses(realSite);
	const typed = mistype(
		pages.map(({ path }) => path),
		200,
		20_261_124,
	);
	const missed = typed.filter(
		({ asked, meant }) => !suggestPages(asked, pages).some(({ path }) => path === meant),
	);
	const share = 1 - missed.length / typed.length;
	console.log(
		`One slip, ${pages.length} pages: found ${(100 * share).toFixed(1)} %; missed ${missed.map(({ asked, meant }) => `${asked} for ${meant}`).join(', ') || 'none'}`,
	);
	expect(typed).toHaveLength(200);
	expect(share).toBeGreaterThanOrEqual(0.95);
});

test('the not-found page of a site in a folder finds its sheet and its links from any depth', () => {
	const html = readSite(publicSite, '404.html');
	const addresses = [...html.matchAll(/\s(?:href|src|action)="([^"]*)"/g)]
		.map((match) => match[1] ?? '')
		.filter((address) => address.startsWith('/'));
	expect(addresses.length).toBeGreaterThan(10);
	for (const address of addresses) expect(address).toMatch(/^\/some\/where\//);
	expect(readSite(realSite, '404.html')).toMatch(/<link rel="stylesheet" href="\/_astro\//);
});
