import { identify } from '../citing/identify.ts';
import { addressOf, type Article, type Note } from '../model/article.ts';
import type { Archive } from '../model/authorities.ts';
import { publicAddress } from '../model/public-address.ts';
import { findRights } from '../model/rights.ts';
import { isShownWhole, momentOf, revisionOf } from './revision-of.ts';

/**
 * Notes as Web Annotations (W3C, 2017). A note's target is a span of the frozen revision, told twice: by its
 * paragraph and words, and by its position. Positions are Unicode code points of the whole captured text,
 * from 0, the end exclusive.
 */

const CONTEXT = 'http://www.w3.org/ns/anno.jsonld';
/** The scheme of a fragment such as `#p12`. */
const FRAGMENTS = 'http://tools.ietf.org/rfc/rfc3236';

/** What is known of an article's record and notes, however it was loaded. */
export type AnnotatedArticle = Pick<Article, 'number' | 'record' | 'notes'>;

type TextualBody = {
	type: 'TextualBody';
	value: string;
	format: 'text/plain';
	language?: string;
	purpose: 'commenting' | 'editing' | 'describing' | 'tagging';
};
type LinkedBody = {
	type: 'SpecificResource';
	source: string;
	purpose: 'classifying' | 'linking';
};
type QuoteSelector = { type: 'TextQuoteSelector'; exact: string; prefix?: string; suffix?: string };
type FragmentSelector = {
	type: 'FragmentSelector';
	value: string;
	conformsTo: string;
	refinedBy?: QuoteSelector;
};
type PositionSelector = { type: 'TextPositionSelector'; start: number; end: number };

/** A note as a Web Annotation, without the context that its file states. */
export type Annotation = {
	id: string;
	type: 'Annotation';
	motivation: string[];
	created?: string;
	modified?: string;
	creator: { type: 'Organization'; name: string };
	generator: { id?: string; type: 'Software'; name: string };
	rights?: string;
	body: (TextualBody | LinkedBody)[];
	target: {
		type: 'SpecificResource';
		source: string;
		scope: string;
		selector: [FragmentSelector, PositionSelector];
	};
};

type Context = { '@context': typeof CONTEXT };

export type AnnotationPage = {
	id: string;
	type: 'AnnotationPage';
	partOf: string;
	next?: string;
	prev?: string;
	startIndex: number;
	items: Annotation[];
};

export type AnnotationCollection = {
	id: string;
	type: 'AnnotationCollection';
	label: string;
	total: number;
	first?: string | AnnotationPage;
	last?: string;
};

/** Where the annotations of the whole archive are published, in pages from 1. */
export const annotationsAt = {
	collection: '/data/annotations.jsonld',
	page: (page: number) => `/data/annotations/${page}.jsonld`,
};

/** Describe a note of an article as a Web Annotation that stands by itself. */
export function noteAnnotation(
	article: AnnotatedArticle,
	note: Note,
	archive: Archive,
): Context & Annotation {
	return { '@context': CONTEXT, ...describeNote(article, note, archive) };
}

/** So many annotations has a page of the collection of all. */
export const ANNOTATIONS_PER_PAGE = 500;

/**
 * List the annotations of the articles in pages, in the order of the articles and their texts. Those of a page are made
 * when they are asked for: all at once they take hundreds of megabytes in a large archive.
 */
export function annotationPages(
	articles: readonly AnnotatedArticle[],
	archive: Archive,
	pageSize = ANNOTATIONS_PER_PAGE,
): (Context & AnnotationPage)[] {
	const notes = articles.flatMap((article) => article.notes.map((note) => ({ article, note })));
	const count = Math.ceil(notes.length / pageSize);
	const at = (page: number) => identify(annotationsAt.page(page), archive.site);
	return Array.from({ length: count }, (_, index) => ({
		'@context': CONTEXT,
		id: at(index + 1),
		type: 'AnnotationPage',
		partOf: identify(annotationsAt.collection, archive.site),
		...(index + 1 < count ? { next: at(index + 2) } : {}),
		...(index > 0 ? { prev: at(index) } : {}),
		startIndex: index * pageSize,
		get items() {
			const own = notes.slice(index * pageSize, (index + 1) * pageSize);
			return own.map(({ article, note }) => describeNote(article, note, archive));
		},
	}));
}

/** Describe the collection that the pages of `annotationPages` make up; an empty one has no pages. */
export function annotationCollection(
	articles: readonly AnnotatedArticle[],
	archive: Archive,
	pageSize = ANNOTATIONS_PER_PAGE,
): Context & AnnotationCollection {
	const pages = annotationPages(articles, archive, pageSize);
	const [first, last] = [pages[0]?.id, pages.at(-1)?.id];
	return {
		'@context': CONTEXT,
		id: identify(annotationsAt.collection, archive.site),
		type: 'AnnotationCollection',
		label: `Notes of ${archive.title}`,
		total: articles.reduce((sum, { notes }) => sum + notes.length, 0),
		...(first && last ? { first, last } : {}),
	};
}

/**
 * Put the annotations of the articles into one file: a collection with its only page in it. `path` is where
 * the file is published; `label` says of what the notes are.
 */
export function annotationFile(
	articles: readonly AnnotatedArticle[],
	archive: Archive,
	path: string,
	label: string,
): Context & AnnotationCollection {
	const id = identify(path, archive.site);
	const items = describeNotes(articles, archive);
	const page: AnnotationPage = {
		id: `${id}#page`,
		type: 'AnnotationPage',
		partOf: id,
		startIndex: 0,
		items,
	};
	return {
		'@context': CONTEXT,
		id,
		type: 'AnnotationCollection',
		label,
		total: items.length,
		...(items.length > 0 ? { first: page, last: page.id } : {}),
	};
}

/** Put the annotations of one article into the file that lies with its newest revision. */
export function articleAnnotations(
	article: AnnotatedArticle,
	archive: Archive,
): Context & AnnotationCollection {
	const revision = revisionOf(article.record).number;
	return annotationFile(
		[article],
		archive,
		addressOf.revisionFile(article.number, revision, 'annotations.jsonld'),
		`Notes of ${archive.title}, no. ${article.number}, revision ${revision}`,
	);
}

function describeNotes(articles: readonly AnnotatedArticle[], archive: Archive): Annotation[] {
	return articles.flatMap((article) =>
		article.notes.map((note) => describeNote(article, note, archive)),
	);
}

function describeNote(
	{ number, record }: AnnotatedArticle,
	note: Note,
	{ site, title, editors, licences }: Archive,
): Annotation {
	const revision = revisionOf(record);
	// With a single revision, every note came with it; later on, the record does not say which did.
	const created = record.revisions.length === 1 ? momentOf(revision.date) : undefined;
	const modified = momentOf(revision.date);
	const home = publicAddress('/', site);
	const rights = findRights(licences.commentary)?.url;
	return {
		id: identify(addressOf.notePage(number, note.id), site),
		type: 'Annotation',
		motivation: [
			'commenting',
			'classifying',
			...(note.correction === undefined ? [] : ['editing']),
		],
		...(created === undefined ? {} : { created }),
		...(modified === undefined ? {} : { modified }),
		creator: { type: 'Organization', name: editors },
		generator: { ...(home === undefined ? {} : { id: home }), type: 'Software', name: title },
		...(rights === undefined ? {} : { rights }),
		body: describeBodies(record, note, site),
		target: {
			type: 'SpecificResource',
			source: identify(addressOf.revision(number, revision.number), site),
			scope: identify(addressOf.article(number), site),
			selector: [
				{
					type: 'FragmentSelector',
					value: `p${note.paragraph}`,
					conformsTo: FRAGMENTS,
					...(isShownWhole(record) ? { refinedBy: describeQuote(note) } : {}),
				},
				{ type: 'TextPositionSelector', start: note.start, end: note.end },
			],
		},
	};
}

function describeBodies(
	{ source_language: language }: AnnotatedArticle['record'],
	note: Note,
	site: Archive['site'],
): Annotation['body'] {
	const text = (
		value: string | undefined,
		purpose: TextualBody['purpose'],
		language?: string,
	): TextualBody[] =>
		value === undefined
			? []
			: [
					{
						type: 'TextualBody',
						value,
						format: 'text/plain',
						...(language === undefined ? {} : { language }),
						purpose,
					},
				];
	const link = (path: string, purpose: LinkedBody['purpose']): LinkedBody => ({
		type: 'SpecificResource',
		source: identify(path, site),
		purpose,
	});
	return [
		...text(note.comment, 'commenting', 'en'),
		...text(note.correction, 'editing', 'en'),
		...text(note.original, 'describing', language === 'unknown' ? undefined : language),
		link(addressOf.type(note.type), 'classifying'),
		...text(`severity: ${note.severity}`, 'tagging', 'en'),
		...text(`confidence: ${note.confidence}`, 'tagging', 'en'),
		...(note.term === undefined ? [] : [link(addressOf.term(note.term), 'linking')]),
	];
}

function describeQuote({ exact, prefix, suffix }: Note): QuoteSelector {
	return {
		type: 'TextQuoteSelector',
		exact,
		...(prefix === '' ? {} : { prefix }),
		...(suffix === '' ? {} : { suffix }),
	};
}
