import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { cataloguePage } from '../../src/components/catalogue-page.ts';
import { buildSite, fixtures, layArchive, makeFolder } from '../build-site.ts';
import { listPages, readSite } from './site-files.ts';

/** More articles than two pages of the catalogue hold: the test archive's four and copies of one of them. */
const site = makeFolder('large-site');
const copies = 2 * cataloguePage;

beforeAll(() => {
	const archive = layArchive(fixtures.archive);
	for (let number = 100; number < 100 + copies; number++) {
		const folder = join(archive, 'articles', `${number}-copy`);
		cpSync(join(archive, 'articles/3-library-hours'), folder, { recursive: true });
		const record = join(folder, 'record.yaml');
		writeFileSync(
			record,
			readFileSync(record, 'utf8').replace(/^number: 3$/m, `number: ${number}`),
		);
	}
	buildSite(archive, fixtures.captures, site);
});

const listed = (path: string) =>
	[...readSite(site, path).matchAll(/<span class="accession">(\d+)<\/span>/g)].map((match) =>
		Number(match[1]),
	);

test('the home page lists the first page of a large catalogue and leads to the rest', () => {
	expect(listed('index.html')).toHaveLength(cataloguePage);
	expect(readSite(site, 'index.html')).toMatch(/<a href="\.\/articles\/">All 104 articles<\/a>/);
});

test('the pages of the catalogue list every article once, by number, and lead to one another', () => {
	const pages = ['articles/index.html', 'articles/2/index.html', 'articles/3/index.html'];
	expect(listPages(site).filter((path) => path.startsWith('articles/'))).toEqual(pages.toSorted());
	const numbers = pages.flatMap(listed);
	expect(numbers).toHaveLength(4 + copies);
	expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
	const nav = /<nav class="catalogue-pages".*?<\/nav>/s.exec(readSite(site, pages[1] ?? ''))?.[0];
	expect([...(nav ?? '').matchAll(/href="([^"]+)"/g)].map((match) => match[1])).toEqual([
		'../../articles/',
		'../../articles/2/',
		'../../articles/3/',
	]);
	expect(nav).toContain('href="../../articles/2/" aria-current="page"');
});

test('what was read is told page by page, each article once, and the page of data leads to it', () => {
	const pages = listPages(site).filter((path) => path.startsWith('data/coverage/'));
	expect(pages).toEqual([1, 2, 3].map((page) => `data/coverage/${page}/index.html`));
	const told = pages.flatMap((path) =>
		[...readSite(site, path).matchAll(/<caption id="coverage-(\d+)"/g)].map(([, number]) => number),
	);
	expect(told).toHaveLength(4 + copies);
	expect(new Set(told)).toHaveLength(4 + copies);
	const data = readSite(site, 'data/index.html');
	expect(data).toContain('href="../data/coverage/1/"');
	expect(data).not.toContain('<caption id="coverage-');
	// The citations of each article are a click from it; a hundred links here would help nobody.
	expect(data).not.toContain('/cite/');
});
