import { gunzip } from '../search/open-index.ts';

/** What became of the files of the index: those that could not be read since the last `forget`. */
export type IndexWatch = {
	/** Paths within the index's folder. */
	failed(): string[];
	forget(): void;
	readFile(path: string): Promise<Uint8Array<ArrayBuffer>>;
};

/**
 * Watch what is fetched of the index at `base`. Pagefind 1.6 returns no results where a part of its index cannot
 * be fetched, as if there were none; and it unpacks what is damaged without a word. Here each file is unpacked
 * once before it is handed on, and one that cannot be had or is damaged is kept in mind.
 */
export function watchIndex(base: string): IndexWatch {
	const failed = new Set<string>();
	const fetchAny = globalThis.fetch.bind(globalThis);
	const fetchWatched: typeof fetch = async (input, init) => {
		const { href } = new URL(input instanceof Request ? input.url : input, location.href);
		if (!href.startsWith(base)) return fetchAny(input, init);
		const path = href.slice(base.length).replace(/[?#].*$/s, '');
		try {
			const bytes = await readWhole(await fetchAny(input, init), path);
			failed.delete(path);
			return new Response(bytes);
		} catch (error) {
			failed.add(path);
			throw error;
		}
	};
	globalThis.fetch = fetchWatched;
	return {
		failed: () => [...failed],
		forget: () => {
			failed.clear();
		},
		readFile: async (path) => new Uint8Array(await (await fetchWatched(base + path)).arrayBuffer()),
	};
}

async function readWhole(response: Response, path: string): Promise<ArrayBuffer> {
	if (!response.ok) throw new Error(`${path}: ${response.status}`);
	const bytes = await response.arrayBuffer();
	if (path.endsWith('.json')) JSON.parse(new TextDecoder().decode(bytes));
	else await gunzip(new Uint8Array(bytes));
	return bytes;
}
