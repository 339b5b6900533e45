/**
 * Write the search index of the archive into dist/pagefind: Pagefind's index of words, and beside it the texts
 * themselves, which the search reads to verify and to show what is found. It asks for the content alone, not for
 * the built site.
 *
 *   node scripts/write-search-index.ts [DIST]
 */
import { join } from 'node:path';
import { openArticles } from './open-articles.ts';
import { writeIndex } from './search-files.ts';
import { indexPageOf } from '../src/search/index-page.ts';

const outputPath = join(process.argv[2] ?? 'dist', 'pagefind');
const pages = openArticles().flatMap((article) => indexPageOf(article) ?? []);
await writeIndex(pages, outputPath);
console.log(`${pages.length} articles indexed.`);
