/**
 * Let Astro bundle everything that pages are rendered with, and render none, as a stage of `npm run build`.
 *
 *   node scripts/bundle-pages.ts --out DIR --cache DIR
 *
 * DIR is a folder that is not there yet, inside the project; `openBundle` opens it. The cache is Astro's own.
 */
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build, type AstroIntegration } from 'astro';
import {
	ASSETS_FOLDER,
	BUNDLE_FILE,
	PAGE_RENDERER,
	SERVER_FOLDER,
	type Bundle,
} from './building/open-bundle.ts';

const text = { type: 'string', default: '' } as const;
const { values } = parseArgs({ options: { out: text, cache: text } });
if (values.out === '' || values.cache === '') throw new Error('It takes --out and --cache.');

const folder = resolve(values.out);
mkdirSync(folder, { recursive: true });
await build({
	outDir: join(folder, ASSETS_FOLDER),
	// What one build keeps, another that runs at the same time must never meet.
	cacheDir: values.cache,
	logLevel: 'warn',
	logger: { entrypoint: new URL(import.meta.resolve('./building/tell-once.ts')) },
	integrations: [takeBundle(folder)],
});

/** Take what Astro is about to render with, before it clears it away. */
function takeBundle(folder: string): AstroIntegration {
	let pages: Bundle['pages'] = [];
	return {
		name: 'take-bundle',
		hooks: {
			'astro:config:setup': ({ injectRoute }) => {
				injectRoute({ pattern: '/page-renderer', entrypoint: PAGE_RENDERER, prerender: true });
			},
			'astro:build:setup': ({ pages: all }) => {
				// Astro fills in the sheets of each page while it bundles.
				pages = all;
			},
			'astro:build:start': ({ setPrerenderer }) => {
				setPrerenderer((renderer) => ({
					...renderer,
					setup: () => Promise.resolve(),
					getStaticPaths: () => {
						renameSync(join(folder, ASSETS_FOLDER, '.prerender'), join(folder, SERVER_FOLDER));
						const bundle: Bundle = {
							pages: [...pages].map(([key, { styles }]) => [key, { styles }]),
						};
						writeFileSync(join(folder, BUNDLE_FILE), JSON.stringify(bundle));
						return Promise.resolve([]);
					},
				}));
			},
		},
	};
}
