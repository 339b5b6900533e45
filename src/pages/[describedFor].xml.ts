import type { APIRoute, GetStaticPaths } from 'astro';
import { loadArticles } from '../archive/load-articles.ts';
import { loadArchive, loadEvents, loadTerms } from '../archive/load-authorities.ts';
import { getStaticPagePaths } from '../archive/load-pages.ts';
import { describeSearch } from '../exchange/open-search.ts';
import { writeSitemaps, type SitemapPage } from '../exchange/sitemap.ts';
import { addressOf, newestRevision } from '../model/article.ts';
import { isCompared } from '../model/authorities.ts';
import { suggestionRules } from '../suggesting/suggestion-rules.ts';

/**
 * sitemap.xml, with its parts where it has any, and opensearch.xml. All hold whole addresses, so there are none while the archive has no public
 * address.
 */
export const getStaticPaths = (async () => {
	const archive = await loadArchive();
	const search = describeSearch(archive);
	return [
		...writeSitemaps(await listPages(), archive.site),
		...(search === undefined ? [] : [{ name: 'opensearch', text: search }]),
	].map(({ name, text }) => ({ params: { describedFor: name }, props: { text } }));
}) satisfies GetStaticPaths;

/** List the canonical pages; those across articles changed when the newest article did. */
async function listPages(): Promise<SitemapPage[]> {
	const [articles, terms, events, handWritten] = await Promise.all([
		loadArticles(),
		loadTerms(),
		loadEvents(),
		getStaticPagePaths(),
	]);
	const dateOf = ({ record }: (typeof articles)[number]) => newestRevision(record).date;
	const newest = articles.map(dateOf).sort().at(-1);
	const across = [
		'/',
		'/notes/',
		'/types/',
		'/terms/',
		'/events/',
		'/people/',
		'/organisations/',
		'/outlets/',
		'/quality/',
		'/suggestions/',
		'/data/',
		...suggestionRules.map(({ id }) => addressOf.suggestions(id)),
		...[...terms.keys()].map((id) => addressOf.term(id)),
		...[...events.values()].filter(isCompared).map(({ id }) => addressOf.comparison(id)),
	];
	return [
		...across.map((path) => ({ path, modified: newest })),
		// Their own dates are not recorded.
		...handWritten.map(({ params }) => ({ path: `/${params.page}/` })),
		{ path: '/search/' },
		...articles.flatMap((article) => {
			const modified = dateOf(article);
			return [
				{ path: addressOf.article(article.number), modified },
				{ path: addressOf.history(article.number), modified },
				...article.notes.map(({ id }) => ({
					path: addressOf.notePage(article.number, id),
					modified,
				})),
			];
		}),
	];
}

export const GET: APIRoute<{ text: string }> = ({ props: { text } }) => new Response(text);
