import type { APIRoute } from 'astro';
import { loadArticles } from '../../archive/load-articles.ts';
import { loadArchive } from '../../archive/load-authorities.ts';
import { articlesCsv } from '../../exchange/notes-csv.ts';

/** Every article as CSV, in the fields of articles.jsonl. */
export const GET: APIRoute = async () => {
	const [archive, articles] = await Promise.all([loadArchive(), loadArticles()]);
	return new Response(articlesCsv(articles, archive.site));
};
