/**
 * Write what the built site needs to work without a network: its service worker and the list of packs.
 *
 *   node scripts/write-offline.ts DIST CONTENTS [BUILT]
 *
 * Runs after the search index is written, since both list every file by its hash. CONTENTS is what
 * `check-content.ts --keep` wrote; BUILT tells the hashes of the rendered files, which are then not read again.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { PACK_LIST, packsOf, shellOf, type PackFile } from '../src/offline/packs.ts';
import { readBuilt } from './building/built-pages.ts';
import { readContentsFile } from './building/contents-file.ts';

/** Where the pages of articles are. */
const ARTICLES = 'a/';
/** A page in the folder that its address names. */
const PAGE = 'index.html';

const [dist = '', contents = '', builtFile] = process.argv.slice(2);
/** What was rendered: the pages of articles, which are nearly all, and other files by their paths. */
const pagesOfArticles: PackFile[] = [];
const known = new Map<string, Pick<PackFile, 'bytes' | 'sha256'>>();
for (const built of builtFile === undefined ? [] : readBuilt(builtFile))
	for (const { path, bytes, sha256 } of built.files) {
		if (!path.startsWith(ARTICLES)) known.set(path, { bytes, sha256 });
		// Of the files of articles, pages alone are kept.
		else if (path.endsWith(`/${PAGE}`))
			pagesOfArticles.push({ path: addressOf(path), bytes, sha256 });
	}
const { places } = readContentsFile(contents);
const titles = new Map(places.map(({ number, suppliedTitle }) => [number, suppliedTitle]));
const files = listFiles().filter(({ path }) => path !== PACK_LIST);
const packs = packsOf(files, titles);
mkdirSync(join(dist, 'offline'), { recursive: true });
writeFileSync(join(dist, PACK_LIST), JSON.stringify(packs));

const shell = sortByPath(shellOf([...files, { path: PACK_LIST, ...measureFile(PACK_LIST) }]));
await build({
	entryPoints: ['src/offline/service-worker.ts'],
	outfile: join(dist, 'service-worker.js'),
	bundle: true,
	minify: true,
	format: 'iife',
	target: 'es2022',
	logLevel: 'warning',
	define: {
		'process.env.NODE_ENV': '"production"',
		SHELL: JSON.stringify(
			shell.map(({ path, sha256 }) => ({
				url: path || './',
				revision: sha256,
				integrity: `sha256-${Buffer.from(sha256, 'hex').toString('base64')}`,
			})),
		),
	},
});
console.log(`${packs.length} packs and a shell of ${shell.length} files for use offline.`);

/** List the files of the site that may be kept, a page by its folder, in the order of their paths. */
function listFiles(): PackFile[] {
	const isTold = pagesOfArticles.length > 0;
	// In the folders of articles nothing is that was not rendered.
	const walked = readdirSync(dist)
		.filter((name) => !isTold || `${name}/` !== ARTICLES)
		.flatMap((name) => walk(name))
		.map((path) => ({ path: addressOf(path), ...measureFile(path) }));
	return sortByPath([...pagesOfArticles, ...walked]);
}

function addressOf(path: string): string {
	return path === PAGE || path.endsWith(`/${PAGE}`) ? path.slice(0, -PAGE.length) : path;
}

/** List the files in a folder of the site, or the file, by their paths from its root. */
function walk(path: string): string[] {
	if (!statSync(join(dist, path)).isDirectory()) return [path];
	return readdirSync(join(dist, path), { withFileTypes: true }).flatMap((entry) =>
		entry.isDirectory() ? walk(`${path}/${entry.name}`) : [`${path}/${entry.name}`],
	);
}

function sortByPath(files: readonly PackFile[]): PackFile[] {
	return files.toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

function measureFile(path: string): Pick<PackFile, 'bytes' | 'sha256'> {
	const built = known.get(path);
	if (built) return built;
	const bytes = readFileSync(join(dist, path));
	return { bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
}
