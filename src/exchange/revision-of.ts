import { boundsOfEdtfDate, isPlainDate } from '../model/edtf-date.ts';
import type { Record } from '../model/record.ts';

/** A published state of an article. */
export type Revision = Record['revisions'][number];

/** Give the newest revision of a record: the one that its files describe. */
export function revisionOf({ revisions }: Pick<Record, 'revisions'>): Revision {
	const newest = revisions.at(-1);
	if (!newest) throw new Error('A record has no revision; its schema asks for one.');
	return newest;
}

/** Give a date as a moment of ISO 8601, its first in UTC; nothing where it is not a plain day. */
export function momentOf(date: string): string | undefined {
	return isPlainDate(date) && date.length === 10 ? `${date}T00:00:00Z` : undefined;
}

/** Give the first day that an EDTF date may mean, as `2026-11-22`; nothing where it is no date. */
export function firstDayOf(date: string): string | undefined {
	const bounds = boundsOfEdtfDate(date);
	return bounds && new Date(bounds.first).toISOString().slice(0, 10);
}

/** Say whether all of the captured text may be given: then the words of a note are a quotation. */
export function isShownWhole({ capture }: Pick<Record, 'capture'>): boolean {
	return (capture.display ?? 'full') === 'full';
}
