import { spawnSync } from 'node:child_process';
import {
	closeSync,
	cpSync,
	existsSync,
	mkdirSync,
	openSync,
	readFileSync,
	writeFileSync,
	writeSync,
} from 'node:fs';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { build } from 'esbuild';
import { findChromium, quietArguments } from '../find-chromium.ts';
import { indexPageOf } from '../../src/search/index-page.ts';
import { listenOnLoopback, serveFolder } from '../serve-folder.ts';
import { chooseQueries, type SearchedDocument } from './choose-queries.ts';
import { openEach } from './describe-site.ts';
import { layOutSites, type Bench } from './tools.ts';

const QUERIES = 200;
/** Cold queries of one search end after so long, in milliseconds; how many there were is told. */
const COLD_BUDGET = 300_000;
/** A query that takes longer has failed; milliseconds. */
const PATIENCE = 180_000;
const INDEX_HEAP = 12_288;

/** What the searches of one tool took. Bytes are as sent over HTTP, with headers; there are none from a folder. */
export type SearchFigures = {
	tool: string;
	queries: number;
	/** How many of them found something. */
	found: number;
	/** So many were asked cold too. */
	cold_queries: number;
	bytes: {
		/** To show the search page, before anything is asked. */
		ready: number;
		/** To show it and answer a first query. */
		first_query_p50: number;
		/** For a query after others, on average. */
		warm_query_mean: number;
	};
	requests: { ready: number; first_query_p50: number; warm_query_mean: number };
	/** In a browser that has nothing of the site: from the start of the visit until results are told. */
	cold_ms: Spread;
	/** On a page that has answered before: from sending the query until results are told. */
	warm_ms: Spread;
};
type Spread = { p50: number; p95: number };
type Traffic = { bytes: number; requests: number };

/** A search to be measured; `traffic` is what it has been sent so far. */
type Searched = { tool: string; address: string; traffic: Traffic; close: () => void };

/**
 * Ask the same queries of Calque’s search, over HTTP and from a folder, and of MiniSearch and lunr with an index of the
 * same texts, all in one Chromium. `built` is the folder of the site that Calque built; without it one is built. Throws where there is no Chromium, or where a site or an index cannot be built.
 */
export async function measureSearches(
	bench: Bench,
	built: string | undefined,
	seed: number,
	say: (line: string) => void,
): Promise<SearchFigures[]> {
	const executablePath = findChromium();
	if (executablePath === undefined)
		throw new Error(
			'The search is measured in Chromium, and there is none. Name one in CHROME_PATH.',
		);
	const calque = built ?? (await buildCalque(bench, say));
	const documents = join(bench.folder, 'documents.jsonl');
	const queries = chooseQueries(writeDocuments(bench.content, documents), QUERIES, seed);
	const searched: Searched[] = [];
	const browser = await chromium.launch({
		executablePath,
		args: [...quietArguments, '--allow-file-access-from-files'],
	});
	try {
		searched.push(await serve('calque', calque, 'search/'));
		const portable = layPortable(bench, calque, say);
		if (portable !== undefined) searched.push(portable);
		for (const tool of ['minisearch', 'lunr'] as const) {
			say(`Indexing with ${tool} …`);
			const folder = await layOutSearch(bench, tool, documents, say);
			if (folder !== undefined) searched.push(await serve(tool, folder, ''));
		}
		const figures: SearchFigures[] = [];
		for (const one of searched) {
			say(`Searching with ${one.tool} …`);
			figures.push(await measureSearch(browser, one, queries));
		}
		return figures;
	} finally {
		await browser.close();
		for (const { close } of searched) close();
	}
}

/** Build the site with Calque, for the search alone; returns its folder. */
async function buildCalque(bench: Bench, say: (line: string) => void): Promise<string> {
	say('Building the site with Calque …');
	const [site] = layOutSites(bench, ['calque']);
	site?.clear();
	const measured = await site?.build();
	if (!site || !measured?.isDone)
		throw new Error(`calque did not build:\n${site?.lastLines() ?? ''}`);
	return site.output;
}

/** Write what is searched of each article, a line each, and hand it on. */
function* writeDocuments(content: string, file: string): Generator<SearchedDocument> {
	const output = openSync(file, 'w');
	try {
		for (const article of openEach(content)) {
			const texts = indexPageOf(article)?.texts ?? [];
			const text = texts
				.flatMap(({ sections }) =>
					sections.flatMap((section) => [
						section.exact ?? '',
						section.correction ?? '',
						...section.texts,
					]),
				)
				.filter(Boolean)
				.join('\n');
			const document = { id: article.number, title: article.record.title.supplied, text };
			writeSync(output, `${JSON.stringify(document)}\n`);
			yield document;
		}
	} finally {
		closeSync(output);
	}
}

/** What the search of a site asks for; it opens none of the pages that it finds. */
const OF_SEARCH = ['_astro', 'pagefind', 'search'];

function layPortable(
	bench: Bench,
	output: string,
	say: (line: string) => void,
): Searched | undefined {
	const out = join(bench.folder, 'portable');
	const dist = join(bench.folder, 'searched');
	for (const name of OF_SEARCH) cpSync(join(output, name), join(dist, name), { recursive: true });
	const searchPage = readFileSync(join(dist, 'search/index.html'), 'utf8');
	for (const [, link = ''] of searchPage.matchAll(/\s(?:href|src)="\.\.\/([^"#?]*)/g)) {
		const file = join(dist, link === '' || link.endsWith('/') ? `${link}index.html` : link);
		mkdirSync(dirname(file), { recursive: true });
		// Whatever is linked to must be there, and is not looked at.
		if (!existsSync(file)) writeFileSync(file, '');
	}
	const { status } = spawnSync(
		process.execPath,
		['scripts/write-portable.ts', '--dist', dist, '--out', out],
		{ stdio: 'ignore' },
	);
	if (status !== 0) {
		say('The portable edition could not be made and is left out.');
		return undefined;
	}
	const page = join(out, 'portable/search/index.html');
	return {
		tool: 'calque, from a folder',
		address: pathToFileURL(page).href,
		traffic: { bytes: 0, requests: 0 },
		close: () => undefined,
	};
}

/** Build the index and the page of a search in a folder of their own. */
async function layOutSearch(
	{ folder, packages }: Bench,
	tool: 'minisearch' | 'lunr',
	documents: string,
	say: (line: string) => void,
): Promise<string | undefined> {
	const own = join(folder, tool);
	const sources = join(packages, 'search');
	mkdirSync(own);
	cpSync(join(import.meta.dirname, 'peers/search'), sources, { recursive: true });
	cpSync(join(sources, 'index.html'), join(own, 'index.html'));
	const { status, stderr } = spawnSync(
		process.execPath,
		[
			`--max-old-space-size=${INDEX_HEAP}`,
			...[join(sources, 'build-index.js'), tool, documents, join(own, 'index.json')],
		],
		{ encoding: 'utf8' },
	);
	if (status !== 0) {
		const [reason = ''] = stderr.split('\n').filter((line) => /error|limit/i.test(line));
		say(`${tool} built no index and is left out: ${reason}`);
		return undefined;
	}
	await build({
		entryPoints: [join(sources, `${tool}-page.js`)],
		outfile: join(own, 'page.js'),
		bundle: true,
		minify: true,
		format: 'esm',
		logLevel: 'warning',
	});
	return own;
}

/** Serve a folder on the loopback, counting what is sent. */
async function serve(tool: string, folder: string, path: string): Promise<Searched> {
	const traffic = { bytes: 0, requests: 0 };
	const listener = serveFolder(folder);
	const servers = await listenOnLoopback((request, response) => {
		const { socket } = response;
		const before = socket?.bytesWritten ?? 0;
		traffic.requests++;
		response.once('finish', () => {
			traffic.bytes += (socket?.bytesWritten ?? 0) - before;
		});
		listener(request, response);
	}, 0);
	const { port } = servers[0]?.address() as AddressInfo;
	const close = () => {
		for (const server of servers) {
			server.closeAllConnections();
			server.close();
		}
	};
	return { tool, address: `http://127.0.0.1:${port}/${path}`, traffic, close };
}

async function measureSearch(
	browser: Browser,
	{ tool, address, traffic }: Searched,
	queries: readonly string[],
): Promise<SearchFigures> {
	const ready = await measureTraffic(traffic, () =>
		inNewBrowser(browser, async (page) => {
			await page.goto(address, { waitUntil: 'networkidle' });
		}),
	);
	const cold: (Traffic & { ms: number })[] = [];
	const started = performance.now();
	for (const query of queries) {
		if (performance.now() - started > COLD_BUDGET && cold.length > 0) break;
		let ms = 0;
		const sent = await measureTraffic(traffic, () =>
			inNewBrowser(browser, async (page) => {
				ms = await visit(page, `${address}?q=${encodeURIComponent(query)}`);
			}),
		);
		cold.push({ ...sent, ms });
	}
	const warm: number[] = [];
	let found = 0;
	let sent: Traffic = { bytes: 0, requests: 0 };
	await inNewBrowser(browser, async (page) => {
		await visit(page, `${address}?q=${encodeURIComponent(queries.at(-1) ?? '')}`);
		sent = await measureTraffic(traffic, async () => {
			for (const query of queries) {
				const answer = await ask(page, query);
				warm.push(answer.ms);
				if (/^\d/.test(answer.told)) found++;
			}
		});
	});
	const middle = (values: number[]) => percentile(values, 0.5);
	const spread = (values: number[]) => ({ p50: middle(values), p95: percentile(values, 0.95) });
	return {
		tool,
		queries: queries.length,
		found,
		cold_queries: cold.length,
		bytes: {
			ready: ready.bytes,
			first_query_p50: middle(cold.map(({ bytes }) => bytes)),
			warm_query_mean: sent.bytes / queries.length,
		},
		requests: {
			ready: ready.requests,
			first_query_p50: middle(cold.map(({ requests }) => requests)),
			warm_query_mean: sent.requests / queries.length,
		},
		cold_ms: spread(cold.map(({ ms }) => ms)),
		warm_ms: spread(warm),
	};
}

async function measureTraffic(traffic: Traffic, act: () => Promise<void>): Promise<Traffic> {
	const before = { ...traffic };
	await act();
	return {
		bytes: traffic.bytes - before.bytes,
		requests: traffic.requests - before.requests,
	};
}

/** Open a page in a browser that has nothing of any site, and close it again. */
async function inNewBrowser(browser: Browser, act: (page: Page) => Promise<void>): Promise<void> {
	// A service worker fetches for later, which is no part of a search.
	const context: BrowserContext = await browser.newContext({ serviceWorkers: 'block' });
	try {
		const page = await context.newPage();
		page.setDefaultTimeout(PATIENCE);
		await act(page);
	} finally {
		await context.close();
	}
}

/** Visit a search page whose address asks a query; returns the milliseconds until results are told. */
async function visit(page: Page, address: string): Promise<number> {
	await page.goto(address, { waitUntil: 'commit' });
	const told = await page.waitForFunction(
		() => {
			const status = document.querySelector('[data-search-status]');
			// Of the page itself, so that what passes between browser and test is not counted.
			return status?.textContent ? performance.now() : 0;
		},
		undefined,
		{ polling: 'raf', timeout: PATIENCE },
	);
	return told.jsonValue();
}

/** Send a query on a page that is open; returns what was told and after how many milliseconds. */
async function ask(page: Page, query: string): Promise<{ ms: number; told: string }> {
	return page.evaluate(
		(asked) =>
			new Promise<{ ms: number; told: string }>((resolve) => {
				const status = document.querySelector('[data-search-status]');
				const input = document.querySelector<HTMLInputElement>('input[type=search]');
				const started = performance.now();
				new MutationObserver((_, observer) => {
					observer.disconnect();
					resolve({ ms: performance.now() - started, told: status?.textContent ?? '' });
				}).observe(status as Node, { childList: true });
				if (input) input.value = asked;
				input?.form?.requestSubmit();
			}),
		query,
	);
}

function percentile(values: readonly number[], share: number): number {
	const sorted = values.toSorted((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}
