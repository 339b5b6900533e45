import type { APIRoute } from 'astro';
import { loadNotes } from '../../archive/load-articles.ts';
import { loadArchive } from '../../archive/load-authorities.ts';
import { noteRow, toJsonLines } from '../../exchange/json-lines.ts';

export const GET: APIRoute = async () => {
	const archive = await loadArchive();
	return new Response(
		toJsonLines(
			(await loadNotes()).map(({ article, note }) => noteRow(article, note, archive.site)),
		),
	);
};
