import type { APIRoute, GetStaticPaths } from 'astro';
import { loadArticlesToRender } from '../../../archive/articles-to-render.ts';
import { loadArchive, loadOutlets } from '../../../archive/load-authorities.ts';
import { openArticle } from '../../../edition/open-edition.ts';
import type { ArticlePlace } from '../../../model/article.ts';
import { articleCard } from '../../../sharing/card.ts';
import { drawCard } from '../../../sharing/draw-card.ts';

/** The picture of every article, for sites that show one beside its address. */
export const getStaticPaths = (async () => {
	const articles = await loadArticlesToRender();
	return articles.map(({ place }) => ({
		params: { number: String(place.number) },
		props: { place },
	}));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ place: ArticlePlace }> = async ({ props: { place } }) => {
	const article = openArticle(place);
	const [archive, outlets] = await Promise.all([loadArchive(), loadOutlets()]);
	const card = articleCard(article, outlets.get(article.record.publisher.outlet), archive);
	return new Response(drawCard(card));
};
