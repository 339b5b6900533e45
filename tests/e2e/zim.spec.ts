import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { layPortable, layZim } from '../build-site.ts';
import { isInstalled } from './hosts.ts';
import { expect, sites, test } from './site-test.ts';

const PORT = 4790;
const kiwix = `http://localhost:${PORT}`;
/** What Kiwix does not do: a word that is half typed, one that is nowhere, a letter without its mark. */
const BEYOND_KIWIX = ['innovat', 'Viber Skype', 'cetvrti'];
/** So many queries of words alone are compared. */
const QUERIES = 20;
/** The article is to be on the first page of what Kiwix lists, which is this long by default. */
const LISTED = 25;

test.skip(
	!['zimwriterfs', 'zimcheck', 'kiwix-serve'].every(isInstalled),
	'zim-tools or kiwix-tools are not installed',
);
test.describe.configure({ mode: 'serial' });

let file = '';
let server: ChildProcess | undefined;
test.beforeAll(async () => {
	const portable = layPortable();
	file = layZim(portable);
	rmSync(portable, { recursive: true });
	// Its bar has handlers in the page, which the archive’s policy refuses.
	server = spawn(
		'kiwix-serve',
		['--address', '127.0.0.1', '--port', String(PORT), '--nosearchbar', file],
		{ stdio: 'ignore' },
	);
	await expect
		.poll(() =>
			fetch(kiwix).then(
				(response) => response.ok,
				() => false,
			),
		)
		.toBe(true);
});
test.afterAll(() => {
	server?.kill();
});

test('zimcheck finds no fault', () => {
	const said = execFileSync('zimcheck', ['--all', file], { encoding: 'utf8' });
	expect(said).toContain('Overall Test Status: Pass');
	expect(said).not.toContain('[ERROR]');
});

test('Kiwix finds the article that the archive’s search finds', async ({ page }) => {
	const { queries } = JSON.parse(readFileSync('tests/fixtures/search-judgements.json', 'utf8')) as {
		queries: { query: string; filters?: object }[];
	};
	// Kiwix knows no phrases, exclusions, filters or case forms of Russian.
	const plain = queries
		.filter(
			({ query, filters }) =>
				/^[a-z][a-z ]+$/i.test(query) && !filters && !BEYOND_KIWIX.includes(query),
		)
		.map(({ query }) => query);
	let compared = 0;
	let sameFirst = 0;
	for (const query of plain) {
		if (compared === QUERIES) break;
		await page.goto(`${sites.archive()}/search/?q=${encodeURIComponent(query)}`);
		await expect(page.getByRole('status')).toContainText(/found/i);
		const first = page.locator('.results .hit a').first();
		if ((await first.count()) === 0) continue;
		const [article] = /a\/\d+\//.exec((await first.getAttribute('href')) ?? '') ?? [];
		const found = await searchKiwix(query);
		const articles = found.flatMap((path) => /a\/\d+\//.exec(path)?.[0] ?? []);
		expect(articles, query).toContain(article);
		compared++;
		if (articles[0] === article) sameFirst++;
	}
	expect(compared).toBe(QUERIES);
	console.log(`Kiwix: the same article for ${compared} queries, first of all for ${sameFirst}.`);
});

test('text with braces does not break Kiwix’s list', async () => {
	expect((await searchKiwix('cite', 100)).length).toBeGreaterThan(0);
});

test('a page of the file reads and searches as the site does', async ({ page }) => {
	await page.goto(`${kiwix}/calque/index.html`);
	await page.locator('input[type=search]').fill('terminal encryption');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('status')).toContainText('found');
	await page.locator('.results .hit a').first().click();
	await expect(page.locator(':target')).toBeInViewport();
});

async function searchKiwix(query: string, length = LISTED): Promise<string[]> {
	const asked = new URLSearchParams({
		pattern: query,
		content: 'calque',
		pageLength: String(length),
	});
	const response = await fetch(`${kiwix}/search?${asked.toString()}`);
	expect(response.status, query).toBe(200);
	return [...(await response.text()).matchAll(/href="\/calque\/([^"]+)"/g)].flatMap(
		([, path]) => path ?? [],
	);
}
