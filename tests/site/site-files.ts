import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';
import { gzipSync } from 'node:zlib';

/** List the pages of a built site, from its root. */
export function listPages(site: string): string[] {
	return readdirSync(site, { recursive: true, encoding: 'utf8' })
		.map((path) => path.replaceAll('\\', '/'))
		.filter((path) => path.endsWith('.html') && !path.startsWith('pagefind/'))
		.sort();
}

/** Read a file of a built site. */
export function readSite(site: string, path: string): string {
	return readFileSync(join(site, path), 'utf8');
}

/** Take the addresses out of a page's links, scripts and sheets. */
export function listAddresses(html: string): string[] {
	return [...html.matchAll(/\s(?:href|src)="([^"]*)"/g)].map((match) => match[1] ?? '');
}

/**
 * Count the bytes of a page and its sheets, each gzipped as a server would send it, as the page would be
 * with no more than `maxNotes` notes: those after them, and what leads to them, are cut out first.
 */
export function weighPage(site: string, path: string, maxNotes = Infinity): number {
	const html = cutNotes(readSite(site, path), maxNotes);
	const sheets = [...html.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map((match) =>
		readFileSync(join(site, dirname(path), match[1] ?? '')),
	);
	return [Buffer.from(html), ...sheets].reduce((sum, file) => sum + gzipSync(file).length, 0);
}

function cutNotes(html: string, maxNotes: number): string {
	const notes = /<li class="note[^>]*\sid="note-([^"]+)"[\s\S]*?<\/li>/g;
	const cut = new Set([...html.matchAll(notes)].slice(maxNotes).map((match) => match[1]));
	const unless = (whole: string, id: string) => (cut.has(id) ? '' : whole);
	return html
		.replace(notes, unless)
		.replace(/<a [^>]*href="#note-([^"]+)"[^>]*>[^<]*<\/a>/g, unless)
		.replace(/<span aria-label="note (\d+) begins"[^>]*><\/span>/g, (cue, ordinal) =>
			Number(ordinal) > maxNotes ? '' : cue,
		);
}

/** Read a file of JSON Lines. */
export function readRows(site: string, path: string): Record<string, unknown>[] {
	return readSite(site, path)
		.trimEnd()
		.split('\n')
		.map((line) => JSON.parse(line) as Record<string, unknown>);
}
