/**
 * Render the pages of the archive into FOLDER/site, as a stage of `npm run build`, which it tells how far it is.
 *
 *   node scripts/render-pages.ts FOLDER
 */
import { join } from 'node:path';
import { build } from 'astro';
import { tellPages } from './building/tell-pages.ts';

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('Say into which folder the pages are to be rendered.');
await build({
	outDir: join(folder, 'site'),
	// What one build keeps, another that runs at the same time must never meet.
	cacheDir: join(folder, 'cache'),
	// A line for each page would be a hundred thousand lines.
	logLevel: 'warn',
	logger: { entrypoint: new URL(import.meta.resolve('./building/tell-once.ts')) },
	integrations: [tellPages()],
});
