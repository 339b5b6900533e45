import type { ArchiveParts } from '../checks/rule.ts';
import type { DataFile } from '../../src/edition/read-yaml.ts';
import { fileNameOf, quoted } from './show.ts';
import { writtenAt, writtenIds, writtenNames } from './written-data.ts';

/** Entries of a file that have addresses; `ids` is missing where the file cannot be read. */
export type Entries = {
	root: string;
	ids: Set<string> | undefined;
	/** Why an id that is not among them has no address. */
	absence: (id: string) => string;
};

/** List the entries that have a page each, below `root`. */
export function entriesBelow(archive: ArchiveParts): Entries[] {
	const { terms, events } = archive;
	return [
		{ root: '/terms/', ids: writtenIds(terms), absence: absenceFrom(terms, 'term') },
		{
			root: '/compare/',
			ids: listComparedEvents(events),
			absence: (id) => `no two articles report an event ${quoted(id)}`,
		},
	];
}

/** List the entries that have a fragment each on one page, `root`. */
export function entriesOn({ events, people, organisations, outlets }: ArchiveParts): Entries[] {
	const entries = (root: string, noun: string, file: DataFile<unknown>) => ({
		root,
		ids: writtenIds(file),
		absence: absenceFrom(file, noun),
	});
	return [
		entries('/events/', 'event', events),
		entries('/people/', 'person', people),
		entries('/organisations/', 'organisation', organisations),
		entries('/outlets/', 'outlet', outlets),
	];
}

function absenceFrom({ path }: DataFile<unknown>, noun: string): Entries['absence'] {
	return (id) => `there is no ${noun} ${quoted(id)} in ${fileNameOf(path)}`;
}

/** List the events that two articles or more report; they are compared. */
function listComparedEvents(events: DataFile<unknown>): Set<string> | undefined {
	const compared = writtenNames(events)?.filter(({ index }) => {
		const reports = writtenAt(events, [index, 'reports']);
		if (!Array.isArray(reports)) return false;
		const numbers = reports.map((_, row) => writtenAt(events, [index, 'reports', row, 'article']));
		return new Set(numbers).size > 1;
	});
	return compared && new Set(compared.map(({ id }) => id));
}
