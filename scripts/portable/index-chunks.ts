import { build } from 'esbuild';

/** What is in an index for Pagefind alone, which the search does without. */
const PAGEFINDS_OWN =
	/^(?:pagefind\.js|pagefind-entry\.json|pagefind\.unknown_[0-9a-f]+\.pf_meta|wasm\.unknown\.pagefind)$/;
/** The files of an index that a search may ask for, by what search-files.ts names them. */
const KNOWN_FILES = [
	/^index\/unknown_[0-9a-f]+\.pf_index$/,
	/^texts\/[0-9a-f]+\.packed$/,
	/^texts\/directory\.packed$/,
];

/**
 * Make the scripts that hand the files of an index over to a page which may fetch nothing: by path, each for one
 * file. Throws where the index is not of the shape that the portable edition knows.
 */
export function chunksOf(index: ReadonlyMap<string, Uint8Array>): Map<string, string> {
	const chunks = new Map<string, string>();
	for (const [path, bytes] of index) {
		if (PAGEFINDS_OWN.test(path)) continue;
		if (!KNOWN_FILES.some((known) => known.test(path)))
			throw new Error(`pagefind/${path} is no file of an index that the portable edition knows.`);
		const base64 = Buffer.from(bytes).toString('base64');
		chunks.set(`chunks/${path.replaceAll('/', '__')}.js`, `calqueChunk("${path}","${base64}")\n`);
	}
	for (const known of KNOWN_FILES)
		if (![...index.keys()].some((path) => known.test(path)))
			throw new Error(`The index has no file ${known.source}, which the portable edition needs.`);
	return chunks;
}

/** Bundle a script with all it imports as one that is no module and knows its own address. */
export async function bundleScript(file: string): Promise<Uint8Array> {
	const { outputFiles } = await build({
		entryPoints: [file],
		bundle: true,
		minify: true,
		write: false,
		format: 'iife',
		target: 'es2022',
		logLevel: 'error',
		define: { 'import.meta.url': 'scriptAddress' },
		banner: { js: '(()=>{const scriptAddress=document.currentScript.src;' },
		footer: { js: '})();' },
	});
	const [script] = outputFiles;
	if (!script) throw new Error(`esbuild made nothing of ${file}.`);
	return script.contents;
}
