import {
	formatMegabytes,
	HASH_HEADER,
	KEPT_CACHE,
	measurePack,
	VISITED_CACHE,
	type Pack,
	type PackFile,
} from '../offline/packs.ts';
import { siteRootOf } from '../search/site-root.ts';

/** The offline page: what is held on this device, and the packs that can be kept or deleted. */

/** So many files are fetched at a time. */
const AT_A_TIME = 6;
const root = siteRootOf(import.meta.url);
const addressOf = (path: string) => new URL(root + path, location.href).href;

const place = document.querySelector<HTMLElement>('[data-offline]');
if (place) void start(place);

async function start(place: HTMLElement): Promise<void> {
	const status = part(place, '[data-offline-status]');
	if (!('caches' in globalThis)) {
		status.textContent =
			'This browser keeps nothing for this site; a private window may be the reason.';
		return;
	}
	const packs = await loadPacks();
	if (!packs) {
		status.textContent =
			'The list of packs could not be loaded; try again when there is a network.';
		return;
	}
	part(place, '[data-offline-packs]').replaceChildren(
		...packs.map((pack) => entryOf(pack, status)),
	);
	const everything: Pack = {
		id: 'all',
		title: 'The whole archive',
		files: packs.flatMap(({ files }) => files),
	};
	part(place, '[data-offline-packs]').prepend(entryOf(everything, status, () => void start(place)));
	await listVisited(part(place, '[data-offline-visited]'));
	await tellUpdate(part(place, '[data-offline-update]'));
}

async function loadPacks(): Promise<Pack[] | undefined> {
	try {
		const response = await fetch(`${root}offline/packs.json`);
		return response.ok ? ((await response.json()) as Pack[]) : undefined;
	} catch {
		return undefined;
	}
}

/** An entry of the list: the pack, how much of it is held, and what can be done. */
function entryOf(
	pack: Pack,
	status: HTMLElement,
	onChange: () => void = () => undefined,
): HTMLElement {
	const entry = document.createElement('li');
	const [title, state] = [document.createElement('strong'), document.createElement('span')];
	title.textContent = pack.title;
	const [keep, remove] = [document.createElement('button'), document.createElement('button')];
	for (const button of [keep, remove]) button.type = 'button';
	remove.textContent = 'Delete';
	entry.append(title, ' ', state, ' ', keep, ' ', remove);

	const show = async () => {
		const { missing, isOld, bytes, missingBytes } = measurePack(pack, await readHeld());
		const isWhole = missing.length === 0;
		const isNone = missing.length === pack.files.length && !isOld;
		state.textContent = isWhole
			? `kept, ${formatMegabytes(bytes)}`
			: isNone
				? `not kept, ${formatMegabytes(bytes)}`
				: `${isOld ? 'an older edition is kept' : 'kept in part'}, ${formatMegabytes(missingBytes)} to fetch`;
		keep.textContent = isNone ? 'Keep' : 'Fetch the rest';
		keep.hidden = isWhole;
		remove.hidden = isNone;
		for (const button of [keep, remove])
			button.setAttribute('aria-label', `${button.textContent}: ${pack.title}`);
	};
	keep.addEventListener('click', () => {
		keep.disabled = true;
		void keepPack(pack, (done, of) => {
			state.textContent = `${formatMegabytes(done)} of ${formatMegabytes(of)}`;
		}).then(async (said) => {
			status.textContent = said;
			keep.disabled = false;
			await show();
			onChange();
		});
	});
	remove.addEventListener('click', () => {
		void deletePack(pack).then(async () => {
			status.textContent = `Deleted from this device: ${pack.title}.`;
			await show();
			onChange();
		});
	});
	void show();
	return entry;
}

/**
 * Fetch what is missing of a pack, check each file's hash and keep it; what was kept before an interruption
 * stays. Resolves with what is to be said of it.
 */
async function keepPack(pack: Pack, tell: (done: number, of: number) => void): Promise<string> {
	await navigator.storage.persist().catch(() => false);
	const kept = await caches.open(KEPT_CACHE);
	const { missing, missingBytes } = measurePack(pack, await readHeld());
	const waiting = [...missing];
	let done = 0;
	const work = async () => {
		for (let file = waiting.shift(); file; file = waiting.shift()) {
			await keepFile(kept, file);
			done += file.bytes;
			tell(done, missingBytes);
		}
	};
	try {
		await Promise.all(Array.from({ length: AT_A_TIME }, work));
		return `Kept on this device: ${pack.title}.`;
	} catch (error) {
		waiting.length = 0;
		return `${describe(error)} What was fetched so far is kept.`;
	}
}

async function keepFile(kept: Cache, { path, sha256 }: PackFile): Promise<void> {
	const response = await fetch(addressOf(path), { cache: 'no-cache' });
	if (!response.ok)
		throw new Error(`The server answered ${response.status} for ${path || 'the home page'}.`);
	const bytes = await response.arrayBuffer();
	if ((await hashOf(bytes)) !== sha256)
		throw new Error('A newer edition has come meanwhile; load this page again.');
	const headers = new Headers(response.headers);
	headers.set(HASH_HEADER, sha256);
	headers.delete('content-encoding');
	await kept.put(addressOf(path), new Response(bytes, { headers }));
}

async function hashOf(bytes: ArrayBuffer): Promise<string> {
	const digest = await crypto.subtle.digest('SHA-256', bytes);
	return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function describe(error: unknown): string {
	if (error instanceof DOMException && error.name === 'QuotaExceededError')
		return 'This device has no room left for the site, or the browser gives it none. The site works on line as before.';
	if (error instanceof TypeError) return 'The network failed.';
	return error instanceof Error ? error.message : String(error);
}

async function deletePack(pack: Pack): Promise<void> {
	const kept = await caches.open(KEPT_CACHE);
	await Promise.all(pack.files.map(({ path }) => kept.delete(addressOf(path))));
}

/** Read which files are kept: their hashes by their paths. */
async function readHeld(): Promise<Map<string, string>> {
	const kept = await caches.open(KEPT_CACHE);
	const held = new Map<string, string>();
	for (const request of await kept.keys()) {
		const response = await kept.match(request);
		const path = new URL(request.url).pathname.slice(root.length);
		held.set(path, response?.headers.get(HASH_HEADER) ?? '');
	}
	return held;
}

async function listVisited(list: HTMLElement): Promise<void> {
	const visited = await caches.open(VISITED_CACHE);
	const pages = new Map<string, string>();
	for (const request of await visited.keys()) {
		const path = new URL(request.url).pathname;
		if (path === `${root}offline/`) continue;
		pages.set(path, titleOf((await (await visited.match(request))?.text()) ?? '') || path);
	}
	list.replaceChildren(
		...[...pages]
			.sort(([a], [b]) => (a < b ? -1 : 1))
			.map(([path, title]) => {
				const [item, link] = [document.createElement('li'), document.createElement('a')];
				link.href = path;
				link.textContent = title;
				item.append(link);
				return item;
			}),
	);
	if (pages.size > 0) return;
	const none = document.createElement('li');
	none.textContent = 'None yet.';
	list.append(none);
}

function titleOf(html: string): string {
	const { title } = new DOMParser().parseFromString(html, 'text/html');
	return title.replace(/ · [^·]*$/, '');
}

/** A newer build waits until a reader takes it; pages that are open keep to theirs until then. */
async function tellUpdate(notice: HTMLElement): Promise<void> {
	const registration = await navigator.serviceWorker.getRegistration();
	const waiting = registration?.waiting;
	notice.hidden = !waiting;
	if (!waiting) return;
	notice.querySelector('button')?.addEventListener('click', () => {
		navigator.serviceWorker.addEventListener('controllerchange', () => {
			location.reload();
		});
		waiting.postMessage('take over');
	});
}

function part(place: HTMLElement, selector: string): HTMLElement {
	const found = place.querySelector<HTMLElement>(selector);
	if (!found) throw new Error(`The offline page lacks ${selector}.`);
	return found;
}
