import { addressOf } from '../model/article.ts';
import { describeType, type TypeId } from '../model/typology.ts';
import { findRights } from '../model/rights.ts';
import { publicAddress } from '../model/public-address.ts';
import { aiLevelOfPage } from './ai-disclosure.ts';
import { deriveDateForms } from './date-forms.ts';
import {
	authorsOf,
	containerOf,
	languageOf,
	machineOf,
	mediumOf,
	mementoOf,
	revisionFiles,
	revisionOf,
	rightsOf,
	isWebAddress,
	type PageFacts,
	type RevisionFile,
} from './page-facts.ts';
import { tagAuthor, tagName } from './tag-names.ts';

/** An element of a page's head. */
export type HeadTag = { tag: 'meta' | 'link'; attributes: { [name: string]: string } };

/**
 * What a page needs to name the others: `link` turns a path of the site into an `href` on this page, for as
 * long as the archive has no public address; `files` are those that the revision has.
 */
export type PageLinks = { link: (path: string) => string; files?: readonly RevisionFile[] };

/**
 * List the tags by which Zotero, Signposting and other harvesters read an article's page. Zotero makes a
 * newspaper article of it, with the machine as its translator, at the address of the revision.
 */
export function articleMeta(
	facts: PageFacts,
	{ link, files = revisionFiles }: PageLinks,
): HeadTag[] {
	const { record, title, archive } = facts;
	const { shown, previous, next } = revisionOf(facts);
	const { number } = record;
	const path = addressOf.revision(number, shown.number);
	const address = publicAddress(path, archive.site);
	const machine = machineOf(record);
	const date = deriveDateForms(record.published.date);
	const href = (to: string) => publicAddress(to, archive.site) ?? link(to);
	const relate = (rel: string, to: string) => linkTag(rel, href(to));
	return [
		// `z.itemType` comes first in Zotero’s order, and lets it keep `DC.description` as its Extra field.
		meta('z.itemType', 'newspaperArticle'),
		machine && meta('z.translators', tagName(machine.credit)),
		meta('DC.title', title),
		...authorsOf(facts).map((author) => meta('DC.creator', tagAuthor(author))),
		meta('DC.source', containerOf(facts)),
		meta('DC.publisher', archive.publisher),
		meta('DC.language', languageOf(record)),
		meta('DC.rights', rightsOf(record).label),
		meta('DC.coverage', `${archive.title}, no. ${number}`),
		meta('DC.description', describeRevision(facts, address, path)),
		meta('DCTERMS.issued', date?.edtf),
		meta('DCTERMS.modified', shown.date),
		meta('citation_title', title),
		meta('citation_publication_date', date?.highwire),
		meta('citation_language', languageOf(record)),
		meta('citation_public_url', address),
		property('article:published_time', date?.plain),
		meta('ai-disclosure', aiLevelOfPage.article),
		linkTag('schema.DC', 'http://purl.org/dc/elements/1.1/'),
		linkTag('schema.DCTERMS', 'http://purl.org/dc/terms/'),
		address && linkTag('cite-as', address),
		linkTag('type', 'https://schema.org/NewsArticle'),
		linkTag('type', 'https://schema.org/AboutPage'),
		linkTag('license', rightsOf(record).url),
		...files.map(({ file, type, rel }) =>
			linkTag(rel, href(addressOf.revisionFile(number, shown.number, file)), type),
		),
		linkTag(
			'linkset',
			href(addressOf.revisionFile(number, shown.number, 'linkset.json')),
			'application/linkset+json',
		),
		relate('latest-version', addressOf.article(number)),
		previous && relate('predecessor-version', addressOf.revision(number, previous.number)),
		next && relate('successor-version', addressOf.revision(number, next.number)),
		relate('version-history', addressOf.history(number)),
		...sourceLinks(facts),
	].filter((tag) => tag !== undefined && tag !== '');
}

/** What the tags of a note's page say of the note. */
export type MetaNote = { id: string; ordinal: number; type: TypeId; by: string };

/** List the tags of a note's page, of which Zotero makes a web page by the archive's editors. */
export function noteMeta(facts: PageFacts, note: MetaNote): HeadTag[] {
	const { record, title, archive } = facts;
	const path = addressOf.notePage(record.number, note.id);
	const address = publicAddress(path, archive.site);
	const rights = findRights(archive.licences.commentary);
	return [
		meta('z.itemType', 'webpage'),
		meta(
			'DC.title',
			`Note ${note.ordinal} on “${title}”: ${describeType(note.type).label.toLowerCase()}`,
		),
		meta('DC.creator', tagName(archive.editors)),
		meta('DC.source', archive.title),
		meta('DC.type', 'Translation note'),
		meta('DC.publisher', archive.publisher),
		meta('DC.language', 'en'),
		meta('DC.rights', rights?.label),
		meta(
			'DC.description',
			[`Layer: ${note.by}`, addressLine(address, path)].filter(Boolean).join('\n'),
		),
		meta('DCTERMS.issued', revisionOf(facts).shown.date),
		meta('citation_public_url', address),
		meta('ai-disclosure', aiLevelOfPage.note),
		address && linkTag('cite-as', address),
		rights && linkTag('license', rights.url),
	].filter((tag) => tag !== undefined && tag !== '');
}

/** Write what no field of Zotero holds, a line each; styles read the lines that have a name. */
function describeRevision(facts: PageFacts, address: string | undefined, path: string): string {
	const { verdict, title } = facts.record;
	const original = verdict === 'machine-translated' ? title.original : undefined;
	return [
		original && `Original Title: ${original.replace(/\s+/g, ' ')}`,
		`Medium: ${mediumOf(facts)}`,
		addressLine(address, path),
	]
		.filter(Boolean)
		.join('\n');
}

function addressLine(address: string | undefined, path: string): string | undefined {
	return address === undefined ? `The archive has no public address yet; path ${path}` : undefined;
}

/** Link to the page as it was first published and to its copy in a web archive. */
function sourceLinks({ record }: PageFacts): (HeadTag | undefined)[] {
	const { url } = record.publisher;
	if (!isWebAddress(url)) return [];
	const copy = mementoOf(url);
	// As a browser would write it: a record may hold characters that an address may not.
	const whole = (address: string) => new URL(address).href;
	return [
		linkTag('original', whole(copy?.original ?? url)),
		copy && linkTag('memento', whole(copy.memento)),
	];
}

function meta(name: string, content: string | undefined): HeadTag | undefined {
	return content === undefined ? undefined : { tag: 'meta', attributes: { name, content } };
}

function property(name: string, content: string | undefined): HeadTag | undefined {
	return content === undefined
		? undefined
		: { tag: 'meta', attributes: { property: name, content } };
}

function linkTag(rel: string, href: string, type?: string): HeadTag {
	return { tag: 'link', attributes: { rel, href, ...(type && { type }) } };
}
