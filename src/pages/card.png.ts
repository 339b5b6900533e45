import type { APIRoute } from 'astro';
import { loadArticles } from '../archive/load-articles.ts';
import { loadArchive } from '../archive/load-authorities.ts';
import { archiveCard } from '../sharing/card.ts';
import { drawCard } from '../sharing/draw-card.ts';

/** The picture of the archive, for sites that show one beside the address of a page. */
export const GET: APIRoute = async () => {
	const [archive, articles] = await Promise.all([loadArchive(), loadArticles()]);
	return new Response(drawCard(archiveCard(articles, archive)));
};
