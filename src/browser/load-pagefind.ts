import type { Pagefind } from '../search/open-index.ts';

export type LoadedPagefind = Pagefind & {
	options(options: Record<string, unknown>): Promise<void>;
	destroy(): Promise<void>;
};

declare global {
	/** Pagefind as the portable edition brings it, since nothing can be imported there; see portable-index.ts. */
	var calquePagefind: LoadedPagefind | undefined;
}

/** Load Pagefind with the index at `base`. Rejects where its script cannot be had. */
export async function loadPagefind(base: string): Promise<LoadedPagefind> {
	const loaded =
		globalThis.calquePagefind ??
		((await import(/* @vite-ignore */ `${base}pagefind.js`)) as LoadedPagefind);
	// In a worker its fetches could not be watched.
	await loaded.options({ basePath: base, noWorker: true });
	return loaded;
}
