import type {
	CreateAction,
	CreativeWork,
	Graph,
	IdReference,
	NewsArticle,
	Organization,
	Person,
	SoftwareApplication,
	Thing,
	WebSite,
	WithContext,
} from 'schema-dts';
import { addressOf } from '../model/article.ts';
import type { Archive, Outlet } from '../model/authorities.ts';
import type { Author, Display } from '../model/record.ts';
import { publicAddress } from '../model/public-address.ts';
import { findRights } from '../model/rights.ts';
import { digitalSourceTypeOf, type Layer } from './ai-disclosure.ts';
import { deriveDateForms } from './date-forms.ts';
import { identify } from './identify.ts';
import {
	authorsOf,
	containerOf,
	isWebAddress,
	languageOf,
	machineOf,
	mediumOf,
	mementoOf,
	originalAddressOf,
	revisionOf,
	rightsOf,
	type PageFacts,
} from './page-facts.ts';
import { formatName } from './citable.ts';

/**
 * The article in the vocabulary of schema.org. Its `translator` can only be a person or an organisation, so the
 * machine is the instrument of the act that created the text. Of a text that may or may not be a translation
 * neither is said.
 */

/** Describe a revision, its original, the act of translation and the archive's own layers: the file. */
export function articleGraph(facts: PageFacts): Graph {
	const { record, archive } = facts;
	const ids = idsOf(facts);
	const isTranslation = record.verdict === 'machine-translated';
	const nodes: Thing[] = [
		revisionNode(facts, ids),
		...(isTranslation ? [originalNode(facts, ids), translationNode(facts, ids)] : []),
		layerNode(facts, ids, 'reading', 'Reading version', archive.licences.reading),
		layerNode(facts, ids, 'notes', 'Translation notes', archive.licences.commentary),
		archiveNode(archive, ids),
		{
			'@type': 'Collection',
			'@id': ids.collection,
			name: archive.title,
			description: archive.summary,
			...urlOf('/', archive.site),
			publisher: { '@id': ids.organisation },
		},
	];
	return { '@context': 'https://schema.org', '@graph': nodes };
}

/** Describe a revision in a few words: what stands in the page itself. */
export function shortArticle(facts: PageFacts): WithContext<NewsArticle> {
	const { record, title, archive } = facts;
	const container = containerOf(facts);
	return {
		'@context': 'https://schema.org',
		'@type': 'NewsArticle',
		'@id': idsOf(facts).article,
		headline: title,
		...language(languageOf(record)),
		...published(record.published.date),
		version: String(revisionOf(facts).shown.number),
		author: authorsOf(facts).map(authorNode),
		...(container !== undefined && {
			isPartOf: { '@type': 'CreativeWorkSeries', name: container },
		}),
		...(record.verdict === 'machine-translated' && {
			translationOfWork: {
				'@type': 'NewsArticle',
				...language(record.source_language),
			},
		}),
		...sourceType('captured', facts),
		creditText: creditOf(facts),
		license: rightsOf(record).url,
		...urlOf(addressOf.revision(record.number, revisionOf(facts).shown.number), archive.site),
	};
}

/**
 * Write JSON for a `<script>` element. No character that could end the element, open a comment in it or break
 * a line of a script is left as it is; read back, the value is the same.
 */
export function writeJsonLd(value: Graph | WithContext<NewsArticle>): string {
	return JSON.stringify(value).replace(
		/[<>&\u2028\u2029]/g,
		(character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
	);
}

/** How much of an article the archive shows. */
const access: { [Of in Display]: string } = {
	full: 'All layers',
	excerpt: 'Of the captured text no more than the notes quote',
	record: 'Record, reading version and notes',
};

type Ids = ReturnType<typeof idsOf>;

function idsOf(facts: PageFacts) {
	const { number } = facts.record;
	const { site } = facts.archive;
	const revision = identify(addressOf.revision(number, revisionOf(facts).shown.number), site);
	const work = identify(addressOf.article(number), site);
	const archive = identify('/', site);
	return {
		work,
		article: `${revision}#article`,
		translation: `${revision}#translation`,
		reading: `${revision}#reading`,
		notes: `${revision}#notes`,
		original: `${work}#original`,
		organisation: `${archive}#organisation`,
		collection: `${archive}#collection`,
	};
}

function revisionNode(facts: PageFacts, ids: Ids): NewsArticle {
	const { record, title, archive } = facts;
	const { shown } = revisionOf(facts);
	const isTranslation = record.verdict === 'machine-translated';
	const page = record.publisher.url;
	const bases = [isWebAddress(page) ? page : undefined, originalAddressOf(record)].filter(
		(base) => base !== undefined,
	);
	return {
		'@type': 'NewsArticle',
		'@id': ids.article,
		headline: title,
		...(isTranslation &&
			record.title.original !== undefined && { alternativeHeadline: record.title.original }),
		...language(languageOf(record)),
		...published(record.published.date),
		...modified(shown.date),
		version: String(shown.number),
		identifier: `${archive.title}, no. ${record.number}, rev. ${shown.number}`,
		author: authorsOf(facts).map(authorNode),
		publisher: { '@id': ids.organisation },
		isPartOf: [...containerNodes(facts), { '@id': ids.collection }],
		...(isTranslation && { translationOfWork: { '@id': ids.original } }),
		exampleOfWork: { '@id': ids.work },
		...(bases.length > 0 && { isBasedOn: bases }),
		...(mementoOf(page) && { archivedAt: page }),
		...sourceType('captured', facts),
		creditText: creditOf(facts),
		license: rightsOf(record).url,
		conditionsOfAccess: access[record.capture.display ?? 'full'],
		encoding: {
			'@type': 'MediaObject',
			encodingFormat: 'text/plain',
			sha256: record.capture.sha256,
		},
		...urlOf(addressOf.revision(record.number, shown.number), archive.site),
		...principles(archive.site),
	};
}

/** The text that was translated. Who published it is said outright only where that is certain. */
function originalNode({ record, originalOutlet }: PageFacts, ids: Ids): NewsArticle {
	const address = originalAddressOf(record);
	const { confidence } = record.original;
	return {
		'@type': 'NewsArticle',
		'@id': ids.original,
		...(record.title.original !== undefined && { headline: record.title.original }),
		...language(record.source_language),
		...(address !== undefined && { url: address }),
		...(originalOutlet &&
			(confidence === 'certain'
				? { publisher: { '@type': 'Organization', name: originalOutlet.name } }
				: { description: `Publisher, ${confidence}: ${originalOutlet.name}` })),
		workTranslation: { '@id': ids.article },
	};
}

/** Who ran the machine is known of few articles, so no agent is named. */
function translationNode({ record }: PageFacts, ids: Ids): CreateAction {
	const machine = machineOf(record);
	const instrument: SoftwareApplication = {
		'@type': 'SoftwareApplication',
		name: machine?.name ?? 'unknown machine translation engine',
		...(machine?.version !== undefined && { softwareVersion: machine.version }),
	};
	return {
		'@type': 'CreateAction',
		'@id': ids.translation,
		name: 'Machine translation',
		instrument,
		object: { '@id': ids.original },
		result: { '@id': ids.article },
	};
}

/** A layer of the archive's own; the notes are not repeated here. */
function layerNode(
	facts: PageFacts,
	ids: Ids,
	layer: 'reading' | 'notes',
	name: string,
	licence: string,
): CreativeWork {
	const rights = findRights(licence);
	return {
		'@type': 'CreativeWork',
		'@id': ids[layer],
		name,
		inLanguage: 'en',
		...(layer === 'reading'
			? { isBasedOn: { '@id': ids.article } }
			: { about: { '@id': ids.article } }),
		author: { '@type': 'Organization', name: facts.archive.editors },
		...sourceType(layer, facts),
		...(rights && { license: rights.url }),
	};
}

function archiveNode(archive: Archive, ids: Ids): Organization {
	return {
		'@type': 'Organization',
		'@id': ids.organisation,
		name: archive.publisher,
		...urlOf('/', archive.site),
	};
}

function containerNodes(facts: PageFacts): (WebSite | CreativeWork)[] {
	const name = containerOf(facts);
	if (name === undefined) return [];
	return [outletNode(name, facts.outlet)];
}

function outletNode(name: string, outlet: Outlet | undefined): WebSite | CreativeWork {
	return outlet && /^[\w-]+(?:\.[\w-]+)+$/.test(outlet.host)
		? { '@type': 'WebSite', name, url: `https://${outlet.host}/` }
		: { '@type': 'CreativeWorkSeries', name };
}

function authorNode(author: Author): Person | Organization {
	if ('name' in author) return { '@type': 'Organization', name: author.name };
	return {
		'@type': 'Person',
		name: formatName(author),
		familyName: author.family,
		...(author.given !== undefined && { givenName: author.given }),
	};
}

function creditOf(facts: PageFacts): string {
	const machine = machineOf(facts.record);
	const by = facts.record.verdict === 'machine-translated' && machine?.name !== undefined;
	return by ? `${mediumOf(facts)}, by ${machine.credit}` : mediumOf(facts);
}

function sourceType(layer: Layer, { record }: PageFacts): { digitalSourceType?: IdReference } {
	const type = digitalSourceTypeOf(layer, record);
	return type === undefined ? {} : { digitalSourceType: { '@id': type } };
}

function language(tag: string | undefined): { inLanguage?: string } {
	return tag === undefined || tag === 'unknown' ? {} : { inLanguage: tag };
}

function published(date: string): { datePublished?: string } {
	const plain = deriveDateForms(date)?.plain;
	return plain === undefined ? {} : { datePublished: plain };
}

function modified(date: string): { dateModified?: string } {
	const plain = deriveDateForms(date)?.plain;
	return plain === undefined ? {} : { dateModified: plain };
}

function urlOf(path: string, site: Archive['site']): { url?: string } {
	const url = publicAddress(path, site);
	return url === undefined ? {} : { url };
}

function principles(site: Archive['site']): { publishingPrinciples?: string } {
	const url = publicAddress('/method/', site);
	return url === undefined ? {} : { publishingPrinciples: url };
}
