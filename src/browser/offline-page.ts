import {
	formatSize,
	INSTALL_FAILED,
	measurePack,
	VISITED_CACHE,
	type Pack,
} from '../offline/packs.ts';
import { siteRootOf } from '../search/site-root.ts';
import { installWorker } from './install-worker.ts';
import {
	deleteAll,
	deletePack,
	describeFault,
	keepPack,
	NewerEditionError,
	NO_ROOM,
	readHeld,
} from './keep-packs.ts';

/** The offline page: what is held on this device, and the packs that can be kept or deleted. */

/** An entry of the list, which shows how much of its pack is held. */
type Entry = { element: HTMLElement; show: (held: ReadonlyMap<string, string>) => void };

const root = siteRootOf(import.meta.url);
const place = document.querySelector<HTMLElement>('[data-offline]');
if (place) void start(place);

async function start(place: HTMLElement): Promise<void> {
	const status = part(place, '[data-offline-status]');
	const notice = part(place, '[data-offline-update]');
	if (!('caches' in globalThis) || !('serviceWorker' in navigator)) {
		status.textContent =
			'This browser keeps nothing for this site; a private window may be the reason.';
		return;
	}
	void tellInstallation(status, notice);
	await listVisited(part(place, '[data-offline-visited]'));
	const packs = await loadPacks();
	if (!packs) {
		status.textContent =
			'The list of packs could not be loaded; try again when there is a network.';
		return;
	}
	const everything: Pack = {
		id: 'all',
		title: 'The whole archive',
		files: packs.flatMap(({ files }) => files),
	};
	const show = async () => {
		const held = await readHeld(root);
		for (const entry of entries) entry.show(held);
		await tellRoom(part(place, '[data-offline-room]'));
	};
	const entries = [everything, ...packs].map((pack) => entryOf(pack, { status, show }));
	await show();
	part(place, '[data-offline-packs]').replaceChildren(...entries.map(({ element }) => element));
}

async function loadPacks(): Promise<Pack[] | undefined> {
	try {
		const response = await fetch(`${root}offline/packs.json`);
		return response.ok ? ((await response.json()) as Pack[]) : undefined;
	} catch {
		return undefined;
	}
}

/** Make an entry: the pack, how much of it is held, and what can be done. */
function entryOf(
	pack: Pack,
	{ status, show }: { status: HTMLElement; show: () => Promise<void> },
): Entry {
	const element = document.createElement('li');
	const [title, state] = [document.createElement('strong'), document.createElement('span')];
	title.textContent = pack.title;
	const [keep, remove] = [document.createElement('button'), document.createElement('button')];
	for (const button of [keep, remove]) button.type = 'button';
	remove.textContent = 'Delete';
	element.append(title, ' ', state, ' ', keep, ' ', remove);

	/** Do what a button asks, and say what came of it. */
	const run = async (work: () => Promise<string>) => {
		for (const button of [keep, remove]) button.disabled = true;
		status.textContent = '';
		const said = await work();
		await show();
		for (const button of [keep, remove]) button.disabled = false;
		status.textContent = said;
		(keep.hidden ? remove : keep).focus();
	};
	const tell = (done: number, of: number) => {
		// Of several fetches some end after the one for which there was no room.
		if (keep.disabled) state.textContent = `${formatSize(done)} of ${formatSize(of)}`;
	};
	keep.addEventListener('click', () => void run(() => keepAndSay(pack, tell)));
	remove.addEventListener(
		'click',
		() =>
			void run(async () => {
				await (pack.id === 'all' ? deleteAll() : deletePack(pack, root));
				return `Deleted from this device: ${pack.title}.`;
			}),
	);

	return {
		element,
		show: (held) => {
			const { missing, isOld, bytes, missingBytes } = measurePack(pack, held);
			const isWhole = missing.length === 0;
			const isNone = missing.length === pack.files.length && !isOld;
			state.textContent = isWhole
				? `kept, ${formatSize(bytes)}`
				: isNone
					? `not kept, ${formatSize(bytes)}`
					: `${isOld ? 'an older edition is kept' : 'kept in part'}, ${formatSize(missingBytes)} to fetch`;
			keep.textContent = isNone ? 'Keep' : 'Fetch the rest';
			keep.hidden = isWhole;
			remove.hidden = isNone;
			for (const button of [keep, remove])
				button.setAttribute('aria-label', `${button.textContent}: ${pack.title}`);
		},
	};
}

async function keepAndSay(pack: Pack, tell: (done: number, of: number) => void): Promise<string> {
	try {
		await keepPack(pack, root, tell);
		return `Kept on this device: ${pack.title}.`;
	} catch (error) {
		if (error instanceof NewerEditionError)
			void navigator.serviceWorker.getRegistration().then((found) => found?.update());
		return `${describeFault(error)} What was fetched so far is kept.`;
	}
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

/** Say how much room is taken. How much there is, browsers do not tell: what they name is no promise. */
async function tellRoom(sentence: HTMLElement): Promise<void> {
	const { usage } = await navigator.storage.estimate();
	if (usage !== undefined)
		sentence.textContent = `The site takes ${formatSize(usage)} on this device.`;
}

/** Have the worker installed now, say so where it cannot be, and offer a newer edition when one has come. */
async function tellInstallation(status: HTMLElement, notice: HTMLElement): Promise<void> {
	navigator.serviceWorker.addEventListener('message', ({ data }) => {
		const { type, isFull } = data as { type?: string; isFull?: boolean };
		if (type !== INSTALL_FAILED) return;
		status.textContent = navigator.serviceWorker.controller
			? `A newer edition of the site could not be ${isFull ? 'kept: there is no room for it' : 'fetched whole'}. The one that is held works as before.`
			: isFull
				? NO_ROOM
				: 'The site could not be fetched whole for use without a network. The next page that is opened tries again.';
	});
	navigator.serviceWorker.startMessages();
	try {
		const registration = await installWorker();
		offerUpdate(registration, notice);
		registration?.addEventListener('updatefound', () => {
			registration.installing?.addEventListener('statechange', () => {
				offerUpdate(registration, notice);
			});
		});
	} catch {
		// Without a network the worker that is there goes on; without one there is nothing that could be held.
		const registration = await navigator.serviceWorker.getRegistration();
		offerUpdate(registration, notice);
		if (!registration)
			status.textContent =
				'This browser does not let the site work without a network; a private window may be the reason.';
	}
}

/** A newer edition waits until a reader takes it; pages that are open keep to theirs until then. */
function offerUpdate(
	registration: ServiceWorkerRegistration | undefined,
	notice: HTMLElement,
): void {
	const waiting = registration?.waiting;
	notice.hidden = !waiting || !registration.active;
	const button = notice.querySelector('button');
	if (!waiting || !button) return;
	button.onclick = () => {
		navigator.serviceWorker.addEventListener('controllerchange', () => {
			location.reload();
		});
		waiting.postMessage('take over');
	};
}

function part(place: HTMLElement, selector: string): HTMLElement {
	const found = place.querySelector<HTMLElement>(selector);
	if (!found) throw new Error(`The offline page lacks ${selector}.`);
	return found;
}
