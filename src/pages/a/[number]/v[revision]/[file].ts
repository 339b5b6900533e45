import type { APIRoute, GetStaticPaths } from 'astro';
import { loadArticlesToRender } from '../../../../archive/articles-to-render.ts';
import { loadArchive, loadOutlets } from '../../../../archive/load-authorities.ts';
import { citationFiles } from '../../../../citing/citation-formats.ts';
import { discloseAi } from '../../../../citing/ai-disclosure.ts';
import { articleGraph, writeJsonLd } from '../../../../citing/json-ld.ts';
import { revisionLinkset } from '../../../../citing/linkset.ts';
import type { PageFacts } from '../../../../citing/page-facts.ts';
import { openEntry, openRevision } from '../../../../edition/open-edition.ts';
import { formatArticleJson } from '../../../../exchange/article-json.ts';
import { noteRow, toJsonLines } from '../../../../exchange/json-lines.ts';
import { notesCsv } from '../../../../exchange/notes-csv.ts';
import { formatTei } from '../../../../exchange/tei.ts';
import { articleAnnotations } from '../../../../exchange/web-annotation.ts';
import {
	listRevisions,
	shownTitleOf,
	type Article,
	type ArticlePlace,
} from '../../../../model/article.ts';
import type { Record } from '../../../../model/record.ts';

type Source = {
	article: Article;
	facts: PageFacts;
	/** All that the article has, newer ones included. */
	revisions: Record['revisions'];
};

/** What lies beside a revision: what describes it to machines, and the revision itself in other formats. */
const files: { [name: string]: (source: Source) => string } = {
	'meta.jsonld': ({ facts }) => writeJsonLd(articleGraph(facts)),
	'linkset.json': ({ facts, revisions }) =>
		toJson(revisionLinkset({ ...facts, record: { ...facts.record, revisions } })),
	'ai-disclosure.json': ({ facts }) => toJson(discloseAi(facts.record, facts.archive)),
	'article.json': ({ article, facts }) => formatArticleJson(article, facts.archive),
	'article.tei.xml': ({ article, facts: { outlet, archive } }) =>
		formatTei({ article, outlet, archive }),
	'annotations.jsonld': ({ article, facts }) => toJson(articleAnnotations(article, facts.archive)),
	'notes.jsonl': ({ article, facts }) =>
		toJsonLines(article.notes.map((note) => noteRow(article, note, facts.archive.site))),
	'notes.csv': ({ article, facts }) =>
		notesCsv(
			article.notes.map((note) => ({ article, note })),
			facts.archive.site,
		),
	...Object.fromEntries(
		citationFiles.map(({ name, format }) => [name, ({ facts }: Source) => format(facts)]),
	),
};

export const getStaticPaths = (async () => {
	const articles = await loadArticlesToRender();
	return articles.flatMap(({ place }) =>
		listRevisions(place).flatMap(({ number, folder }) =>
			Object.keys(files).map((file) => ({
				params: { number: String(place.number), revision: String(number), file },
				props: { place, number, folder, file },
			})),
		),
	);
}) satisfies GetStaticPaths;

type Props = { place: ArticlePlace; number: number; folder: string; file: string };

export const GET: APIRoute<Props> = async ({ props: { place, number, folder, file } }) => {
	const [archive, outlets] = await Promise.all([loadArchive(), loadOutlets()]);
	const entry = openEntry(place);
	const article = openRevision(entry, folder);
	const facts: PageFacts = {
		record: article.record,
		title: shownTitleOf(article),
		outlet: outlets.get(article.record.publisher.outlet),
		originalOutlet: outlets.get(article.record.original.outlet),
		archive,
		revision: number,
	};
	return new Response(files[file]?.({ article, facts, revisions: entry.record.revisions }));
};

function toJson(value: unknown): string {
	return `${JSON.stringify(value, null, '\t')}\n`;
}
