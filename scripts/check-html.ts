/**
 * Check that every HTML page of a built site is valid, by the W3C's checker and by html-validate.
 *
 *   npm run check:html [-- dist]      exit 0: valid · 1: problems · 2: the check itself could not run
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { countOf } from './evidence/show.ts';
import { formatProblems } from './format-problems.ts';
import { findMarkupProblems, findW3cProblems, hasJava } from './html-problems.ts';

const [folder = 'dist'] = process.argv.slice(2);

if (!existsSync(join(folder, 'index.html')))
	fail(`There is no built site in ${folder}. Run: npm run build`);
if (!hasJava())
	fail(
		'The W3C checker needs Java 11 or later: install it (Debian: apt-get install default-jre-headless; macOS: brew install openjdk) and run this again.',
	);

const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' })
	.filter((path) => path.endsWith('.html'))
	.map((path) => join(folder, path));
const problems = [...findW3cProblems(folder), ...(await findMarkupProblems(pages))].sort(
	(a, b) =>
		a.file.localeCompare(b.file, 'en', { numeric: true }) || a.line - b.line || a.column - b.column,
);
if (problems.length > 0) {
	console.log(formatProblems(problems));
	process.exitCode = 1;
} else console.log(`${countOf(pages.length, 'page')} of ${folder}: valid.`);

function fail(message: string): never {
	console.error(message);
	process.exit(2);
}
