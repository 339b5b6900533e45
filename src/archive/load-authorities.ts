import { getCollection, getEntry } from 'astro:content';
import { archiveSchema } from '../model/authorities.ts';
import type { Archive, Event, Name, Outlet, Term } from '../model/authorities.ts';

/** Load what the archive says of itself; SITE_URL in the environment overrides its public address. */
export async function loadArchive(): Promise<Archive> {
	const entry = await getEntry('archive', 'archive');
	if (!entry) throw new Error('content/archive.yaml is missing. Run: npm run check:content');
	const site = process.env['SITE_URL'];
	if (!site) return entry.data;
	if (!archiveSchema.shape.site.safeParse(site).success)
		throw new Error(
			`SITE_URL is “${site}”, which is no public address of a site. Set it to one such as https://example.org/, or to unset.`,
		);
	return { ...entry.data, site };
}

/** Load the terms, by id; like the other lists, in the order of their file. */
export async function loadTerms(): Promise<Map<string, Term>> {
	return byId(await getCollection('terms'));
}

/** Load the events, by id. */
export async function loadEvents(): Promise<Map<string, Event>> {
	return byId(await getCollection('events'));
}

/** Load the people, by id. */
export async function loadPeople(): Promise<Map<string, Name>> {
	return byId(await getCollection('people'));
}

/** Load the organisations, by id. */
export async function loadOrganisations(): Promise<Map<string, Name>> {
	return byId(await getCollection('organisations'));
}

/** Load the people and organisations, by id. */
export async function loadNames(): Promise<Map<string, Name>> {
	return new Map([...(await loadPeople()), ...(await loadOrganisations())]);
}

/** Load the outlets, by id. */
export async function loadOutlets(): Promise<Map<string, Outlet>> {
	return byId(await getCollection('outlets'));
}

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
