import { setTimeout as sleep } from 'node:timers/promises';
import { chromium, type BrowserContext, type Locator, type Page } from '@playwright/test';
import { findChromium, quietArguments } from '../find-chromium.ts';
import { KEPT_CACHE, VISITED_CACHE } from '../../src/offline/packs.ts';
import { hashOfWords } from './list-pages.ts';

/** What a page shows: the hash of its words, and whether its sheets are there. */
export type Shown = { words: string; heading: string; isStyled: boolean };

/** A reader: a browser with a profile that outlives it. */
export type Reader = {
	page: () => Page;
	open: () => Promise<void>;
	/** End the browser's process at once, whatever it is doing. */
	kill: () => Promise<void>;
	close: () => Promise<void>;
	/** Load a page; rejects where the browser shows none. */
	load: (path: string) => Promise<Shown>;
	/** Search, and give all that the search page says. */
	search: (query: string) => Promise<string>;
	/** Wait until the page that is open is held as visited or kept; false where it does not come to be. */
	isHeld: () => Promise<boolean>;
	/**
	 * Have a pack kept, by its title on the offline page, and give what that page says of it in the end. Does
	 * `meanwhile` once the download has begun; where that ends the browser, nothing is said.
	 */
	keep: (title: string, meanwhile?: () => Promise<void>) => Promise<string>;
	drop: (title: string) => Promise<void>;
	/** Read what the offline page says is held: paths of visited pages, titles of packs that are kept whole. */
	list: () => Promise<{ visited: string[]; packs: string[] }>;
	/** What broke the site's own policy or its scripts since this was last asked. */
	takeComplaints: () => string[];
};

const PATIENCE_MILLISECONDS = 10_000;
/** The whole archive takes that long on a busy machine. */
const DOWNLOAD_MILLISECONDS = 120_000;

export function makeReader(profile: string, url: string): Reader {
	let context: BrowserContext | undefined;
	let page: Page | undefined;
	let complaints: string[] = [];
	const open = async () => {
		const executablePath = findChromium();
		if (!executablePath)
			throw new Error('There is no Chromium: install it or name one in CHROME_PATH.');
		context = await chromium.launchPersistentContext(profile, {
			executablePath,
			args: [...quietArguments],
		});
		page = context.pages()[0] ?? (await context.newPage());
		page.setDefaultTimeout(PATIENCE_MILLISECONDS);
		page.on('pageerror', ({ message }) => complaints.push(message));
		page.on('console', (message) => {
			if (/Content Security Policy|violates/.test(message.text())) complaints.push(message.text());
		});
	};
	const openPage = () => {
		if (!page) throw new Error('The browser is not open.');
		return page;
	};
	return {
		page: openPage,
		open,
		kill: async () => {
			const ended = new Promise<void>((resolve) => {
				context?.once('close', () => {
					resolve();
				});
			});
			process.kill(await findProcess(context), 'SIGKILL');
			await ended;
			context = page = undefined;
		},
		close: async () => {
			await context?.close();
			context = page = undefined;
		},
		load: async (path) => {
			await openPage().goto(url + path);
			const { words, ...shown } = await openPage().evaluate(readShown);
			return { ...shown, words: hashOfWords(words) };
		},
		search: async (query) => {
			await openPage().goto(`${url}search/?q=${encodeURIComponent(query)}`);
			const isTold = await until(() => openPage().evaluate(hasStatus, '[data-search-status]'));
			if (!isTold) throw new Error(`The search for ${query} said nothing.`);
			return openPage().locator('[data-search]').innerText();
		},
		isHeld: () => until(() => openPage().evaluate(isOpenPageIn, [VISITED_CACHE, KEPT_CACHE])),
		keep: async (title, meanwhile) => {
			const row = await openRow(openPage(), url, title);
			const button = row.getByRole('button', { name: /^(?:Keep|Fetch the rest):/ });
			if (await button.isHidden()) return 'Kept already.';
			await button.click();
			await meanwhile?.();
			if (!page) return '';
			const ask = () => openPage().evaluate(hasStatus, '[data-offline-status]');
			await until(ask, DOWNLOAD_MILLISECONDS);
			return openPage().locator('[data-offline-status]').innerText();
		},
		drop: async (title) => {
			const row = await openRow(openPage(), url, title);
			await row.getByRole('button', { name: /^Delete:/ }).click();
			await until(() => openPage().evaluate(hasStatus, '[data-offline-status]'));
		},
		list: async () => {
			await openRow(openPage(), url, 'The whole archive');
			return openPage().evaluate(readList);
		},
		takeComplaints: () => {
			const taken = complaints;
			complaints = [];
			return taken;
		},
	};
}

/** Ask until the answer is yes; false where it stays no. */
async function until(
	ask: () => Promise<boolean>,
	milliseconds = PATIENCE_MILLISECONDS,
): Promise<boolean> {
	const end = Date.now() + milliseconds;
	while (Date.now() < end) {
		if (await ask()) return true;
		await sleep(20);
	}
	return false;
}

/** Open the offline page and find the entry of a pack. */
async function openRow(page: Page, url: string, title: string): Promise<Locator> {
	await page.goto(`${url}offline/`);
	const row = page
		.locator('[data-offline-packs] li')
		.filter({ has: page.getByText(title, { exact: true }) });
	await row.waitFor();
	return row;
}

/** Find the process of a browser, the one that all others of it depend on. */
async function findProcess(context: BrowserContext | undefined): Promise<number> {
	const session = await context?.browser()?.newBrowserCDPSession();
	const found = await session?.send('SystemInfo.getProcessInfo');
	const browser = found?.processInfo.find(({ type }) => type === 'browser');
	if (!browser) throw new Error('The browser’s process was not found.');
	return browser.id;
}

/** Runs in the page. Buttons are left out: scripts add some. */
function readShown() {
	const main = document.querySelector('main')?.cloneNode(true) as HTMLElement | undefined;
	for (const button of main?.querySelectorAll('button') ?? []) button.remove();
	return {
		words: main?.textContent ?? '',
		heading: document.querySelector('h1')?.textContent.trim() ?? '',
		isStyled: [...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')].every(
			({ sheet }) => {
				try {
					return sheet !== null && sheet.cssRules.length > 0;
				} catch {
					// The rules of one that failed may not be read.
					return false;
				}
			},
		),
	};
}

/** Runs in the page. */
function hasStatus(selector: string): boolean {
	return Boolean(document.querySelector(selector)?.textContent);
}

/** Runs in the page. */
function readList() {
	const links = [...document.querySelectorAll<HTMLAnchorElement>('[data-offline-visited] a')];
	const rows = [...document.querySelectorAll('[data-offline-packs] li')];
	return {
		visited: links.map(({ pathname }) => pathname.slice(1)),
		packs: rows
			.filter((row) => row.querySelector('span')?.textContent.startsWith('kept,'))
			.map((row) => row.querySelector('strong')?.textContent ?? ''),
	};
}

/** Runs in the page. */
async function isOpenPageIn(names: string[]): Promise<boolean> {
	for (const name of names)
		if (await (await caches.open(name)).match(location.origin + location.pathname)) return true;
	return false;
}
