/**
 * Write the search index of the archive into a folder, dist/pagefind in a build: Pagefind's index of words, and beside it the texts
 * themselves, which the search reads to verify and to show what is found. It asks for the content alone, not for
 * the built site.
 *
 *   node scripts/write-search-index.ts FOLDER CONTENTS
 *
 * CONTENTS is what `check-content.ts --keep` wrote.
 */
import { basename } from 'node:path';
import { openArticle } from '../src/edition/open-edition.ts';
import { indexPageOf } from '../src/search/index-page.ts';
import { readContentsFile } from './building/contents-file.ts';
import { writeIndex } from './search-files.ts';

const [folder = '', contents = ''] = process.argv.slice(2);
const { places } = readContentsFile(contents);
const articles = places.map((place) => ({
	number: place.number,
	// The file is named for all that the article was made of, the code too.
	key: basename(place.kept),
	open: () => indexPageOf(openArticle(place)),
}));
await writeIndex(articles, folder);
console.log(`${articles.length} articles indexed.`);
