import type { Archive, Outlet } from '../model/authorities.ts';
import { findRights, type RightsStatement } from '../model/rights.ts';
import type { Author, Record } from '../model/record.ts';

/** What the metadata of a page is made of. */
export type PageFacts = {
	record: Record;
	/** As it may be shown: the headline with planted words covered, or the editors' own in square brackets. */
	title: string;
	outlet: Outlet | undefined;
	originalOutlet: Outlet | undefined;
	archive: Archive;
	/** The number of the revision that the page shows; the newest where it is left out. */
	revision?: number | undefined;
};

export type Revision = Record['revisions'][number];

/** Find the revision that the page shows, and those before and after it. */
export function revisionOf({ record, revision }: PageFacts): {
	shown: Revision;
	previous: Revision | undefined;
	next: Revision | undefined;
} {
	const { revisions } = record;
	const index =
		revision === undefined
			? revisions.length - 1
			: revisions.findIndex(({ number }) => number === revision);
	const shown = revisions[index];
	if (!shown) throw new Error(`Article ${record.number} has no revision ${revision ?? 1}.`);
	return { shown, previous: revisions[index - 1], next: revisions[index + 1] };
}

/** The machine that is credited as the translator. */
export type Machine = {
	/** What is printed as its name: “Apertium 3.8.3”, “machine translation (engine unknown)”. */
	credit: string;
	name: string | undefined;
	version: string | undefined;
};

/** Name the machine that translated, or may have translated, a text; nothing for one written in its language. */
export function machineOf({ verdict, engine }: Record): Machine | undefined {
	if (verdict === 'native') return undefined;
	const isKnown = engine.name !== 'unknown' && engine.name !== 'none';
	const name = isKnown ? engine.name : undefined;
	const version = isKnown ? engine.version : undefined;
	const label = name === undefined ? undefined : [name, version].filter(Boolean).join(' ');
	const credit =
		verdict === 'unclear'
			? `possible machine translation (${label ?? 'engine unknown'})`
			: (label ?? 'machine translation (engine unknown)');
	return { credit, name, version };
}

/** Say what kind of text is cited and in which revision: “Machine translation, rev. 1”. */
export function mediumOf(facts: PageFacts): string {
	const revision = `rev. ${revisionOf(facts).shown.number}`;
	return {
		'machine-translated': `Machine translation, ${revision}`,
		unclear: `Possible machine translation, ${revision}`,
		native: revision,
	}[facts.record.verdict];
}

/** List whom to name as authors: who signed, or else the outlet. */
export function authorsOf(facts: PageFacts): Author[] {
	const outlet = containerOf(facts);
	return facts.record.authors ?? (outlet === undefined ? [] : [{ name: outlet }]);
}

/** Name the outlet that published the page. */
export function containerOf({ record, outlet }: PageFacts): string | undefined {
	if (outlet) return outlet.name;
	return record.publisher.outlet === 'unknown' ? undefined : record.publisher.outlet;
}

/** Give the language of the captured text, BCP 47; nothing where it is unknown. */
export function languageOf({ verdict, source_language }: Record): string | undefined {
	if (verdict !== 'native') return 'en';
	return source_language === 'unknown' ? undefined : source_language;
}

/** Describe the rights in the captured text. */
export function rightsOf({ capture }: Record): RightsStatement {
	const rights = findRights(capture.rights);
	if (!rights) throw new Error(`The archive does not know the rights statement ${capture.rights}.`);
	return rights;
}

/** Give the address of the original where it is on the web and known. */
export function originalAddressOf({ verdict, original }: Record): string | undefined {
	return verdict === 'machine-translated' && isWebAddress(original.url) ? original.url : undefined;
}

/** Take apart the address of a copy in the Wayback Machine; nothing for any other address. */
export function mementoOf(address: string): { memento: string; original: string } | undefined {
	const [, original] =
		/^https?:\/\/web\.archive\.org\/web\/\d+[a-z_]*\/(https?:\/\/.+)$/.exec(address) ?? [];
	return original === undefined ? undefined : { memento: address, original };
}

/** Say whether a record's address is one and not `unknown` or `none`. */
export function isWebAddress(address: string): boolean {
	return /^https?:\/\//.test(address);
}

/** A file of a revision, as links name it. */
export type RevisionFile = { file: string; type: string; rel: 'describedby' | 'item' };

/** The files of a revision that describe it, and those that hold it. */
export const revisionFiles: readonly RevisionFile[] = [
	{ file: 'meta.jsonld', type: 'application/ld+json', rel: 'describedby' },
	{ file: 'cite.ris', type: 'application/x-research-info-systems', rel: 'describedby' },
	{ file: 'cite.bib', type: 'application/x-bibtex', rel: 'describedby' },
	{ file: 'cite.csl.json', type: 'application/vnd.citationstyles.csl+json', rel: 'describedby' },
	{ file: 'article.tei.xml', type: 'application/tei+xml', rel: 'item' },
];
