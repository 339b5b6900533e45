import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { cataloguePage } from '../../src/components/catalogue-page.ts';
import {
	concordanceOf,
	LINES_PER_PAGE,
	type ConcordanceLine,
} from '../../src/components/concordance-lines.ts';
import { meaningLead } from '../../src/components/wording.ts';
import { buildArticle } from '../../src/edition/build-article.ts';
import { listArticleFolders, readArticle } from '../../src/edition/read-archive.ts';
import type { Article, ArticleEntry } from '../../src/model/article.ts';
import { shownTitleOf } from '../../src/model/article.ts';
import type { Archive, Event, Name, Outlet, Term } from '../../src/model/authorities.ts';
import { isCompared, listAccounts, sortTerms } from '../../src/model/authorities.ts';
import { formatEdtfDate } from '../../src/model/edtf-date.ts';
import { findRights } from '../../src/model/rights.ts';
import { dimensionOf, dimensions, typology } from '../../src/model/typology.ts';
import { countArticles, countRenderings } from '../../src/scoring/count-renderings.ts';
import { NOTES_PER_PAGE } from '../../src/search/note-lists.ts';
import { describeArticle, type Named, type PeerArticle } from './describe-article.ts';
import { createPeerCitations } from './peer-citations.ts';

/** An article named in a list. */
type Listed = { number: number; title: string; day: string; date: string; remark?: string };

/**
 * Describe a generated archive for the tools that Calque is measured against: each article goes to `take` as it is
 * read, so that a large archive is never held; returns what all of them share. Throws where an article has faults.
 */
export function describeSite(content: string, take: (article: PeerArticle) => void) {
	const { named, describe } = openNamed(content);
	const { archive } = named;
	const lines: ConcordanceLine[] = [];
	const met = { people: new Lists(), organisations: new Lists() };
	const roles = { published: new Lists(), wrote: new Lists() };
	let counts = { articles: 0, notes: 0, critical: 0 };
	let example: PeerArticle | undefined;
	for (const article of openEach(content)) {
		const { record } = article;
		const described = describe(article);
		if (article.number === archive.example.article) example = described;
		counts = {
			articles: counts.articles + 1,
			notes: counts.notes + described.counts.all,
			critical: counts.critical + described.counts.critical,
		};
		lines.push(...linesOf(article));
		const { number, title, day, date } = described;
		const listed = { number, title, day, date };
		for (const id of record.people) met.people.add(id, listed);
		for (const id of record.organisations) met.organisations.add(id, listed);
		roles.published.add(record.publisher.outlet, listed);
		roles.wrote.add(record.original.outlet, { ...listed, remark: record.original.confidence });
		take(described);
	}
	const events = [...named.events.values()].toSorted((a, b) => compare(a.date, b.date));
	const describeNames = (names: Map<string, Name>, lists: Lists) =>
		[...names.values()].map((name) => ({ ...name, articles: lists.of(name.id) }));
	return {
		archive: {
			...archive,
			licence: findRights(archive.licences.commentary),
			counts,
			notesPerPage: NOTES_PER_PAGE,
			articlesPerPage: cataloguePage,
			example: example && describeExample(example, archive.example.note),
		},
		families: Object.entries(dimensions).map(([id, label]) => ({ id, label })),
		types: typology.map(({ id, label, definition, origin }, rank) => ({
			...{ id, label, definition, origin, rank },
			family: dimensionOf(id),
		})),
		people: describeNames(named.people, met.people),
		organisations: describeNames(named.organisations, met.organisations),
		outlets: [...named.outlets.values()].map((outlet) => ({
			...outlet,
			published: roles.published.of(outlet.id),
			wrote: roles.wrote.of(outlet.id),
		})),
		events: events.map((event) => ({
			id: event.id,
			title: event.title,
			description: event.description,
			day: event.date,
			date: formatEdtfDate(event.date),
			accounts: listAccounts(event),
			isCompared: isCompared(event),
		})),
		terms: describeTerms(readYaml(content, 'terms.yaml') as Term[], lines, named.outlets),
		pages: ['about', 'method', 'typology'].map((name) => readPage(content, name)),
	};
}
export type PeerSite = ReturnType<typeof describeSite>;

/** Describe one article of an archive, as it is now, by its folder in the content. */
export function describeArticleAnew(content: string, folder: string): PeerArticle {
	return openNamed(content).describe(openArticle(content, folder));
}

function openNamed(content: string) {
	const byId = <Item extends { id: string }>(name: string) =>
		new Map((readYaml(content, name) as Item[]).map((item) => [item.id, item]));
	const named: Named = {
		archive: readYaml(content, 'archive.yaml') as Archive,
		outlets: byId<Outlet>('outlets.yaml'),
		events: byId<Event>('events.yaml'),
		people: byId<Name>('people.yaml'),
		organisations: byId<Name>('organisations.yaml'),
	};
	const { archive, outlets } = named;
	const cite = createPeerCitations();
	const describe = (article: Article): PeerArticle => {
		const { record } = article;
		const outlet = outlets.get(record.publisher.outlet);
		const originalOutlet = outlets.get(record.original.outlet);
		const title = shownTitleOf(article);
		return describeArticle(
			article,
			named,
			cite({ record, title, outlet, originalOutlet, archive }),
		);
	};
	return { named, describe };
}

function readYaml(content: string, name: string): unknown {
	return parse(readFileSync(join(content, name), 'utf8'), { maxAliasCount: -1 });
}

/** Articles listed under an id, in the order in which they come. */
class Lists {
	readonly #lists = new Map<string, Listed[]>();
	add(id: string, article: Listed): void {
		const list = this.#lists.get(id);
		if (list) list.push(article);
		else this.#lists.set(id, [article]);
	}
	of(id: string): Listed[] {
		return this.#lists.get(id) ?? [];
	}
}

/** Open the articles of an archive one after the other. Throws where one has faults. */
export function* openEach(content: string): Generator<Article> {
	for (const folder of listArticleFolders(content))
		yield openArticle(content, join('articles', folder));
}

function openArticle(content: string, folder: string): Article {
	const article = buildArticle(readArticle(content, folder, { bySha256: new Map(), faults: [] }));
	if (!article) throw new Error(`${folder} has faults. Run: npm run check:content`);
	return article;
}

function readPage(content: string, name: string) {
	const file = readFileSync(join(content, 'pages', `${name}.mdx`), 'utf8');
	const [, head = '', text = ''] = /^---\n(.*?)\n---\n(.*)$/s.exec(file) ?? [];
	return { name, ...(parse(head) as { title: string; description: string }), text };
}

/** Keep of an article what a concordance of terms says of it. */
function linesOf(article: Article): ConcordanceLine[] {
	const { number, record, isCaptureAttached } = article;
	const kept = { number, record: { published: record.published, publisher: record.publisher } };
	const named = article.notes.filter(({ term }) => term !== undefined);
	return concordanceOf(
		named.map((note) => ({ article: kept as ArticleEntry, note })),
		isCaptureAttached ? article : undefined,
	);
}

function describeTerms(
	terms: Term[],
	lines: readonly ConcordanceLine[],
	outlets: Map<string, Outlet>,
) {
	const linesOfTerm = Map.groupBy(lines, ({ note }) => note.term ?? '');
	return sortTerms(terms, 'ru').map((term) => {
		// Every date of a generated archive is a day, so that its letters sort as it does.
		const own = (linesOfTerm.get(term.id) ?? []).toSorted((a, b) => compare(dayOf(a), dayOf(b)));
		const renderings = countRenderings(own);
		const ways = renderings.length;
		const different = ways === 1 ? ', all alike' : `, ${ways} different`;
		const articles = countArticles(own);
		return {
			...{ id: term.id, source: term.source, language: term.language, gloss: term.gloss },
			right: term.right.join('; '),
			explanation: term.explanation,
			count: own.length,
			articles,
			phrase: `${own.length} in ${articles} ${articles === 1 ? 'article' : 'articles'}${ways < own.length ? different : ''}`,
			renderings: renderings.map(({ words, places }) => ({
				words,
				count: places.length,
				articles: [...new Set(places.map(({ article }) => article.number))].sort((a, b) => a - b),
			})),
			linesPerPage: LINES_PER_PAGE,
			lines: own.map(({ article: { number, record }, note, line }) => ({
				number,
				...{ id: note.id, n: note.ordinal, p: note.paragraph },
				day: record.published.date,
				date: formatEdtfDate(record.published.date),
				outlet: outlets.get(record.publisher.outlet)?.name ?? record.publisher.outlet,
				...{ severity: note.severity, confidence: note.confidence },
				correction: note.correction ?? '',
				before: `${line.isCutBefore ? '… ' : ''}${line.before}`,
				keyword: line.keyword,
				after: `${line.after}${line.isCutAfter ? ' …' : ''}`,
			})),
		};
	});
}

function dayOf({ article }: ConcordanceLine): string {
	return article.record.published.date;
}

function compare(a: string, b: string): number {
	return a < b ? -1 : Number(a > b);
}

function describeExample(article: PeerArticle, id: string) {
	const note = article.notes.find((one) => one.id === id);
	if (!note) return undefined;
	const { number, language, languageName } = article;
	return { number, languageName, ...note, lead: meaningLead(language, false, note.confidence) };
}
