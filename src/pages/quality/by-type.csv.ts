import type { APIRoute } from 'astro';
import { loadArticles } from '../../archive/load-articles.ts';
import { tallyCsv } from '../../exchange/quality-csv.ts';
import { describeType, type TypeId } from '../../model/typology.ts';
import { tabulateByType } from '../../scoring/tabulate-notes.ts';

export const GET: APIRoute = async () => {
	const articles = await loadArticles();
	return new Response(tallyCsv(tabulateByType(articles), (id) => describeType(id as TypeId).label));
};
