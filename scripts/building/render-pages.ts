import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { RouteData } from 'astro';
import { setRendering } from '../../src/archive/rendering.ts';
import type { Contents } from '../../src/edition/keep-archive.ts';
import { setAnswers } from '../../src/citing/kept-answers.ts';
import { publicAddress } from '../../src/model/public-address.ts';
import { readPublicSite } from '../read-public-site.ts';
import {
	describeFile,
	isAsBuilt,
	layFile,
	readBuilt,
	writeBuilt,
	type BuiltPages,
} from './built-pages.ts';
import { openAnswers } from './keep-answers.ts';
import { openBundle } from './open-bundle.ts';
import { partOf, type Part } from './part.ts';
import { relinkPage } from './relink-page.ts';
import type { StageMessage } from './run-stage.ts';

/** How often the build is told how many pages were rendered, in milliseconds. */
const TELLING = 100;

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

/** What is rendered: the names of its parts are those of the options of `scripts/render-pages.ts`. */
export type RenderOptions = {
	part: Part;
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
 * Render the pages of one part alone and write them, each file once as it is to be, and beside them addresses.json:
 * the address and title of every page of the part, as it was built and not as it was meant. The not-found page finds
 * in it what a mistyped address may have been. What is in the former site as it would be rendered is taken from there:
 * the pages of an article together, others one by one where they say by their `cacheKey` what they show. What was
 * rendered is told in the file `built`. The build is told how many pages there are to render, and how many were.
 */
export async function renderPages(options: RenderOptions): Promise<void> {
	const { part, contents, out, built, code, former } = options;
	const site = openSite(out, part, code, former);
	setRendering({
		wants: (article, shown) =>
			partOf(nameOf(article), part.of) === part.index && site.wants(nameOf(article), shown),
		contents,
	});
	const { answers, keepNew } = openAnswers();
	setAnswers(answers);
	const renderer = await openBundle(options.bundle);
	const all = await renderer.listPaths();
	const paths = all
		.filter(({ pathname }) => partOf(pathname, part.of) === part.index)
		.map(({ pathname, route, cacheKey }) => {
			const file = fileOf(pathname, route);
			// Astro asks for a file under the address of a folder where its name is computed.
			const address = route.type === 'page' ? addressOf(file) : pathname;
			const number = OF_ARTICLE.test(route.route) && /^a\/(\d+)/.exec(file)?.[1];
			const name = number ? nameOf(Number(number)) : address;
			return { route, file, address, name, isArticle: Boolean(number), cacheKey };
		})
		// The pages of an article are wanted or not before they are listed.
		.filter(({ isArticle, name, cacheKey }) => isArticle || site.wants(name, cacheKey));
	const tellRendered = countPages(paths.length);
	for (const { route, file, address, name } of paths) {
		try {
			await site.write(name, file, await renderer.render(new URL(address, ORIGIN), route));
		} catch (error) {
			console.error(`${address} could not be rendered.`);
			throw error;
		}
		tellRendered();
		// What native code holds, such as the pixels of a card, is let go of between two turns.
		await nextTurn();
	}
	tellRendered.end();
	keepNew();
	const { pages, taken } = site.end();
	writeFileSync(built, writeBuilt(pages));
	tell({ taken });
}

function tell(message: StageMessage): void {
	process.send?.(message);
}

/** Tell the build how many pages there are, and return a function that counts those that were rendered. */
function countPages(pages: number): { (): void; end: () => void } {
	tell({ pages });
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

/** Name the pages of an article. */
function nameOf(article: number): string {
	return `a/${article}`;
}

/** Open the folder of a part of the site. */
function openSite(folder: string, part: Part, code: string, former: FormerSite | undefined) {
	const publicRoot = publicAddress('/', readPublicSite());
	const base = publicRoot === undefined ? '/' : new URL(publicRoot).pathname;
	const formerPages = new Map(
		(former ? readBuilt(former.built) : [])
			.filter(({ name }) => partOf(name, part.of) === part.index)
			.map((one) => [one.name, one]),
	);
	const rendered = new Map<string, BuiltPages>();
	const kept: BuiltPages[] = [];
	const made = new Set<string>();
	const makeFolder = (file: string) => {
		const path = dirname(join(folder, file));
		if (!made.has(path)) mkdirSync(path, { recursive: true });
		made.add(path);
	};
	return {
		/** Say whether something is to be rendered: it is not in the former site as it would be. */
		wants: (name: string, shown: string | undefined): boolean => {
			const made = shown && createHash('sha256').update(`${code} ${shown}`).digest('hex');
			const before = formerPages.get(name);
			if (former && before && made !== undefined && before.made === made) {
				const isWhole = before.files.every((file) => isAsBuilt(former.folder, file));
				if (isWhole) {
					kept.push(before);
					return false;
				}
			}
			rendered.set(name, { name, made, files: [], pages: [] });
			return true;
		},
		write: async (name: string, file: string, response: Response) => {
			const html = file.endsWith('.html')
				? relinkPage(await response.text(), file, base)
				: undefined;
			const body =
				html === undefined ? new Uint8Array(await response.arrayBuffer()) : Buffer.from(html);
			makeFolder(file);
			// Never into a file that another site has as well.
			writeFileSync(join(folder, file), body, { flag: 'wx' });
			const sha256 = createHash('sha256').update(body).digest('hex');
			const pages = rendered.get(name);
			pages?.files.push(describeFile(folder, file, sha256));
			if (html !== undefined && file.endsWith('index.html'))
				pages?.pages.push({ path: addressOf(file), title: titleOf(html) });
		},
		/** Take over what is kept of the former site, list all pages, and tell what the part has and how many were taken. */
		end: (): { pages: BuiltPages[]; taken: number } => {
			const taken = kept.map((pages) => ({
				...pages,
				files: pages.files.map((file) => {
					makeFolder(file.path);
					return layFile(former?.folder ?? '', folder, file);
				}),
			}));
			const built = [...rendered.values(), ...taken];
			const listed = built.flatMap(({ pages }) => pages);
			writeFileSync(join(folder, 'addresses.json'), JSON.stringify(listed));
			return { pages: built, taken: taken.flatMap(({ files }) => files).length };
		},
	};
}

/** Take a page's title without the name of the site, which all of them end with. */
function titleOf(html: string): string {
	const found = /<title>(.*?)<\/title>/s.exec(html)?.[1] ?? '';
	// A copy: what was cut out of the page would hold the whole of it in memory.
	const title = Buffer.from(found).toString();
	return title
		.replace(/ · [^·]*$/, '')
		.replaceAll('&lt;', '<')
		.replaceAll('&gt;', '>')
		.replaceAll('&quot;', '"')
		.replaceAll('&#39;', "'")
		.replaceAll('&amp;', '&');
}
