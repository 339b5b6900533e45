import { ExpirationPlugin } from 'workbox-expiration';
import { cleanupOutdatedCaches, matchPrecache, precache } from 'workbox-precaching';
import { registerRoute } from 'workbox-routing';
import { CacheFirst, NetworkFirst, type StrategyOptions } from 'workbox-strategies';
import { KEPT_CACHE, VISITED_CACHE } from './packs.ts';

/**
 * The service worker. What every reader gets at once, the shell, is one set: a new build's is fetched beside the
 * old one and takes its place only when no page of the old one is open, or a reader asks for it. Search is
 * answered from the shell alone, so that its parts are always of one build. Pages come from the network; where
 * it fails, the copy from the last visit or from a pack stands in, and a failing server never replaces a copy.
 */

/** The part of the worker's interface that is used here. */
type Worker = {
	skipWaiting(): Promise<void>;
	registration: { scope: string };
	addEventListener(type: 'message', listener: (event: { data: unknown }) => void): void;
};
declare const self: Worker;
/** The shell of this build, set where the worker is bundled. */
declare const SHELL: { url: string; revision: string }[];

const MAX_VISITED = 300;
const MAX_ASSETS = 120;
/** A slow network is waited for this long where there is a copy. */
const PATIENCE_SECONDS = 4;
const root = new URL(self.registration.scope).pathname;
const inRoot = (path: string) => root + path;

precache(SHELL);
cleanupOutdatedCaches();

const visited = new NetworkFirst({
	cacheName: VISITED_CACHE,
	networkTimeoutSeconds: PATIENCE_SECONDS,
	matchOptions: { ignoreSearch: true },
	plugins: [
		keepAtMost(MAX_VISITED),
		{
			// An error of the server is no page; the copy is.
			fetchDidSucceed: ({ response }) => {
				if (response.status >= 500) throw new Error(`The server answered ${response.status}.`);
				return Promise.resolve(response);
			},
			handlerDidError: async ({ request }) =>
				(await findKept(request.url)) ?? (await matchPrecache(inRoot('offline/'))),
		},
	],
});

registerRoute(
	({ request, url }) => request.mode === 'navigate' && url.pathname.startsWith(root),
	async (options) => {
		if (options.url.pathname === inRoot('search/')) {
			const page = await matchPrecache(inRoot('search/'));
			if (page) return page;
		}
		return visited.handle(options);
	},
);

registerRoute(
	({ url }) =>
		url.pathname.startsWith(inRoot('pagefind/')) || url.pathname === inRoot('offline/packs.json'),
	async ({ request, url }) => (await matchPrecache(url.pathname)) ?? fetch(request),
);

const assets = new CacheFirst({
	cacheName: 'calque-assets',
	plugins: [keepAtMost(MAX_ASSETS)],
});
// Their names tell their bytes, so any copy is the right one.
registerRoute(
	({ url }) => url.pathname.startsWith(inRoot('_astro/')),
	async (options) =>
		(await matchPrecache(options.url.pathname)) ??
		(await findKept(options.url.href)) ??
		assets.handle(options),
);

self.addEventListener('message', ({ data }) => {
	if (data === 'take over') void self.skipWaiting();
});

/** Its types say undefined where those of a plugin say absent. */
function keepAtMost(maxEntries: number) {
	const plugin = new ExpirationPlugin({ maxEntries, purgeOnQuotaError: true });
	return plugin as NonNullable<StrategyOptions['plugins']>[number];
}

/** Find a page or file in what the reader keeps. */
async function findKept(address: string): Promise<Response | undefined> {
	const kept = await caches.open(KEPT_CACHE);
	return kept.match(address.split(/[?#]/, 1)[0] ?? '', { ignoreSearch: true });
}
