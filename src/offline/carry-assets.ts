import type { PrecacheController } from 'workbox-precaching';
import { namesIn, namesNeeded } from './name-assets.ts';
import { ASSETS_CACHE, KEPT_CACHE, VISITED_CACHE } from './packs.ts';

/**
 * Before a new shell takes the place of an old one: keep those sheets, scripts and faces of the old one that
 * pages held on this device need, and let go of those kept earlier that none needs any more.
 */
export async function carryAssets(shell: PrecacheController): Promise<void> {
	const assets = await caches.open(ASSETS_CACHE);
	const carried = await readAssets(assets);
	const old = await readAssets(await caches.open(shell.strategy.cacheName));
	for (const url of shell.getCachedURLs()) old.delete(nameOf(url));
	if (old.size + carried.size === 0) return;

	const texts = new Map<string, string>();
	for (const [name, { response }] of [...old, ...carried])
		texts.set(name, /\.(?:css|js)$/.test(name) ? await response.clone().text() : '');
	const needed = namesNeeded(await namesOfHeldPages(), texts);
	for (const [name, { url, response }] of old)
		if (needed.has(name) && !carried.has(name)) await assets.put(url, response);
	for (const [name, { url }] of carried) if (!needed.has(name)) await assets.delete(url);
}

/** Read the files of `_astro/` in a cache, by their names. */
async function readAssets(cache: Cache): Promise<Map<string, { url: string; response: Response }>> {
	const found = new Map<string, { url: string; response: Response }>();
	for (const request of await cache.keys()) {
		const url = request.url.replace(/[?#].*$/s, '');
		const response = /\/_astro\/[^/]+$/.test(url) ? await cache.match(request) : undefined;
		if (response) found.set(nameOf(url), { url, response });
	}
	return found;
}

async function namesOfHeldPages(): Promise<Set<string>> {
	const names = new Set<string>();
	for (const cacheName of [VISITED_CACHE, KEPT_CACHE]) {
		const cache = await caches.open(cacheName);
		for (const request of await cache.keys())
			for (const name of namesIn((await (await cache.match(request))?.text()) ?? ''))
				names.add(name);
	}
	return names;
}

function nameOf(url: string): string {
	return url.slice(url.lastIndexOf('/') + 1);
}
