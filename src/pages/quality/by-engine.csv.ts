import type { APIRoute } from 'astro';
import { loadArticles } from '../../archive/load-articles.ts';
import { tallyCsv } from '../../exchange/quality-csv.ts';
import { tabulateByEngine } from '../../scoring/tabulate-notes.ts';

export const GET: APIRoute = async () => {
	const articles = await loadArticles();
	return new Response(tallyCsv(tabulateByEngine(articles), (id) => id));
};
