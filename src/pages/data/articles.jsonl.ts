import type { APIRoute } from 'astro';
import { loadArticles } from '../../archive/load-articles.ts';
import { loadArchive } from '../../archive/load-authorities.ts';
import { articleRow, toJsonLines } from '../../exchange/json-lines.ts';

export const GET: APIRoute = async () => {
	const archive = await loadArchive();
	return new Response(
		toJsonLines((await loadArticles()).map((article) => articleRow(article, archive.site))),
	);
};
