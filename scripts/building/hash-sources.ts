import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { contentFolders } from '../../src/edition/read-archive.ts';
import { readPublicSite } from '../read-public-site.ts';

/** What a site is made of, as two hashes: SHA-256, in hexadecimal. */
export type Sources = { content: string; code: string };

/** Everything else that decides what is on a page; the versions of what is installed are in the lockfile. */
const CODE = ['src', 'scripts', 'public', 'astro.config.mjs', 'package.json', 'package-lock.json'];

/**
 * Hash the content with its captures and the address of the site, and the code with the Node that runs it: the same
 * sources make the same pages. Hidden files do not count, nor do the names of captures. Throws where a file cannot
 * be read.
 */
export function hashSources(): Sources {
	const { content, captures } = contentFolders();
	const files = listFiles(content).filter((path) => !join(content, path).startsWith(captures));
	const attached = listFiles(captures).map((path) => hashFile(join(captures, path)));
	return {
		content: hashLines([
			readPublicSite(),
			...files.map((path) => `${hashFile(join(content, path))} ${path}`),
			...attached.sort(),
		]),
		code: hashCode(),
	};
}

/**
 * Hash what pages are rendered with: the code, and of the content the lists and the hand-written pages. Articles are
 * opened by the pages themselves.
 */
export function hashBundled({ content, captures } = contentFolders()): string {
	const names = readdirSync(content)
		.filter((name) => !name.startsWith('.') && !['articles', 'revisions'].includes(name))
		.filter((name) => join(content, name) !== captures);
	return hashLines([
		hashCode(),
		process.env['NODE_ENV'] ?? '',
		content,
		...names
			.sort()
			.flatMap((name) => listFiles(content, name))
			.map((path) => `${hashFile(join(content, path))} ${path}`),
	]);
}

/** Hash the code with the Node that runs it. */
export function hashCode(): string {
	return hashLines([
		process.version,
		...CODE.flatMap((part) =>
			listFiles(part).map((path) => `${hashFile(join(part, path))} ${join(part, path)}`),
		),
	]);
}

/** List the files of a folder by their paths from it, in one order everywhere; a file has itself alone. */
function listFiles(folder: string, path = ''): string[] {
	const here = join(folder, path);
	if (!existsSync(here)) return [];
	if (!statSync(here).isDirectory()) return [path];
	return readdirSync(here)
		.filter((name) => !name.startsWith('.'))
		.sort()
		.flatMap((name) => listFiles(folder, path === '' ? name : `${path}/${name}`));
}

function hashFile(file: string): string {
	return createHash('sha256').update(readFileSync(file)).digest('hex');
}

function hashLines(lines: readonly string[]): string {
	return createHash('sha256').update(lines.join('\n')).digest('hex');
}
