/**
 * Turn the built site into the portable edition: a folder that is opened by a double click, and the same as a zip.
 *
 *   npm run portable [-- --dist dist --out .]     writes portable/ and portable.zip there
 *
 * Exit 0: written · 1: there is no built site, or it is not as the portable edition knows it; nothing was written.
 * The same site makes the same bytes on every machine and on every day.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { identifyPackage } from '../src/exchange/package/identify-package.ts';
import { zipFiles } from '../src/exchange/package/zip-files.ts';
import { readArchive } from '../src/edition/read-archive.ts';
import { overrideSite, publicAddress } from '../src/model/public-address.ts';
import { openArticles } from './open-articles.ts';
import { bundleScript, chunksOf } from './portable/index-chunks.ts';
import { portablePage } from './portable/portable-page.ts';
import { startHerePage } from './portable/start-here.ts';
import { writeFolder } from './write-folder.ts';

/** For hosts, for the service worker, for a page that is never asked for here: no part of the edition. */
const DROPPED =
	/^(?:_headers|_redirects|\.nojekyll|redirects\.nginx\.map|service-worker\.js|404\.html|addresses\.json|manifest\.webmanifest|robots\.txt|opensearch\.xml|sitemap(?:-\d+)?\.xml|offline\/packs\.json|pagefind\/.*)$/;
const FOLDER = 'portable';
const START = 'START-HERE.html';

try {
	const { values } = parseArgs({
		options: { dist: { type: 'string', default: 'dist' }, out: { type: 'string', default: '.' } },
	});
	if (!existsSync(join(values.dist, 'pagefind')))
		throw new Error(`There is no built site in ${values.dist}. Run: npm run build`);
	const files = await makeFiles(values.dist);
	const sums = [...files].map(([path, bytes]) => `${hashOf(bytes)}  ${path}\n`);
	files.set('SHA256SUMS', Buffer.from(sums.join('')));
	const list = [...files].map(([path, bytes]) => ({ path, bytes }));
	const { folder, zipFile } = writeFolder(values.out, FOLDER, list, {
		zip: zipFiles(list, FOLDER, describeArchive().date),
		mark: START,
	});
	console.log(`${folder}: ${list.length} files. Open ${join(folder, START)}.`);
	console.log(zipFile);
} catch (error) {
	const message = error instanceof Error ? error.message : String(error);
	console.error(`The portable edition was not written. ${message}`);
	process.exit(1);
}

/** Make every file of the edition, in the order of their paths. */
async function makeFiles(dist: string): Promise<Map<string, Uint8Array>> {
	const site = new Map(
		readdirSync(dist, { recursive: true, withFileTypes: true })
			.filter((entry) => entry.isFile())
			.map((entry) => join(entry.parentPath, entry.name))
			.map((file) => [
				file.slice(join(dist, '/').length).replaceAll('\\', '/'),
				readFileSync(file),
			]),
	);
	const kept = [...site].filter(([path]) => !DROPPED.test(path));
	const files = new Map<string, Uint8Array>(kept);
	const { title, address, date } = describeArchive();
	files.set(START, Buffer.from(startHerePage(title, address, date)));
	files.set('portable.css', readFileSync('src/styles/portable.css'));
	for (const [path, script] of await makeIndex(site)) files.set(`pagefind/${path}`, script);
	const modules = new Set<string>();
	for (const [path, bytes] of kept) {
		// A face that does without its file where it is not there at once never has it from a folder: none is kept.
		if (path.endsWith('.css'))
			files.set(
				path,
				Buffer.from(
					bytes.toString('utf8').replace(/font-display: *optional/g, 'font-display:block'),
				),
			);
		if (!path.endsWith('.html')) continue;
		const html = bytes.toString('utf8');
		files.set(path, Buffer.from(portablePage(html, path, (other) => files.has(other))));
		for (const [, script = ''] of html.matchAll(/<script type="module" src="[./]*([^"]+)"/g))
			modules.add(script);
	}
	// What was a module by itself is bundled into those that import it.
	for (const path of files.keys()) if (/^_astro\/.*\.js$/.test(path)) files.delete(path);
	for (const path of modules) files.set(path, await bundleScript(join(dist, path)));
	return new Map([...files].sort(([a], [b]) => Number(a > b) - Number(a < b)));
}

async function makeIndex(site: ReadonlyMap<string, Uint8Array>) {
	const index = new Map(
		[...site]
			.filter(([path]) => path.startsWith('pagefind/'))
			.map(([path, bytes]) => [path.slice('pagefind/'.length), bytes]),
	);
	const scripts = new Map<string, Uint8Array>([
		['portable-index.js', await bundleScript('src/browser/portable-index.ts')],
	]);
	for (const [path, chunk] of chunksOf(index)) scripts.set(path, Buffer.from(chunk));
	return scripts;
}

/** What the edition says of the archive: its title, its address and the day of its newest revision. */
function describeArchive() {
	const { value } = readArchive().archive;
	if (!value) throw new Error('The archive is not described. Run: npm run check:content');
	const archive = overrideSite(value, process.env['SITE_URL']);
	const identity = identifyPackage({ archive, articles: openArticles() });
	return {
		title: archive.title,
		address: publicAddress('/', archive.site),
		date: identity?.date ?? 'an unknown day',
	};
}

function hashOf(bytes: Uint8Array): string {
	return createHash('sha256').update(bytes).digest('hex');
}
