import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { transform } from 'esbuild';
import { close, createIndex } from 'pagefind';
import { FORMAT } from './pagefind-format.ts';

/** No language that Pagefind stems: what it is given are stems. */
const NO_LANGUAGE = 'unknown';

/** What a browser runs of Pagefind to look words up, by the names of its files. */
export type Engine = {
	version: string;
	entry: Record<string, unknown>;
	files: Map<string, Uint8Array>;
};

/**
 * Read Pagefind’s engine, out of an index of one word that it writes itself. Throws where Pagefind does not start
 * or is of a version whose files are not known.
 */
export async function readEngine(): Promise<Engine> {
	const folder = mkdtempSync(join(tmpdir(), 'calque-pagefind-'));
	try {
		const { index, errors } = await createIndex({ forceLanguage: NO_LANGUAGE });
		if (!index) throw new Error(`Pagefind did not start: ${errors.join('; ')}`);
		await index.addHTMLFile({ url: '/', content: '<html><body>word</body></html>' });
		const written = await index.writeFiles({ outputPath: folder });
		if (written.errors.length > 0)
			throw new Error(`Pagefind wrote no index: ${written.errors.join('; ')}`);
		const read = (name: string) => readFileSync(join(folder, name));
		const entry = JSON.parse(read('pagefind-entry.json').toString('utf8')) as { version: string };
		if (!entry.version.startsWith(`${FORMAT}.`))
			throw new Error(
				`Pagefind is ${entry.version}, and its index is written here as ${FORMAT} reads it. Look at what changed in Pagefind.`,
			);
		// A first search loads it whole. What it logs, the search page tells.
		const { code } = await transform(read('pagefind.js').toString('utf8'), {
			minify: true,
			drop: ['console'],
			format: 'esm',
			target: 'es2022',
		});
		return {
			version: entry.version,
			entry,
			files: new Map([
				['pagefind.js', Buffer.from(code)],
				['wasm.unknown.pagefind', read('wasm.unknown.pagefind')],
			]),
		};
	} finally {
		await close();
		rmSync(folder, { recursive: true, force: true });
	}
}
