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
 * with no more than `maxNotes` notes: those after them are cut out first.
 */
export function weighPage(site: string, path: string, maxNotes = Infinity): number {
	const whole = readSite(site, path);
	let count = 0;
	const html = whole.replace(/<li class="note[\s\S]*?<\/li>/g, (note) =>
		++count > maxNotes ? '' : note,
	);
	const sheets = [...html.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map((match) =>
		readFileSync(join(site, dirname(path), match[1] ?? '')),
	);
	return [Buffer.from(html), ...sheets].reduce((sum, file) => sum + gzipSync(file).length, 0);
}

/** Read a file of JSON Lines. */
export function readRows(site: string, path: string): Record<string, unknown>[] {
	return readSite(site, path)
		.trimEnd()
		.split('\n')
		.map((line) => JSON.parse(line) as Record<string, unknown>);
}
