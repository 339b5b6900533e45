import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { listenOnLoopback, serveFolder } from '../../../scripts/serve-folder.ts';
import { sourceOf, writeIndex } from '../../../scripts/search-files.ts';
import type { IndexPage } from '../../../src/search/index-page.ts';
import { openIndex, type Pagefind, type SearchIndex } from '../../../src/search/open-index.ts';

type LoadedPagefind = Pagefind & { options(options: object): Promise<void> };

/** Write the index of `pages`, and open it. */
export async function buildIndex(
	pages: readonly IndexPage[],
): Promise<{ index: SearchIndex; close(): void }> {
	const folder = mkdtempSync(join(tmpdir(), 'calque-index-'));
	await writeIndex(pages.map(sourceOf), folder);
	const { index, close } = await openBuilt(folder);
	return {
		index,
		close: () => {
			close();
			rmSync(folder, { recursive: true });
		},
	};
}

/** Open an index that was written into a folder with Pagefind itself, as a browser does, over HTTP. */
export async function openBuilt(folder: string): Promise<{ index: SearchIndex; close(): void }> {
	const servers = await listenOnLoopback(serveFolder(folder), 0);
	const address = servers[0]?.address();
	if (address === null || typeof address !== 'object') throw new Error('The index is not served.');
	const pagefind = (await import(
		/* @vite-ignore */ pathToFileURL(join(folder, 'pagefind.js')).href
	)) as LoadedPagefind;
	await pagefind.options({ basePath: `http://127.0.0.1:${address.port}/`, noWorker: true });
	return {
		index: openIndex(pagefind, (path) =>
			Promise.resolve(new Uint8Array(readFileSync(join(folder, path)))),
		),
		close: () => {
			for (const server of servers) server.close();
		},
	};
}
