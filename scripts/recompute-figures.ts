/**
 * Compute every published figure again, from data/articles.jsonl and data/notes.jsonl of the built site, and
 * compare it with what the site prints.
 *
 *   npm run figures [-- DIST]
 *
 * Ends with 1 and a line for each difference.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { compareSite } from './figures/compare-site.ts';

const site = process.argv[2] ?? 'dist';
if (!existsSync(join(site, 'data/notes.jsonl'))) {
	console.error(`There is no built site in ${site}. Run: npm run build`);
	process.exit(1);
}
const { compared, differences } = compareSite(site);
for (const difference of differences) console.error(difference);
console.log(`${compared} figures compared; differences: ${differences.length}.`);
process.exitCode = differences.length === 0 ? 0 : 1;
