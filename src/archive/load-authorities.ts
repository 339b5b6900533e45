import { getCollection, getEntry } from 'astro:content';
import type { Archive, Event, Name, Outlet, Term } from '../model/authorities.ts';
import { loadPlaces } from './load-articles.ts';
import { onceInABuild } from './once-in-a-build.ts';
import { overrideSite } from '../model/public-address.ts';

/** Load what the archive says of itself; SITE_URL in the environment overrides its public address. */
export const loadArchive: () => Promise<Archive> = onceInABuild(async () => {
	const entry = await getEntry('archive', 'archive');
	if (!entry) throw new Error('content/archive.yaml is missing. Run: npm run check:content');
	return overrideSite(entry.data, process.env['SITE_URL']);
});

/** Load all that the page of an article names. */
export async function loadAuthorities() {
	const [archive, outlets, terms, events, names] = await Promise.all([
		loadArchive(),
		loadOutlets(),
		loadTerms(),
		loadEvents(),
		loadNames(),
	]);
	return { archive, outlets, terms, events, names };
}

/**
 * Load the terms, by id; like the other lists, in the order of their file. Renderings that no note shows, since
 * it was withdrawn or may not show its words, are left out.
 */
export const loadTerms: () => Promise<Map<string, Term>> = onceInABuild(async () => {
	const terms = byId<Term & { position: number }>(await getCollection('terms'));
	const shown = new Set(
		loadPlaces().flatMap(({ renderings }) => renderings.map((one) => JSON.stringify(one))),
	);
	return new Map(
		[...terms].map(([id, term]) => [
			id,
			{
				...term,
				renderings: term.renderings.filter((words) => shown.has(JSON.stringify([id, words]))),
			},
		]),
	);
});

/** Load the events, by id. */
export const loadEvents: () => Promise<Map<string, Event>> = onceInABuild(async () => {
	return byId(await getCollection('events'));
});

/** Load the people, by id. */
export const loadPeople: () => Promise<Map<string, Name>> = onceInABuild(async () => {
	return byId(await getCollection('people'));
});

/** Load the organisations, by id. */
export const loadOrganisations: () => Promise<Map<string, Name>> = onceInABuild(async () => {
	return byId(await getCollection('organisations'));
});

/** Load the people and organisations, by id. */
export const loadNames: () => Promise<Map<string, Name>> = onceInABuild(async () => {
	return new Map([...(await loadPeople()), ...(await loadOrganisations())]);
});

/** Load the outlets, by id. */
export const loadOutlets: () => Promise<Map<string, Outlet>> = onceInABuild(async () => {
	return byId(await getCollection('outlets'));
});

/** Key entries by their ids, in the order of their file. */
function byId<Data extends { id: string; position: number }>(
	entries: { data: Data }[],
): Map<string, Data> {
	return new Map(
		entries
			.map(({ data }) => data)
			.sort((a, b) => a.position - b.position)
			.map((data) => [data.id, data]),
	);
}
