import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { RouteData } from 'astro';
import { PlainRequest, usePlainWeb, type PlainResponse } from './plain-web.ts';
import { RouteRenderer, type Given, type PageModule, type RenderToString } from './render-route.ts';
import tellOnce from './tell-once.ts';

/** What is in the folder of a bundle: the code that renders, what browsers load, and what Astro knows of both. */
export const SERVER_FOLDER = 'server';
export const ASSETS_FOLDER = 'assets';
export const BUNDLE_FILE = 'bundle.json';

/** What is bundled as a page and is none. */
export const PAGE_RENDERER = 'scripts/building/page-renderer.ts';

/** What Astro tells the code that renders: the sheets of each page, by Astro’s own key of it. */
export type Bundle = { pages: Iterable<[key: string, page: { styles: unknown[] }]> };

/** An address that is rendered. */
export type RenderedPath = { pathname: string; route: RouteData; cacheKey: string | undefined };

/** What renders pages. */
export type Renderer = {
	/** List every address that the wanted routes render; what the others show is not even looked for. */
	listPaths: (isWanted: (route: RouteData) => boolean) => Promise<RenderedPath[]>;
	/** Render the page or file of a path that was listed, at its address; returns its text or bytes. */
	render: (address: URL, path: RenderedPath) => Promise<string | Uint8Array>;
};

/** What Astro 7 exports from the entry of what it bundles for rendering; it does not declare it. */
type BuildApp = {
	setInternals: (internals: object) => void;
	setOptions: (options: object) => void;
	render: (request: PlainRequest, options: { routeData: RouteData }) => Promise<PlainResponse>;
	manifest: {
		pageMap: Map<string, () => Promise<{ page: () => PageModule }>>;
		routes: { routeData: RouteData }[];
	};
	/** What `getStaticPaths` of a route gave, by the path of the address. */
	routeCache: {
		get: (route: RouteData) => { staticPaths?: { keyed: Map<string, Given> } } | undefined;
	};
	getComponentByRoute: (route: RouteData) => Promise<PageModule>;
};

/** Astro’s lister of the paths of an app, which it does not declare either. */
type StaticPaths = new (app: Pick<BuildApp, 'manifest' | 'routeCache' | 'getComponentByRoute'>) => {
	getAll: () => Promise<RenderedPath[]>;
};

/**
 * Open a bundle that `bundle-pages.ts` made, to render with it as Astro does, without Vite. From then on the process
 * has the web's requests and responses only as `plain-web.ts` has them.
 */
export async function openBundle(folder: string): Promise<Renderer> {
	usePlainWeb();
	const server = resolve(folder, SERVER_FOLDER);
	const entry = readdirSync(server).find((name) => name.startsWith('prerender-entry.'));
	if (entry === undefined) throw new Error(`There is no bundle in ${folder}.`);
	const bundle = JSON.parse(readFileSync(join(folder, BUNDLE_FILE), 'utf8')) as Bundle;
	const { app } = (await import(pathToFileURL(join(server, entry)).href)) as { app: BuildApp };
	app.setInternals({ pagesByKeys: new Map(bundle.pages) });
	app.setOptions({ settings: { scripts: [] }, logger: { options: { destination: tellOnce() } } });
	const { pageMap, routes: all } = app.manifest;
	const routeOf = new Map(all.map(({ routeData }) => [routeData.component, routeData]));
	const { renderToString } = (await pageMap.get(PAGE_RENDERER)?.())?.page() as unknown as {
		renderToString: RenderToString;
	};
	const renderers = new Map<RouteData, RouteRenderer>();
	// Astro imports the code of a page anew each time; that takes as long as writing the page's file.
	for (const [component, load] of pageMap) {
		const route = routeOf.get(component);
		if (!route) continue;
		let loaded: Promise<{ page: () => PageModule }> | undefined;
		const watch = async () => {
			const renderer = new RouteRenderer((await load()).page(), route);
			renderers.set(route, renderer);
			return { page: () => renderer.module };
		};
		pageMap.set(component, () => (loaded ??= watch()));
	}
	const { StaticPaths } = (await import('astro/runtime/prerender/static-paths.js')) as unknown as {
		StaticPaths: StaticPaths;
	};
	return {
		listPaths: (isWanted) => {
			const { manifest, routeCache } = app;
			const routes = manifest.routes.filter(
				({ routeData }) => routeData.component !== PAGE_RENDERER && isWanted(routeData),
			);
			return new StaticPaths({
				manifest: { ...manifest, routes },
				routeCache,
				getComponentByRoute: (route) => app.getComponentByRoute(route),
			}).getAll();
		},
		render: async (address, { pathname, route }) => {
			const given = app.routeCache.get(route)?.staticPaths?.keyed.get(pathname);
			const rendered = await renderers
				.get(route)
				?.render(address, given ?? { params: {}, props: {} }, renderToString);
			const body =
				rendered ?? (await app.render(new PlainRequest(address), { routeData: route })).body;
			if (body === null) throw new Error(`Nothing was rendered at ${address.pathname}.`);
			return body;
		},
	};
}
