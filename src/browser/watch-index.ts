import { gunzip } from '../search/open-index.ts';

/** What became of the files of the index: those that could not be read since the last `forget`. */
export type IndexWatch = {
	/** Paths within the index's folder. */
	failed(): string[];
	forget(): void;
	readFile(path: string): Promise<Uint8Array<ArrayBuffer>>;
};

type ReadFile = (path: string) => Promise<Uint8Array<ArrayBuffer>>;

declare global {
	/** Reads a file of the index in the portable edition, where nothing can be fetched; see portable-index.ts. */
	var calqueIndexFile: ReadFile | undefined;
}

/**
 * Read the index at `base` and keep in mind which of its files cannot be had or are damaged: a search goes on without
 * them and says so.
 */
export function watchIndex(base: string): IndexWatch {
	const failed = new Set<string>();
	const read: ReadFile = (path) =>
		globalThis.calqueIndexFile ? globalThis.calqueIndexFile(path) : fetchFile(base + path);
	return {
		failed: () => [...failed],
		forget: () => {
			failed.clear();
		},
		readFile: async (path) => {
			try {
				const bytes = await read(path);
				// What is packed carries a checksum.
				await gunzip(bytes);
				failed.delete(path);
				return bytes;
			} catch (error) {
				failed.add(path);
				throw error;
			}
		},
	};
}

async function fetchFile(address: string): Promise<Uint8Array<ArrayBuffer>> {
	const response = await fetch(address);
	if (!response.ok) throw new Error(`${address}: ${response.status}`);
	return new Uint8Array(await response.arrayBuffer());
}
