import { parse } from 'parse5';
import { allElements, attributeOf, elementsNamed } from '../parse-html.ts';

/**
 * What Zotero makes of a page: the rules of its translators “Embedded Metadata”, “RDF” and “COinS” as they were
 * found by running them. It holds the rules that our pages rely on or must not run into, not all of Zotero.
 */
export type ZoteroItem = {
	itemType: string;
	creators: ZoteroCreator[];
	[field: string]: string | ZoteroCreator[];
};
/** A name that Zotero did not split has no `given`. */
export type ZoteroCreator = { type: string; family: string; given?: string };

/** Prefixes that a page need not declare. */
const builtIn = ['z', 'dc', 'dcterms', 'prism', 'bibo', 'bib', 'og', 'article', 'so', 'eprints'];
const namespaces: { [address: string]: string } = {
	'http://purl.org/dc/elements/1.1/': 'dc',
	'http://purl.org/dc/terms/': 'dcterms',
	'http://www.zotero.org/namespaces/export#': 'z',
};
const itemTypes = ['newspaperArticle', 'journalArticle', 'webpage', 'report', 'book', 'blogPost'];
const creatorTypes = ['author', 'contributor', 'translator', 'reviewedAuthor'];
/** A tag of one of these says what the item stands in, and decides alone. */
const containers: { [tag: string]: string } = {
	'citation.journal_title': 'journalArticle',
	'citation.conference_title': 'conferencePaper',
	'citation.book_title': 'bookSection',
	'citation.inbook_title': 'bookSection',
	'citation.technical_report_institution': 'report',
	'citation.dissertation_institution': 'thesis',
};
/** The tags that may fill a field, the first that exists winning. */
const fields: { [field: string]: string[] } = {
	title: ['citation.title', 'dc.title', 'dcterms.title', 'og.title'],
	publicationTitle: ['prism.publicationname', 'dc.source', 'og.site_name'],
	publisher: ['citation.publisher', 'dc.publisher'],
	date: [
		...['citation.publication_date', 'citation.date', 'prism.publicationdate'],
		...['article.published_time', 'dcterms.issued', 'dc.date'],
	],
	url: ['citation.public_url', 'og.url', 'bibo.uri', 'citation.fulltext_html_url'],
	language: ['citation.language', 'dc.language'],
	section: ['article.section'],
	edition: ['prism.edition', 'bibo.edition', 'so.version'],
	rights: ['prism.copyright', 'dc.rights', 'so.license'],
	archiveLocation: ['dc.coverage'],
	abstractNote: ['og.description', 'bibo.abstract', 'dcterms.abstract'],
};

/** Read a page as Zotero's connector would. */
export function readAsZotero(
	html: string,
	location = 'https://example.org/where/it/stands/',
): ZoteroItem {
	const document = parse(html);
	const spans = elementsNamed(document, 'span').filter(
		(span) => attributeOf(span, 'class') === 'Z3988',
	);
	// COinS has priority 310, Embedded Metadata 320: the lower number wins.
	if (spans[0]) return readCoins(attributeOf(spans[0], 'title') ?? '');

	const tags = new Map<string, string[]>();
	const prefixes = new Map(builtIn.map((prefix) => [prefix, prefix]));
	for (const element of allElements(document)) {
		const rel = attributeOf(element, 'rel') ?? '';
		const declared = namespaces[attributeOf(element, 'href') ?? ''];
		if (element.tagName === 'link' && rel.startsWith('schema.') && declared)
			prefixes.set(rel.slice('schema.'.length).toLowerCase(), declared);
	}
	for (const element of elementsNamed(document, 'meta')) {
		const name = attributeOf(element, 'name') ?? attributeOf(element, 'property') ?? '';
		const content = attributeOf(element, 'content')?.trim() ?? '';
		const [, written = '', rest = ''] = /^([^.:_]+)[.:_](.+)$/.exec(name.toLowerCase()) ?? [];
		const prefix = written === 'citation' ? written : prefixes.get(written);
		if (prefix === undefined || content === '') continue;
		const key = `${prefix}.${rest}`;
		tags.set(key, [...(tags.get(key) ?? []), content]);
	}
	const first = (...keys: string[]) => keys.map((key) => tags.get(key)?.[0]).find((value) => value);

	const named = first('z.itemtype', 'z.type');
	const item: ZoteroItem = { itemType: itemTypeOf(named, first, tags), creators: creatorsOf(tags) };
	for (const [field, keys] of Object.entries(fields)) {
		const value = first(...keys);
		if (value !== undefined) item[field] = value;
	}
	item['url'] ??= location;
	const extra = named === undefined ? undefined : first('dc.description');
	if (extra !== undefined) item['extra'] = extra;
	return item;
}

function itemTypeOf(
	named: string | undefined,
	first: (...keys: string[]) => string | undefined,
	tags: Map<string, string[]>,
): string {
	const container = Object.keys(containers).find((key) => tags.has(key));
	if (container !== undefined) return containers[container] ?? '';
	if (named !== undefined) return named;
	const shared: { [type: string]: string } = { book: 'book', website: 'webpage' };
	const og = shared[first('og.type') ?? ''];
	if (og !== undefined) return og;
	const dc = first('dc.type', 'dcterms.type');
	if (dc !== undefined && itemTypes.includes(dc)) return dc;
	return first('citation.title') === undefined ? 'webpage' : 'journalArticle';
}

function creatorsOf(tags: Map<string, string[]>): ZoteroCreator[] {
	const take = (key: string, type: string) =>
		(tags.get(key) ?? []).map((name) => splitName(name, type));
	const highwire = [...take('citation.author', 'author'), ...take('citation.authors', 'author')];
	// Names of these tags take the place of all others, the translator’s too.
	if (highwire.length > 0) return highwire;
	const authors = ['bib.authors', 'so.author', 'dc.creator', 'dc.contributor']
		.map((key) => take(key, 'author'))
		.find((found) => found.length > 0);
	const others = creatorTypes.flatMap((type) => take(`z.${type.toLowerCase()}s`, type));
	return [...(authors ?? []), ...others];
}

/** Split a name as `cleanAuthor` does: at a comma if there is one, else before the last words. */
function splitName(written: string, type: string): ZoteroCreator {
	const name = written
		.replace(/^[\s\u00a0.,/[\]:]+/, '')
		.replace(/[\s\u00a0.,/[\]:]+$/, '')
		.replace(/[\s\u00a0]+/, ' ');
	const creator = (family: string, given = ''): ZoteroCreator =>
		given === '' ? { type, family } : { type, family, given };
	if (written.includes(',')) {
		const [family = '', given] = name.replace(/\.([^ ])/, '. $1').split(/, ?/);
		return creator(family, given);
	}
	// “Firstname Lastname [Country]”: a last word that begins with no letter belongs to the one before it.
	let space = name.length;
	do space = space > 0 ? name.lastIndexOf(' ', space - 1) : -1;
	while (space > 0 && !/^\p{L}/u.test(name.slice(space + 1)));
	return creator(name.slice(space + 1), name.slice(0, Math.max(0, space)));
}

function readCoins(context: string): ZoteroItem {
	const values = new URLSearchParams(context);
	const family = values.get('rft.aulast');
	const given = values.get('rft.aufirst');
	const item: ZoteroItem = {
		itemType: values.get('rft.type') ?? 'webpage',
		creators: [
			...(family === null ? [] : [{ type: 'author', family, ...(given !== null && { given }) }]),
			...values.getAll('rft.aucorp').map((name) => ({ type: 'author', family: name })),
			...values.getAll('rft.au').map((name) => splitName(name, 'author')),
			...values.getAll('rft.contributor').map((name) => splitName(name, 'contributor')),
		],
	};
	const keys = { title: 'title', publicationTitle: 'source', date: 'date', url: 'identifier' };
	for (const [field, key] of Object.entries({ ...keys, language: 'language', rights: 'rights' })) {
		const value = values.get(`rft.${key}`);
		if (value !== null) item[field] = value;
	}
	return item;
}
