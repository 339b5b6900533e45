/**
 * Render one part of the pages of the archive into a folder, as a stage of `npm run build`, which it tells how far
 * it is.
 *
 *   node scripts/render-pages.ts --part 1/4 --from 0.2 --to 0.6 --lists --bundle DIR --contents FILE --out DIR --built FILE --code HASH
 *
 * Of the part it renders the articles whose turn is between FROM and TO, and with --lists all else as well: see
 * `dealOut`. The bundle is what `bundle-pages.ts` made, FILE what `check-content.ts --keep` wrote. What was rendered is told in
 * BUILT; with --former and --former-built, the folder and such a file of a site that was built before, what is in it
 * already is not rendered again.
 */
import { parseArgs } from 'node:util';
import { readContentsFile } from './building/contents-file.ts';
import { parsePart } from './building/part.ts';
import { renderPages } from './building/render-pages.ts';

const text = { type: 'string', default: '' } as const;
const { values } = parseArgs({
	options: {
		part: text,
		from: text,
		to: text,
		lists: { type: 'boolean', default: false },
		bundle: text,
		contents: text,
		out: text,
		built: text,
		code: text,
		former: { type: 'string' },
		'former-built': text,
	},
});
const { bundle, contents, out, built, code, lists: hasLists } = values;
const part = parsePart(values.part);
if (!part || [bundle, contents, out, built].includes(''))
	throw new Error('It takes --part 1/4, --bundle, --contents, --out and --built.');
const job = { part, from: Number(values.from || 0), to: Number(values.to || 1), hasLists };
await renderPages({
	job,
	bundle,
	contents: readContentsFile(contents),
	out,
	built,
	code,
	former:
		values.former === undefined
			? undefined
			: { folder: values.former, built: values['former-built'] },
});
