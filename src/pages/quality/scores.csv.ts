import type { APIRoute } from 'astro';
import { loadArticles } from '../../archive/load-articles.ts';
import { scoresCsv } from '../../exchange/quality-csv.ts';

export const GET: APIRoute = async () => new Response(scoresCsv(await loadArticles()));
