/**
 * Render one part of the pages of the archive into a folder, as a stage of `npm run build`, which it tells how far
 * it is.
 *
 *   node scripts/render-pages.ts FOLDER CACHE 1/1 [--read]
 *
 * CACHE holds what was read of the archive; with --read it was read already, by another part.
 */
import { build } from 'astro';
import { parsePart } from './building/part.ts';
import { tellPages } from './building/tell-pages.ts';

const [outDir, cacheDir, partText = '', read] = process.argv.slice(2);
const part = parsePart(partText);
if (outDir === undefined || cacheDir === undefined || !part)
	throw new Error('Usage: node scripts/render-pages.ts FOLDER CACHE 1/1 [--read]');

// Astro takes `sync` and does not declare it; without it every part would read the whole archive again.
const means: object = { sync: read === undefined };
await build(
	{
		outDir,
		// What one build keeps, another that runs at the same time must never meet.
		cacheDir,
		// A line for each page would be a hundred thousand lines.
		logLevel: 'warn',
		logger: { entrypoint: new URL(import.meta.resolve('./building/tell-once.ts')) },
		integrations: [tellPages(part)],
	},
	means,
);
