import { hash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { RouteData } from 'astro';
import { setRendering } from '../../src/archive/rendering.ts';
import type { Contents } from '../../src/edition/keep-archive.ts';
import { setAnswers } from '../../src/citing/kept-answers.ts';
import { publicAddress } from '../../src/model/public-address.ts';
import type { ListedPage } from '../../src/search/suggest-pages.ts';
import { readPublicSite } from '../read-public-site.ts';
import {
	hasOnly,
	isAsBuilt,
	layFile,
	openBuilt,
	placeOf,
	readBuilt,
	writeFile,
	type BuiltPages,
} from './built-pages.ts';
import { openAnswers } from './keep-answers.ts';
import { openBundle } from './open-bundle.ts';
import { takes, type Job } from './part.ts';
import { relinkPage } from './relink-page.ts';
import type { StageMessage } from './run-stage.ts';

/** How often the build is told how many pages were rendered, in milliseconds. */
const TELLING = 100;

/** After so many pages of articles nearly everything was asked of the citation engine, and a process that begins later need not. */
const ALL_ASKED = 6_000;

/**
 * Where more folders of articles are new or gone than this, none is left to be moved: they are exchanged one by one in
 * the moment in which a site takes the place of another.
 */
const MOST_EXCHANGED = 200;

/** What a page is asked for as; pages know the path of their address alone. */
const ORIGIN = 'http://localhost';

/** The pages of an article; others under its address, such as what is left of a withdrawn note, are no part of them. */
const OF_ARTICLE = /^\/a\/\[number\](?:\/|$)/;

/** A site that was built before, and what is known of it. */
export type FormerSite = {
	folder: string;
	/** The file with its `BuiltPages`. */
	built: string;
};

/** What is rendered, of what and where to; `scripts/render-pages.ts` says what each is. */
export type RenderOptions = {
	job: Job;
	/** The folder of a bundle. */
	bundle: string;
	contents: Contents;
	out: string;
	built: string;
	/** The hash of the code that renders. */
	code: string;
	former: FormerSite | undefined;
};

/**
 * Render the pages of one job alone and write them, each file once as it is to be, and beside them addresses.json:
 * the address and title of every page of the job, as it was built and not as it was meant. The not-found page finds
 * in it what a mistyped address may have been. What is in the former site as it would be rendered is taken from there:
 * the pages of an article together, others one by one where they say by their `cacheKey` what they show. Of the folders
 * of articles that are as they were the build is told only: they are to be moved. What was
 * rendered is told in the file `built`. The build is told of pages to render as they are listed, and how many were.
 */
export async function renderPages(options: RenderOptions): Promise<void> {
	const { job, contents } = options;
	const site = openSite(options);
	setRendering({
		wants: (article, tellShown) =>
			takes(job, nameOf(article)) && site.wants(nameOf(article), tellShown()),
		contents,
	});
	const { answers, keepNew } = openAnswers();
	setAnswers(answers);
	const renderer = await openBundle(options.bundle);
	const listPages = async (isOfArticles: boolean) => {
		const paths = await renderer.listPaths(({ route }) => OF_ARTICLE.test(route) === isOfArticles);
		return paths
			.map((path) => {
				const { pathname, route, cacheKey } = path;
				const file = fileOf(pathname, route);
				// Astro asks for a file under the address of a folder where its name is computed.
				const address = route.type === 'page' ? addressOf(file) : pathname;
				const number = isOfArticles && /^a\/(\d+)/.exec(file)?.[1];
				return { path, file, address, name: number ? nameOf(Number(number)) : address, cacheKey };
			})
			.filter(
				// The pages of an article are wanted or not before they are listed.
				({ name, cacheKey }) => isOfArticles || (takes(job, name) && site.wants(name, cacheKey)),
			);
	};
	const tellRendered = countRendered();
	// The lists need all articles at once: while pages of articles are rendered, these are not in memory yet.
	for (const isOfArticles of job.hasLists ? [true, false] : [true]) {
		const pages = await listPages(isOfArticles);
		tell({ pages: pages.length });
		// The pages of an article one after the other: it is opened once.
		let ofArticles = 0;
		for (const [name, own] of Map.groupBy(pages, ({ name }) => name)) {
			for (const { path, file, address } of own) {
				try {
					site.write(name, file, await renderer.render(new URL(address, ORIGIN), path));
				} catch (error) {
					console.error(`${address} could not be rendered.`);
					throw error;
				}
				tellRendered();
				if (isOfArticles && ofArticles++ === ALL_ASKED) keepNew();
				// What native code holds, such as the pixels of a card, is let go of between two turns.
				await nextTurn();
			}
			site.finish(name);
		}
	}
	tellRendered.end();
	keepNew();
	tell(site.end());
}

function tell(message: StageMessage): void {
	process.send?.(message);
}

/** Return a function that counts the pages that were rendered and every now and then tells the build of them. */
function countRendered(): { (): void; end: () => void } {
	let rendered = 0;
	let lastTold = 0;
	const end = () => {
		tell({ rendered });
		rendered = 0;
		lastTold = Date.now();
	};
	const count = () => {
		rendered++;
		if (Date.now() - lastTold >= TELLING) end();
	};
	return Object.assign(count, { end });
}

/** Name the file of a page, from the root of the site. */
function fileOf(pathname: string, route: RouteData): string {
	const path = encodeURI(pathname).replace(/^\/|\/$/g, '');
	if (route.type !== 'page') return path;
	return path === '404' ? '404.html' : path === '' ? 'index.html' : `${path}/index.html`;
}

function addressOf(file: string): string {
	return `/${file.replace(/index\.html$/, '')}`;
}

/** Name the pages of an article, by their folder. */
function nameOf(article: number): string {
	return `a/${article}`;
}

function isOfArticle(name: string): boolean {
	return name.startsWith('a/');
}

/** Open the folder of a part of the site, and the file that tells what is in it. */
function openSite({ out: folder, job, code, former, built }: RenderOptions) {
	const publicRoot = publicAddress('/', readPublicSite());
	const base = publicRoot === undefined ? '/' : new URL(publicRoot).pathname;
	const formerPages = new Map<string, BuiltPages>();
	for (const one of former ? readBuilt(former.built, (name) => takes(job, name)) : [])
		formerPages.set(one.name, one);
	const wanted = new Map<string, BuiltPages>();
	const kept: BuiltPages[] = [];
	let renderedArticles = 0;
	const told = openBuilt(built);
	const listed: ListedPage[] = [];
	const finish = (pages: BuiltPages) => {
		told.tell(pages);
		listed.push(...pages.pages);
	};
	const made = new Set<string>(['.']);
	mkdirSync(folder, { recursive: true });
	const makeFolder = (path: string) => {
		if (made.has(path)) return;
		makeFolder(dirname(path));
		mkdirSync(placeOf(folder, path));
		made.add(path);
	};
	return {
		/** Say whether something is to be rendered: it is not in the former site as it would be. */
		wants: (name: string, shown: string | undefined): boolean => {
			const made = shown && hash('sha256', `${code} ${shown}`);
			const before = formerPages.get(name);
			if (former && before && made !== undefined && before.made === made) {
				const isWhole = before.files.every((file) => isAsBuilt(former.folder, file));
				if (isWhole) {
					kept.push(before);
					return false;
				}
			}
			wanted.set(name, { name, made, files: [], pages: [] });
			if (isOfArticle(name)) renderedArticles++;
			return true;
		},
		write: (name: string, file: string, rendered: string | Uint8Array) => {
			makeFolder(dirname(file));
			const pages = wanted.get(name);
			const html = file.endsWith('.html') ? textOf(rendered) : undefined;
			const body = html === undefined ? rendered : relinkPage(html, file, base);
			pages?.files.push(writeFile(folder, file, body));
			if (html !== undefined && file.endsWith('index.html'))
				pages?.pages.push({ path: addressOf(file), title: titleOf(html) });
		},
		/** Say that all is written that has a name: there is too much in a large site to be kept in memory. */
		finish: (name: string) => {
			const pages = wanted.get(name);
			wanted.delete(name);
			if (pages) finish(pages);
		},
		/**
		 * Take over what is kept of the former site, list all pages, and say how many files were taken and of which
		 * articles they were left there.
		 */
		end: () => {
			let taken = 0;
			const left: string[] = [];
			const formerArticles = [...formerPages.keys()].filter(isOfArticle).length;
			const keptArticles = kept.filter(({ name }) => isOfArticle(name)).length;
			const isMoved = renderedArticles + formerArticles - keptArticles <= MOST_EXCHANGED;
			for (const pages of kept) {
				taken += pages.files.length;
				const { name } = pages;
				if (isMoved && isOfArticle(name) && former && hasOnly(former.folder, name, pages.files)) {
					left.push(name);
					finish(pages);
					continue;
				}
				const files = pages.files.map((file) => {
					makeFolder(dirname(file.path));
					return layFile(former?.folder ?? '', folder, file);
				});
				finish({ ...pages, files });
			}
			told.end();
			writeFileSync(join(folder, 'addresses.json'), JSON.stringify(listed));
			return { taken, kept: left };
		},
	};
}

function textOf(rendered: string | Uint8Array): string {
	return typeof rendered === 'string' ? rendered : Buffer.from(rendered).toString();
}

/** Take a page's title without the name of the site, which all of them end with. */
function titleOf(html: string): string {
	const at = html.indexOf('<title>');
	if (at === -1) return '';
	const start = at + '<title>'.length;
	// A part of the page would keep the whole page in memory; a copy does not.
	return Buffer.from(html.slice(start, html.indexOf('</title>', start)))
		.toString()
		.replace(/ · [^·]*$/, '')
		.replaceAll('&lt;', '<')
		.replaceAll('&gt;', '>')
		.replaceAll('&quot;', '"')
		.replaceAll('&#39;', "'")
		.replaceAll('&amp;', '&');
}
