/**
 * Measure Calque against Eleventy and Hugo with the Pagefind CLI, on a made-up archive of one content, and its search
 * against MiniSearch and lunr.
 *
 *   npm run bench -- --articles 10000            build and search with each three times; --runs 1
 *   npm run bench -- --only calque,eleventy      some of calque, eleventy, hugo, search
 *   npm run bench -- --pages articles            the peers build the articles' pages and lists, without those of notes
 *   npm run bench -- --json FILE                 the figures as JSON too
 *   npm run bench -- --compare                   in place of measuring, compare the visible text of all pages
 *   npm run bench -- --articles 1000 --write FOLDER   write the archive, to build it otherwise
 *   npm run bench -- --from FOLDER               measure with such an archive; --seed N makes another
 *   npm run bench -- --from FOLDER --only search --site DIST   with the site that Calque built of it
 *
 * README.md says what is compared and what is not.
 */
import { spawnSync } from 'node:child_process';
import {
	cpSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { comparePages } from './bench/compare-pages.ts';
import { formatBuilds, formatSearches } from './bench/format-table.ts';
import { generateCorpus } from './bench/generate-corpus.ts';
import { measureBuilds, type BuildFigures } from './bench/measure-builds.ts';
import { measureSearches, type SearchFigures } from './bench/measure-search.ts';
import { readOptions, toolsOf, type Options } from './bench/read-options.ts';
import { layOutSites, type Bench, type Site } from './bench/tools.ts';
import { listArticleFolders } from '../src/edition/read-archive.ts';

const NOT_BUILT =
	'The peers build no exports, cards, files of revisions, feeds or service worker, and not the pages of quality, suggestions, data, search and offline.';

try {
	const options = readOptions(process.argv.slice(2));
	if (options.write === undefined) await bench(options);
	else write(options, options.write);
} catch (error) {
	console.error(error instanceof Error ? error.message : String(error));
	process.exitCode = 1;
}

function write({ articles, seed }: Options, folder: string): void {
	mkdirSync(folder, { recursive: true });
	if (readdirSync(folder).length > 0)
		throw new Error(`${folder} is not empty. Name a folder that is new or empty.`);
	generateCorpus(folder, articles, seed);
	console.log(`${articles} articles written in ${folder}.`);
}

async function bench(options: Options): Promise<void> {
	const folder = mkdtempSync(join(tmpdir(), 'calque-bench-'));
	// An end by Ctrl+C leaves nothing behind either.
	process.once('SIGINT', () => {
		rmSync(folder, { recursive: true, force: true });
		process.exit(130);
	});
	try {
		const content = join(folder, 'content');
		if (options.from === undefined) {
			console.log(`Making an archive of ${options.articles} articles …`);
			mkdirSync(content);
			generateCorpus(content, options.articles, options.seed);
		} else {
			if (!existsSync(join(options.from, 'archive.yaml')))
				throw new Error(`There is no archive in ${options.from}: archive.yaml is missing.`);
			cpSync(options.from, content, { recursive: true });
		}
		const packages = join(folder, 'packages');
		installPeers(packages);
		const bench: Bench = { folder, content, packages, scope: options.pages };
		if (options.compare) await compare(bench, options);
		else await measure(bench, options);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

/** Install what Calque is measured against, apart from the project’s own packages. */
function installPeers(folder: string): void {
	mkdirSync(folder);
	for (const name of ['package.json', 'package-lock.json'])
		cpSync(join(import.meta.dirname, 'bench/peers', name), join(folder, name));
	console.log('Installing the packages of the peers …');
	const { status, stderr } = spawnSync('npm', ['install', '--no-audit', '--no-fund'], {
		cwd: folder,
		encoding: 'utf8',
		stdio: ['ignore', 'ignore', 'pipe'],
	});
	if (status === 0) return;
	const [reason = 'npm is not there'] = stderr.split('\n').filter((line) => line.trim() !== '');
	throw new Error(
		`The packages of the peers could not be installed; is the npm registry within reach? ${reason}`,
	);
}

function layOut(bench: Bench, options: Options): Site[] {
	const wanted = toolsOf(options).filter((tool) => tool !== 'hugo' || hasHugo());
	if (wanted.length > 0) console.log(`Laying out the sites of ${wanted.join(', ')} …`);
	return layOutSites(bench, wanted);
}

function hasHugo(): boolean {
	const isThere = spawnSync('hugo', ['version'], { stdio: 'ignore' }).status === 0;
	if (!isThere) console.log('hugo is not installed (apt-get install hugo) and left out.');
	return isThere;
}

async function measure(bench: Bench, options: Options): Promise<void> {
	const articles = listArticleFolders(bench.content).length;
	const sites = layOut(bench, options);
	const builds: BuildFigures[] = await measureBuilds(bench, sites, options.runs, console.log);
	if (builds.length > 0) console.log(`\n${articles} articles, medians\n${formatBuilds(builds)}`);
	if (sites.some(({ tool }) => tool !== 'calque')) console.log(`\n${NOT_BUILT}`);
	if (options.pages === 'articles')
		console.log('They left out the pages of notes, types, terms, events and names as well.');
	// That a peer cannot build an archive is a result; that Calque cannot is a fault.
	if (builds.some(({ tool, failed }) => tool === 'calque' && failed > 0)) process.exitCode = 1;
	let search: SearchFigures[] = [];
	if (options.only.includes('search')) {
		const built = sites.find(({ tool }) => tool === 'calque')?.output;
		const site = built !== undefined && existsSync(join(built, 'search')) ? built : options.site;
		search = await measureSearches(bench, site, options.seed, console.log);
		console.log(`\n${formatSearches(search)}`);
	}
	if (options.json !== undefined) {
		const { pages, seed } = options;
		const figures = { articles, seed, pages, builds, search };
		writeFileSync(options.json, `${JSON.stringify(figures, null, '\t')}\n`);
		console.log(`\nThe figures are in ${options.json}.`);
	}
}

/** Build each site once and tell which pages do not say the same. */
async function compare(bench: Bench, options: Options): Promise<void> {
	const sites = layOut(bench, { ...options, only: ['calque', ...options.only] });
	for (const site of sites) {
		site.clear();
		const { isDone } = await site.build();
		if (!isDone) throw new Error(`${site.tool} did not build:\n${site.lastLines()}`);
	}
	const [calque, ...peers] = sites;
	if (!calque) return;
	for (const peer of peers) {
		const { same, differences, missing, added } = comparePages(calque.output, peer.output);
		console.log(
			`${peer.tool}: ${same} pages say the same as Calque’s, ${differences.length} do not; ${missing.length} of Calque’s are not built.`,
		);
		for (const { path, ...shown } of differences)
			console.log(`  ${path}\n    Calque  ${shown.calque}\n    ${peer.tool}  ${shown.peer}`);
		for (const path of added) console.log(`  ${path} is no page of Calque’s.`);
		if (differences.length + added.length > 0) process.exitCode = 1;
	}
	console.log(NOT_BUILT);
}
