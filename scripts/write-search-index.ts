/**
 * Write the search index of the built site into dist/pagefind.
 *
 *   node scripts/write-search-index.ts [DIST]
 *
 * Pages are added in the order of their addresses: Pagefind's files depend on the order.
 */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { close, createIndex } from 'pagefind';
import { openArticles } from './open-articles.ts';
import { indexPagesOf } from '../src/search/index-page.ts';

const outputPath = join(process.argv[2] ?? 'dist', 'pagefind');
const pages = openArticles()
	.flatMap(indexPagesOf)
	.sort((a, b) => (a.url < b.url ? -1 : 1));

const { index, errors } = await createIndex({ forceLanguage: 'en' });
if (!index) throw new Error(`Pagefind did not start: ${errors.join('; ')}`);
for (const page of pages) {
	const added = await index.addHTMLFile({ url: page.url, content: page.html });
	if (added.errors.length > 0)
		throw new Error(`Pagefind refused ${page.url}: ${added.errors.join('; ')}`);
}
await rm(outputPath, { recursive: true, force: true });
const written = await index.writeFiles({ outputPath });
if (written.errors.length > 0)
	throw new Error(`Pagefind wrote no index: ${written.errors.join('; ')}`);
await close();
console.log(`${pages.length} texts indexed in ${outputPath}.`);
