import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sourceOf, writeIndex } from '../../../scripts/search-files.ts';
import type { IndexPage } from '../../../src/search/index-page.ts';
import { openIndex, type SearchIndex } from '../../../src/search/open-index.ts';

/** Write the index of `pages`, and open it. */
export async function buildIndex(
	pages: readonly IndexPage[],
): Promise<{ index: SearchIndex; close(): void }> {
	const folder = mkdtempSync(join(tmpdir(), 'calque-index-'));
	await writeIndex(pages.map(sourceOf), folder);
	return {
		index: openBuilt(folder),
		close: () => {
			rmSync(folder, { recursive: true });
		},
	};
}

/** Open an index that was written into a folder. */
export function openBuilt(folder: string): SearchIndex {
	return openIndex((path) => Promise.resolve(new Uint8Array(readFileSync(join(folder, path)))));
}
