import { ExpirationPlugin } from 'workbox-expiration';
import { cleanupOutdatedCaches, PrecacheController } from 'workbox-precaching';
import { registerRoute } from 'workbox-routing';
import { CacheFirst, NetworkFirst, type StrategyOptions } from 'workbox-strategies';
import { carryAssets } from './carry-assets.ts';
import { ASSETS_CACHE, INSTALL_FAILED, KEPT_CACHE, VISITED_CACHE } from './packs.ts';

/**
 * The service worker. What every reader gets at once, the shell, is one set: a new build's is fetched beside the
 * old one and takes its place only when no page of the old one is open, or a reader asks for it. The search and
 * the offline page are answered from the shell alone, so that their parts are always of one build, but for the index of
 * a large archive, which is no part of it. Other pages come from the network; where it fails, the copy from the last visit or from a pack stands in, and a failing
 * server never replaces a copy.
 */

/** The parts of the worker's interface that are used here. */
type LifeEvent = Event & { waitUntil(work: Promise<unknown>): void };
type Worker = {
	skipWaiting(): Promise<void>;
	registration: { scope: string };
	clients: {
		matchAll(of: { includeUncontrolled: true }): Promise<{ postMessage(data: unknown): void }[]>;
	};
	addEventListener(type: 'install' | 'activate', listener: (event: LifeEvent) => void): void;
	addEventListener(type: 'message', listener: (event: { data: unknown }) => void): void;
};
declare const self: Worker;
/** The shell of this build, set where the worker is bundled. A file of another build is refused by its hash. */
declare const SHELL: { url: string; revision: string; integrity: string }[];

const MAX_VISITED = 300;
/** A slow network is waited for this long where there is a copy. */
const PATIENCE_SECONDS = 4;
const root = new URL(self.registration.scope).pathname;
const inRoot = (path: string) => root + path;

const shell = new PrecacheController();
shell.addToCacheList(SHELL);
cleanupOutdatedCaches();
self.addEventListener('install', (event) => {
	event.waitUntil(install(event));
});
self.addEventListener('activate', (event) => {
	void shell.activate(event);
});

/** Fetch the shell, and keep what pages of older builds need; where that fails, say so to whoever is there. */
async function install(event: LifeEvent): Promise<void> {
	try {
		await shell.install(event);
		await carryAssets(shell);
	} catch (error) {
		const isFull = error instanceof DOMException && error.name === 'QuotaExceededError';
		for (const client of await self.clients.matchAll({ includeUncontrolled: true }))
			client.postMessage({ type: INSTALL_FAILED, isFull });
		throw error;
	}
}

const visited = new NetworkFirst({
	cacheName: VISITED_CACHE,
	networkTimeoutSeconds: PATIENCE_SECONDS,
	plugins: [
		keepAtMost(MAX_VISITED),
		{
			// No page depends on what follows a question mark, but the search, which is not kept here.
			cacheKeyWillBeUsed: ({ request }) => Promise.resolve(withoutQuery(request.url)),
			// An error of the server is no page; the copy is.
			fetchDidSucceed: ({ response }) => {
				if (response.status >= 500) throw new Error(`The server answered ${response.status}.`);
				return Promise.resolve(response);
			},
			handlerDidError: async ({ request }) =>
				(await findKept(request.url)) ??
				(await shell.matchPrecache(withoutQuery(request.url))) ??
				(await findOfflinePage()),
		},
	],
});

registerRoute(
	({ request, url }) => request.mode === 'navigate' && url.pathname.startsWith(root),
	async (options) => {
		const { pathname } = options.url;
		const isOfShell = pathname === inRoot('search/') || pathname === inRoot('offline/');
		return (isOfShell && (await shell.matchPrecache(pathname))) || visited.handle(options);
	},
);

registerRoute(
	({ url }) =>
		url.pathname.startsWith(inRoot('pagefind/')) ||
		['offline/packs.json', 'manifest.webmanifest', 'favicon.svg'].some(
			(path) => url.pathname === inRoot(path),
		),
	async ({ request, url }) => (await shell.matchPrecache(url.pathname)) ?? fetchOrFind(request),
);

const assets = new CacheFirst({ cacheName: ASSETS_CACHE });
// Their names tell their bytes, so any copy is the right one.
registerRoute(
	({ url }) => url.pathname.startsWith(inRoot('_astro/')),
	async (options) => (await shell.matchPrecache(options.url.pathname)) ?? assets.handle(options),
);

self.addEventListener('message', ({ data }) => {
	if (data === 'take over') void self.skipWaiting();
});

/**
 * Keep so many, and delete the ones that were not asked for the longest. Where there is no room, what is held
 * stays. Its types say undefined where those of a plugin say absent.
 */
function keepAtMost(maxEntries: number) {
	const plugin = new ExpirationPlugin({ maxEntries });
	return plugin as NonNullable<StrategyOptions['plugins']>[number];
}

/** Fetch what is no part of the shell; the search of a large archive may be kept in a pack. */
async function fetchOrFind(request: Request): Promise<Response> {
	try {
		return await fetch(request);
	} catch (error) {
		const kept = await findKept(request.url);
		if (kept) return kept;
		throw error;
	}
}

/** Find a file in what the reader keeps. */
async function findKept(address: string): Promise<Response | undefined> {
	const kept = await caches.open(KEPT_CACHE);
	return kept.match(withoutQuery(address));
}

/** Find the page that stands in for any other: its links lead from the site's root, at whatever depth it is shown. */
async function findOfflinePage(): Promise<Response | undefined> {
	const page = await shell.matchPrecache(inRoot('offline/'));
	const html = (await page?.text())?.replaceAll('="../', `="${root}`);
	return html === undefined
		? undefined
		: new Response(html, { headers: { 'Content-Type': 'text/html; charset=utf-8' } });
}

function withoutQuery(address: string): string {
	return address.split(/[?#]/, 1)[0] ?? '';
}
