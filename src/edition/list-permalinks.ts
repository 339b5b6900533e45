import { join } from 'node:path';
import { addressOf } from '../model/article.ts';
import { isCompared } from '../model/authorities.ts';
import type { Permalink } from '../model/permalink.ts';
import { dimensions, typology } from '../model/typology.ts';
import { hashFolder } from './hash-folder.ts';
import type { Record } from '../model/record.ts';
import type { ArchiveSource, RevisionSource } from './read-archive.ts';
import type { RatedSource } from './read-rated.ts';

/** An address that the archive answers, as a release publishes it. */
export type Answered = Omit<Permalink, 'since' | 'fragments'> & { fragments: string[] };

/** What the addresses of an article depend on. */
type Addressed = {
	record: { value?: Pick<Record, 'number' | 'capture'> | undefined };
	anchors: { value?: { paragraphs: { length: number } } | undefined };
	commentary: { notes: readonly { attributes: { id: string } }[] };
};

type AddressedArchive = Omit<ArchiveSource, 'articles'> & { articles: readonly Addressed[] };

/** The addresses of pages and files that every archive has. */
const alwaysThere: readonly [url: string, kind: Permalink['kind']][] = [
	['/', 'page'],
	['/search/', 'page'],
	['/quality/', 'page'],
	['/data/', 'page'],
	['/types/', 'list'],
	['/notes/', 'list'],
	['/terms/', 'list'],
	['/feeds/all.atom', 'data'],
	['/feeds/all.json', 'data'],
	['/data/annotations.jsonld', 'data'],
	['/data/articles.csv', 'data'],
	['/data/articles.jsonl', 'data'],
	['/data/notes.csv', 'data'],
	['/data/notes.jsonl', 'data'],
	['/quality/by-article.csv', 'data'],
	['/quality/by-engine.csv', 'data'],
	['/quality/by-term.csv', 'data'],
	['/quality/by-type.csv', 'data'],
	['/quality/scores.csv', 'data'],
];

/**
 * List every address that the archive promises to keep, with the ids on it that others may name: what
 * content/permalinks.jsonl holds once it is released. Lists cut into pages are promised by their first.
 */
export function listPermalinks(archive: AddressedArchive): Answered[] {
	const revisions = Map.groupBy(archive.revisions, ({ article }) => article);
	const revisionsOf = (article: number) => revisions.get(article) ?? [];
	return [
		...alwaysThere.map(([url, kind]) => ({ url, kind, fragments: [] })),
		...archive.pages.map(({ name }) => ({
			url: `/${name}/`,
			kind: 'page' as const,
			fragments: [],
		})),
		...archive.articles.flatMap((article) => listOfArticle(archive, article, revisionsOf)),
		...archive.rated.flatMap(listOfRated),
		...listOfAuthorities(archive),
	];
}

function listOfRated({ record, document }: RatedSource): Answered[] {
	if (!record.value) return [];
	const { number, capture } = record.value;
	return [
		{
			url: addressOf.article(number),
			kind: 'article',
			sha256: capture.sha256,
			fragments: (document?.segments ?? []).map((_, index) => `p${index + 1}`),
		},
	];
}

function listOfArticle(
	{ root }: AddressedArchive,
	article: Addressed,
	revisionsOf: (article: number) => readonly RevisionSource[],
): Answered[] {
	const record = article.record.value;
	if (!record) return [];
	const { number } = record;
	return [
		{
			url: addressOf.article(number),
			kind: 'article',
			sha256: record.capture.sha256,
			fragments: fragmentsOf(article),
		},
		...revisionsOf(number).map(({ number: revision, source }): Answered => ({
			url: addressOf.revision(number, revision),
			kind: 'revision',
			sha256: hashFolder(join(root, source.folder)),
			fragments: fragmentsOf(source),
		})),
		{ url: addressOf.history(number), kind: 'history', fragments: [] },
		{ url: addressOf.cite(number), kind: 'page', fragments: [] },
		...noteIds(article).map((id): Answered => ({
			url: addressOf.notePage(number, id),
			kind: 'note',
			fragments: [],
		})),
	];
}

function listOfAuthorities({
	terms,
	events,
	people,
	organisations,
	outlets,
}: AddressedArchive): Answered[] {
	const list = (url: string, fragments: string[] = []): Answered => ({
		url,
		kind: 'list',
		fragments,
	});
	const ids = (entries: { id: string }[] | undefined) => (entries ?? []).map(({ id }) => id);
	const types = [...Object.keys(dimensions), ...typology.map(({ id }) => id)];
	return [
		...ids(terms.value).map((id) => list(addressOf.term(id))),
		...types.map((type) => list(addressOf.type(type))),
		list('/events/', ids(events.value)),
		...(events.value ?? []).filter(isCompared).map(({ id }) => list(addressOf.comparison(id))),
		list('/people/', ids(people.value)),
		list('/organisations/', ids(organisations.value)),
		list('/outlets/', ids(outlets.value)),
	];
}

function fragmentsOf(article: Addressed): string[] {
	const paragraphs = article.anchors.value?.paragraphs.length ?? 0;
	return [
		...Array.from({ length: paragraphs }, (_, index) => `p${index + 1}`),
		...noteIds(article).map((id) => `note-${id}`),
	];
}

function noteIds({ commentary }: Addressed): string[] {
	return commentary.notes.map(({ attributes }) => attributes.id);
}
