/**
 * Render one part of the pages of the archive into a folder, as a stage of `npm run build`, which it tells how far
 * it is.
 *
 *   node scripts/render-pages.ts --part 1/4 --out DIR --cache DIR --built FILE --code HASH
 *
 * The cache holds what was read of the archive; with --read it was read already, by another part. What was rendered
 * is told in FILE; with --former and --former-built, the folder and such a FILE of a site that was built before, what
 * is in it already is not rendered again.
 */
import { parseArgs } from 'node:util';
import { build } from 'astro';
import { parsePart } from './building/part.ts';
import { writePages } from './building/write-pages.ts';

const text = { type: 'string', default: '' } as const;
const { values } = parseArgs({
	options: {
		part: text,
		out: text,
		cache: text,
		built: text,
		code: text,
		read: { type: 'boolean', default: false },
		former: { type: 'string' },
		'former-built': text,
	},
});
const part = parsePart(values.part);
if (!part || values.out === '' || values.cache === '' || values.built === '')
	throw new Error('It takes --part 1/4, --out, --cache and --built.');
const former =
	values.former === undefined
		? undefined
		: { folder: values.former, built: values['former-built'] };

// Astro takes `sync` and does not declare it; without it every part would read the whole archive again.
const means: object = { sync: !values.read };
await build(
	{
		outDir: values.out,
		// What one build keeps, another that runs at the same time must never meet.
		cacheDir: values.cache,
		// A line for each page would be a hundred thousand lines.
		logLevel: 'warn',
		logger: { entrypoint: new URL(import.meta.resolve('./building/tell-once.ts')) },
		integrations: [writePages(part, values.code, values.built, former)],
	},
	means,
);
