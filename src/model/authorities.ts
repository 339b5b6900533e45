import { z } from 'zod';
import { boundsOfEdtfDate } from './edtf-date.ts';
import { dateField, idField, rightsField, textField } from './fields.ts';

/** A recurring source word or construction, with what the machines made of it. */
export const termSchema = z.strictObject({
	id: idField,
	source: textField,
	language: textField,
	gloss: textField,
	/** The captured words of the notes that name it, each once, in the order of the archive; `npm run terms` writes them. */
	renderings: z
		.array(textField)
		.refine((all) => new Set(all).size === all.length, { error: 'has the same words twice' }),
	/** What it should be in English. */
	right: z.array(textField).min(1),
	explanation: textField,
});
export type Term = z.infer<typeof termSchema>;

/** Sort terms of one language as its dictionaries would; marks that a term begins with do not count. */
export function sortTerms(terms: readonly Term[], language: string): Term[] {
	const { compare } = new Intl.Collator(language === 'unknown' ? 'und' : language);
	const headword = ({ source }: Term) => source.replace(/^[^\p{L}\p{N}]+/u, '');
	return terms.toSorted((a, b) => compare(headword(a), headword(b)));
}

/** A dated happening, in our own words, with the paragraphs that report it. */
export const eventSchema = z.strictObject({
	id: idField,
	date: dateField,
	title: textField,
	description: textField,
	reports: z.array(
		z.strictObject({ article: z.int().positive(), paragraphs: z.array(z.int().positive()).min(1) }),
	),
});
export type Event = z.infer<typeof eventSchema>;

/** What one article says of an event: the paragraphs that report it. */
export type Account = { article: number; paragraphs: number[] };

/** List the accounts of an event, one for each article, by number, each paragraph once. */
export function listAccounts({ reports }: Pick<Event, 'reports'>): Account[] {
	const byArticle = Map.groupBy(reports, ({ article }) => article);
	return [...byArticle]
		.map(([article, parts]) => ({
			article,
			paragraphs: [...new Set(parts.flatMap(({ paragraphs }) => paragraphs))].sort((a, b) => a - b),
		}))
		.sort((a, b) => a.article - b.article);
}

/** Say whether an event has a page that sets its accounts side by side. */
export function isCompared(event: Pick<Event, 'reports'>): boolean {
	return listAccounts(event).length > 1;
}

/** Sort events by their first day, then by their last. */
export function sortEvents<Dated extends Pick<Event, 'date'>>(events: Iterable<Dated>): Dated[] {
	const bounds = (event: Dated) => boundsOfEdtfDate(event.date) ?? { first: 0, last: 0 };
	return [...events].sort(
		(a, b) => bounds(a).first - bounds(b).first || bounds(a).last - bounds(b).last,
	);
}

/** A person or organisation, with every spelling met in the archive. */
export const nameSchema = z.strictObject({
	id: idField,
	name: textField,
	original_name: textField.optional(),
	description: textField,
	spellings: z.array(textField).min(1),
});
export type Name = z.infer<typeof nameSchema>;

/** A publisher of captured pages or of their originals. */
export const outletSchema = z.strictObject({
	id: idField,
	name: textField,
	host: textField,
	kind: textField,
	description: textField,
});
export type Outlet = z.infer<typeof outletSchema>;

/** Say whether the addresses of pages can be made by appending to `site`. */
function isFolderAddress(site: string): boolean {
	const address = URL.parse(site);
	return site === 'unset' || (!/[?#]/.test(site) && !address?.username && !address?.password);
}

/** What the archive says of itself. */
export const archiveSchema = z.strictObject({
	title: textField,
	summary: textField,
	editors: textField,
	publisher: textField,
	/** The public address, or `unset` while there is none. */
	site: z
		.union([z.literal('unset'), z.url({ protocol: /^https?$/ })], {
			error: 'is neither a web address nor unset',
		})
		.refine(isFolderAddress, { error: 'has a query, a fragment or a user name' }),
	licences: z.strictObject({
		code: rightsField,
		commentary: rightsField,
		reading: rightsField,
		data: rightsField,
	}),
	/** The note shown on the home page. */
	example: z.strictObject({ article: z.int().positive(), note: idField }),
});
export type Archive = z.infer<typeof archiveSchema>;

/** Group what names people or organisations by each that it names, in the order in which it comes. */
export function groupByNames<Naming>(
	all: readonly Naming[],
	namesOf: (one: Naming) => readonly string[],
): Map<string, Naming[]> {
	const groups = new Map<string, Naming[]>();
	for (const one of all)
		for (const name of new Set(namesOf(one))) {
			const group = groups.get(name);
			if (group) group.push(one);
			else groups.set(name, [one]);
		}
	return groups;
}
