/**
 * Write what the built site needs to work without a network: its service worker and the list of packs.
 *
 *   node scripts/write-offline.ts [DIST]
 *
 * Runs after the search index is written, since both list every file by its hash.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { isShell, packsOf, type PackFile } from '../src/offline/packs.ts';
import { openArticles } from './open-articles.ts';

const dist = process.argv[2] ?? 'dist';
const titles = new Map(openArticles().map(({ number, record }) => [number, record.title.supplied]));
const packs = packsOf(listFiles(), titles);
mkdirSync(join(dist, 'offline'), { recursive: true });
writeFileSync(join(dist, 'offline/packs.json'), JSON.stringify(packs));

const shell = listFiles().filter(({ path }) => isShell(path));
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

/** List the files of the site, a page by its folder, in the order of their paths. */
function listFiles(): PackFile[] {
	return readdirSync(dist, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name))
		.map((file) => {
			const bytes = readFileSync(file);
			const path = file.slice(dist.length + 1).replaceAll('\\', '/');
			return {
				path: path.replace(/(^|\/)index\.html$/, '$1'),
				bytes: bytes.length,
				sha256: createHash('sha256').update(bytes).digest('hex'),
			};
		})
		.sort((a, b) => (a.path < b.path ? -1 : 1));
}
