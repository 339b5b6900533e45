import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ListedPage } from '../../src/search/suggest-pages.ts';
import { layOver } from './move-folder.ts';

const LIST = 'addresses.json';

/**
 * Move the rendered parts of a site into one folder, `to`; they are gone afterwards. What several of them have must
 * be the same, but for the list of pages, which is that of all. Throws a BuildFault where it is not.
 */
export function layTogether(parts: readonly string[], to: string): void {
	const pages = parts.flatMap(
		(part) => JSON.parse(readFileSync(join(part, LIST), 'utf8')) as ListedPage[],
	);
	for (const part of parts) {
		rmSync(join(part, LIST));
		layOver(part, to);
	}
	// As one build lists them: by the path of the file.
	const sorted = pages
		.map((page) => ({ page, file: `${page.path}index.html` }))
		.sort((a, b) => (a.file < b.file ? -1 : 1))
		.map(({ page }) => page);
	writeFileSync(join(to, LIST), JSON.stringify(sorted));
}
