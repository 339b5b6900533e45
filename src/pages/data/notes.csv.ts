import type { APIRoute } from 'astro';
import { loadNotes } from '../../archive/load-articles.ts';
import { loadArchive } from '../../archive/load-authorities.ts';
import { notesCsv } from '../../exchange/notes-csv.ts';

/** Every note as CSV, in the fields of notes.jsonl. */
export const GET: APIRoute = async () => {
	const [archive, notes] = await Promise.all([loadArchive(), loadNotes()]);
	return new Response(notesCsv(notes, archive.site));
};
