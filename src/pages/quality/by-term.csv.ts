import type { APIRoute } from 'astro';
import { loadArticles } from '../../archive/load-articles.ts';
import { loadTerms } from '../../archive/load-authorities.ts';
import { tallyCsv } from '../../exchange/quality-csv.ts';
import { tabulateByTerm } from '../../scoring/tabulate-notes.ts';

export const GET: APIRoute = async () => {
	const articles = await loadArticles();
	const terms = await loadTerms();
	return new Response(tallyCsv(tabulateByTerm(articles), (id) => terms.get(id)?.source ?? id));
};
