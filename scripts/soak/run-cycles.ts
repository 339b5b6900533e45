import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Pack } from '../../src/offline/packs.ts';
import { listPages } from './list-pages.ts';
import { makeReader, type Reader } from './open-reader.ts';
import { openServer, type SoakServer } from './open-server.ts';
import { seeded, type Choices } from '../seeded.ts';

/**
 * Load pages, search and keep packs while the server and the browser are killed at random moments. A page that
 * is held, since it was visited or is in a pack, must show its words from then on, and every search must find
 * what it finds with a server: whatever does not is a loss.
 */

export type Counts = {
	cycles: number;
	loads: number;
	searches: number;
	downloads: number;
	serverKills: number;
	browserKills: number;
};
export type Soaked = Counts & { losses: string[] };
type Options = {
	dist: string;
	cycles: number;
	seed: number;
	/** Called after each cycle. */
	tell?: (soaked: Soaked) => void;
};

/** A profile lives for so many cycles; whole packs are kept in every other one. */
const CYCLES_OF_A_PROFILE = 250;
/** Fewer than the worker holds of visited pages, or the ones that were not asked for the longest go. */
const MAX_PAGES = 250;
const queries = [
	'encryption keys',
	'cooperation authorities',
	'"carries a"',
	'ключами',
	'Durov -telegram',
	'terminal',
	'xylophone',
	'блокировка',
	'the FSB director',
];

/** What is known of a reader's device. */
type Device = {
	server: SoakServer;
	reader: Reader;
	choose: Choices;
	/** Hashes of the words of the pages that are visited, by their paths, and those of all others. */
	pages: ReadonlyMap<string, string>;
	paths: readonly string[];
	packs: readonly Pack[];
	visited: Set<string>;
	/** Ids of packs that are kept whole. */
	kept: Set<string>;
	/** What each query finds with a server. */
	findings: ReadonlyMap<string, string>;
	counts: Counts;
};

/** Something held that did not show, or showed something else. */
class Loss extends Error {}

/** Run so many cycles on a built site; the same seed makes the same choices. */
export async function runCycles({ dist, cycles, seed, tell }: Options): Promise<Soaked> {
	const pages = listPages(dist);
	const packs = JSON.parse(readFileSync(join(dist, 'offline/packs.json'), 'utf8')) as Pack[];
	const counts: Counts = {
		cycles: 0,
		loads: 0,
		searches: 0,
		downloads: 0,
		serverKills: 0,
		browserKills: 0,
	};
	const losses: string[] = [];
	const server = await openServer(dist);
	const choose = seeded(seed);
	const profiles = Math.max(2, Math.ceil(cycles / CYCLES_OF_A_PROFILE));
	let findings = new Map<string, string>();
	try {
		for (let run = 0; run < profiles; run++) {
			const profile = mkdtempSync(join(tmpdir(), 'calque-soak-'));
			const reader = makeReader(profile, server.url);
			const paths = shuffle([...pages.keys()].filter(isVisitable), choose).slice(0, MAX_PAGES);
			await server.start();
			await reader.open();
			if (findings.size === 0) findings = await findAll(reader);
			const [visited, kept] = [new Set<string>(), new Set<string>()];
			const made = { server, reader, choose, pages, paths, packs, visited, kept, findings, counts };
			const end = Math.round((cycles * (run + 1)) / profiles);
			const attempt = async (act: () => Promise<void>) => {
				try {
					await act();
				} catch (error) {
					const what = error instanceof Error ? error.message : String(error);
					losses.push(`Cycle ${counts.cycles}, seed ${seed}: ${what}`);
					visited.clear();
					kept.clear();
				}
			};
			await attempt(() => begin(made, run % 2 === 1));
			for (; counts.cycles < end; tell?.({ ...counts, losses })) {
				counts.cycles++;
				await attempt(() => runCycle(made));
			}
			await reader.close();
			rmSync(profile, { recursive: true, force: true });
		}
	} finally {
		await server.kill();
	}
	return { ...counts, losses };
}

/** The search and the offline page are asked for in their own way. */
function isVisitable(path: string): boolean {
	return path !== 'search/' && path !== 'offline/';
}

async function findAll(reader: Reader): Promise<Map<string, string>> {
	const found = new Map<string, string>();
	for (const query of queries) found.set(query, await reader.search(query));
	return found;
}

/** Have the worker installed and, if asked, the whole archive kept, as a reader does. */
async function begin(device: Device, isAllKept: boolean): Promise<void> {
	const { reader } = device;
	await reader.load('offline/');
	await reader.page().evaluate(async () => {
		await navigator.serviceWorker.ready;
	});
	if (isAllKept) await download(device, 'The whole archive');
}

/** Whatever else happens by chance, the browser is killed in each of so many cycles. */
const BROWSER_KILLED_EVERY = 25;

async function runCycle(device: Device): Promise<void> {
	const { server, reader, choose, counts, kept } = device;
	if (choose.isDue(0.2)) await (server.isUp() ? killServer(device) : server.start());
	const turn = choose.below(100);
	const isBrowserDue = counts.cycles % BROWSER_KILLED_EVERY === 0;
	if (turn < 50 && !isBrowserDue) await loadAny(device);
	else if (turn < 65 && !isBrowserDue) await search(device);
	else if (turn < 90 && !isBrowserDue) await killWhileLoading(device, () => killServer(device));
	else if (turn < 94 || isBrowserDue)
		await killWhileLoading(device, async () => {
			await reader.kill();
			counts.browserKills++;
			await reader.open();
		});
	else if (turn < 97 && kept.size > 0) {
		await server.start();
		const pack = choose.pick(device.packs.filter(({ id }) => kept.has(id)));
		await reader.drop(pack.title);
		kept.delete(pack.id);
		await download(device, pack.title);
	} else if (turn < 98) await checkList(device);
	else await loadHeld(device);
	const complaints = reader.takeComplaints();
	if (complaints.length > 0) throw new Loss(`The page complained: ${complaints.join('; ')}`);
}

async function killServer({ server, counts }: Device): Promise<void> {
	await server.kill();
	counts.serverKills++;
}

/** Load a page: any where there is a server, mostly a held one where there is none. */
async function loadAny(device: Device): Promise<void> {
	const { server, reader, choose, paths, pages, visited, counts } = device;
	if (!server.isUp() && !choose.isDue(0.1)) return loadHeld(device);
	const path = choose.pick(paths);
	if (!server.isUp() && !isHeld(device, path)) {
		counts.loads++;
		// What is not held is said not to be; another page would be worse than none. The home page is always held.
		const { words, heading, isStyled } = await reader.load(path);
		if (!isStyled) throw new Loss(`${path}, which is not held, lacks a sheet.`);
		if (heading !== 'Offline' && words !== pages.get(path))
			throw new Loss(`${path}, which is not held, shows something else: ${heading}.`);
		return;
	}
	await loadRight(device, path);
	if (!server.isUp()) return;
	if (!(await reader.isHeld())) throw new Loss(`${path} was visited and is not held.`);
	visited.add(path);
}

async function loadHeld(device: Device): Promise<void> {
	const { choose, visited, kept, packs } = device;
	const inPacks = packs
		.filter(({ id }) => kept.has(id))
		.flatMap(({ files }) => files.map(({ path }) => path))
		.filter(isVisitable);
	const held = [...visited, ...inPacks].sort();
	if (held.length > 0) await loadRight(device, choose.pick(held));
}

function isHeld({ visited, kept, packs }: Device, path: string): boolean {
	const isOf = (pack: Pack) => pack.files.some((file) => file.path === path);
	return visited.has(path) || packs.some((pack) => kept.has(pack.id) && isOf(pack));
}

async function loadRight({ reader, pages, counts, server }: Device, path: string): Promise<void> {
	counts.loads++;
	const about = `${path || 'home'} (server ${server.isUp() ? 'up' : 'down'})`;
	const shown = await reader.load(path).catch((error: unknown) => {
		throw new Loss(`${about} does not show: ${String(error)}`);
	});
	if (shown.words !== pages.get(path)) throw new Loss(`${about} shows: ${shown.heading}.`);
	if (!shown.isStyled) throw new Loss(`${about} lacks a sheet.`);
}

async function search({ reader, choose, findings, counts, server }: Device): Promise<void> {
	counts.searches++;
	const query = choose.pick(queries);
	const found = await reader.search(query);
	if (found !== findings.get(query))
		throw new Loss(
			`The search for ${query} (server ${server.isUp() ? 'up' : 'down'}) says: ${found.slice(-300)}`,
		);
}

/** Kill something while a page is loading; what was held before must show after. */
async function killWhileLoading(device: Device, kill: () => Promise<void>): Promise<void> {
	const { server, reader, choose, paths } = device;
	await server.start();
	const path = choose.pick(paths);
	device.counts.loads++;
	const loading = reader.load(path).catch(() => undefined);
	await sleep(choose.below(120));
	await kill();
	await loading;
	if (isHeld(device, path)) await loadRight(device, path);
	else await loadHeld(device);
	if (choose.isDue(0.3)) await search(device);
}

/** Keep a pack, the server or the browser killed meanwhile, and resume until it is kept whole. */
async function download(device: Device, title: string): Promise<void> {
	const { server, reader, choose, packs, kept, counts } = device;
	counts.downloads++;
	await server.start();
	const isServerKilled = choose.isDue(0.7);
	const delay = choose.below(title === 'The whole archive' ? 1500 : 300);
	const said = await reader.keep(title, async () => {
		await sleep(delay);
		if (isServerKilled) return killServer(device);
		await reader.kill();
		counts.browserKills++;
	});
	if (isServerKilled && !/^(?:The network failed|Kept on this device)/.test(said))
		throw new Loss(`A download of ${title} without a server says: ${said}`);
	if (!isServerKilled) await reader.open();
	await server.start();
	const then = await reader.keep(title);
	if (!then.startsWith('Kept')) throw new Loss(`A download of ${title}, resumed, says: ${then}`);
	for (const pack of packs)
		if (title === pack.title || title === 'The whole archive') kept.add(pack.id);
}

/** The offline page must list all that is held. */
async function checkList({ reader, visited, kept, packs }: Device): Promise<void> {
	const listed = await reader.list();
	const unlisted = [
		...[...visited].filter((path) => !listed.visited.includes(path)),
		...packs.filter(({ id, title }) => kept.has(id) && !listed.packs.includes(title)),
	];
	if (unlisted.length > 0)
		throw new Loss(`The offline page does not list: ${JSON.stringify(unlisted).slice(0, 300)}`);
}

function shuffle<Item>(items: Item[], choose: Choices): Item[] {
	for (let at = items.length - 1; at > 0; at--) {
		const other = choose.below(at + 1);
		[items[at], items[other]] = [items[other] as Item, items[at] as Item];
	}
	return items;
}
