import type { APIRoute } from 'astro';
import { loadSuggestionFigures } from '../../archive/load-suggestion-figures.ts';
import { toJsonLines } from '../../exchange/json-lines.ts';

export const GET: APIRoute = async () => new Response(toJsonLines(await loadSuggestionFigures()));
