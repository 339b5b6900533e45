import { getCollection, getEntry } from 'astro:content';
import type { Archive, Event, Name, Outlet, Term } from '../model/authorities.ts';

/** Load what the archive says of itself. */
export async function loadArchive(): Promise<Archive> {
	const entry = await getEntry('archive', 'archive');
	if (!entry) throw new Error('content/archive.yaml is missing. Run: npm run check:content');
	return entry.data;
}

/** Load the terms, by id. */
export async function loadTerms(): Promise<Map<string, Term>> {
	return byId(await getCollection('terms'));
}

/** Load the events, by id. */
export async function loadEvents(): Promise<Map<string, Event>> {
	return byId(await getCollection('events'));
}

/** Load the people and organisations, by id. */
export async function loadNames(): Promise<Map<string, Name>> {
	return byId([...(await getCollection('people')), ...(await getCollection('organisations'))]);
}

/** Load the outlets, by id. */
export async function loadOutlets(): Promise<Map<string, Outlet>> {
	return byId(await getCollection('outlets'));
}

function byId<Data extends { id: string }>(entries: { data: Data }[]): Map<string, Data> {
	return new Map(entries.map(({ data }) => [data.id, data]));
}
