import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { RouteData } from 'astro';
import tellOnce from './tell-once.ts';

/** What is in the folder of a bundle: the code that renders, what browsers load, and what Astro knows of both. */
export const SERVER_FOLDER = 'server';
export const ASSETS_FOLDER = 'assets';
export const BUNDLE_FILE = 'bundle.json';

/** What Astro tells the code that renders: the sheets of each page, by Astro’s own key of it. */
export type Bundle = { pages: Iterable<[key: string, page: { styles: unknown[] }]> };

/** An address that is rendered. */
export type RenderedPath = { pathname: string; route: RouteData; cacheKey: string | undefined };

/** What renders pages. */
export type Renderer = {
	/** List every address that is rendered. */
	listPaths: () => Promise<RenderedPath[]>;
	render: (address: URL, route: RouteData) => Promise<Response>;
};

/** What Astro 7 exports from the entry of what it bundles for rendering; it does not declare it. */
type BuildApp = {
	setInternals: (internals: object) => void;
	setOptions: (options: object) => void;
	render: (request: Request, options: { routeData: RouteData }) => Promise<Response>;
};

/** Astro’s lister of the paths of an app, which it does not declare either. */
type StaticPaths = new (app: BuildApp) => { getAll: () => Promise<RenderedPath[]> };

/** Open a bundle that `bundle-pages.ts` made, to render with it as Astro does, without Vite. */
export async function openBundle(folder: string): Promise<Renderer> {
	const server = resolve(folder, SERVER_FOLDER);
	const entry = readdirSync(server).find((name) => name.startsWith('prerender-entry.'));
	if (entry === undefined) throw new Error(`There is no bundle in ${folder}.`);
	const bundle = JSON.parse(readFileSync(join(folder, BUNDLE_FILE), 'utf8')) as Bundle;
	const { app } = (await import(pathToFileURL(join(server, entry)).href)) as { app: BuildApp };
	app.setInternals({ pagesByKeys: new Map(bundle.pages) });
	app.setOptions({ settings: { scripts: [] }, logger: { options: { destination: tellOnce() } } });
	const { StaticPaths } = (await import('astro/runtime/prerender/static-paths.js')) as unknown as {
		StaticPaths: StaticPaths;
	};
	return {
		listPaths: () => new StaticPaths(app).getAll(),
		render: (address, routeData) => app.render(new Request(address), { routeData }),
	};
}
