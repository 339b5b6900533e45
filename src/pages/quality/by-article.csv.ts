import type { APIRoute } from 'astro';
import { loadArticles } from '../../archive/load-articles.ts';
import { tallyCsv } from '../../exchange/quality-csv.ts';
import { tabulateByArticle } from '../../scoring/tabulate-notes.ts';

export const GET: APIRoute = async () => {
	const articles = await loadArticles();
	const titles = new Map(
		articles.map(({ number, record }) => [String(number), record.title.supplied]),
	);
	return new Response(tallyCsv(tabulateByArticle(articles), (id) => titles.get(id) ?? id));
};
