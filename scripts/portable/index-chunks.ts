import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

/** The files of an index that a search may ask for, by what Pagefind 1.6 and search-files.ts name them. */
const KNOWN_FILES = [
	/^pagefind-entry\.json$/,
	/^pagefind\.unknown_[0-9a-f]+\.pf_meta$/,
	/^wasm\.unknown\.pagefind$/,
	/^index\/unknown_[0-9a-f]+\.pf_index$/,
	/^texts\/[0-9a-f]+\.packed$/,
	/^texts\/directory\.packed$/,
];
/** What of Pagefind’s own code the portable edition relies on; each stands in it just so often. */
const RELIED_ON: [text: string, times: number][] = [
	['import.meta.url', 4],
	['fetch(', 2],
	['import(', 0],
];

/**
 * Make the scripts that hand the files of an index over to a page which may fetch nothing: by path, each for one
 * file. Throws where the index is not of the shape that the portable edition knows.
 */
export function chunksOf(index: ReadonlyMap<string, Uint8Array>): Map<string, string> {
	const chunks = new Map<string, string>();
	for (const [path, bytes] of index) {
		if (path === 'pagefind.js') continue;
		if (!KNOWN_FILES.some((known) => known.test(path)))
			throw new Error(`pagefind/${path} is no file of an index that the portable edition knows.`);
		// What is packed carries a checksum, and so shall the one file that is not.
		const packed = path.endsWith('.json') ? gzipSync(bytes, { level: 9 }) : bytes;
		const base64 = Buffer.from(packed).toString('base64');
		chunks.set(`chunks/${path.replaceAll('/', '__')}.js`, `calqueChunk("${path}","${base64}")\n`);
	}
	for (const known of KNOWN_FILES)
		if (![...index.keys()].some((path) => known.test(path)))
			throw new Error(`The index has no file ${known.source}, which the portable edition needs.`);
	return chunks;
}

/**
 * Bundle Pagefind’s code, the file `pagefind`, with that which gives it its index, as a script that runs from a
 * folder. Throws where Pagefind is not written as the portable edition knows it.
 */
export async function bundlePagefind(pagefind: string, code: string): Promise<Uint8Array> {
	for (const [text, times] of RELIED_ON) {
		const met = code.split(text).length - 1;
		if (met !== times)
			throw new Error(
				`“${text}” stands ${met} times in pagefind.js, and the portable edition was made for ${times}. Look at what changed in Pagefind.`,
			);
	}
	return bundleScript('src/browser/portable-index.ts', { 'site:pagefind': pagefind });
}

/** Bundle a script with all it imports as one that is no module and knows its own address. */
export async function bundleScript(
	file: string,
	alias: Record<string, string> = {},
): Promise<Uint8Array> {
	const { outputFiles } = await build({
		entryPoints: [file],
		bundle: true,
		minify: true,
		write: false,
		format: 'iife',
		target: 'es2022',
		logLevel: 'error',
		alias,
		define: { 'import.meta.url': 'scriptAddress' },
		banner: { js: '(()=>{const scriptAddress=document.currentScript.src;' },
		footer: { js: '})();' },
	});
	const [script] = outputFiles;
	if (!script) throw new Error(`esbuild made nothing of ${file}.`);
	return script.contents;
}
