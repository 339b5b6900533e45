import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { compareSite } from '../../scripts/figures/compare-site.ts';
import { buildSite, fixtures, layArchive, makeFolder } from '../build-site.ts';

const site = makeFolder('figures-site');

beforeAll(() => {
	buildSite(layArchive(fixtures.archive, fixtures.hostile), fixtures.captures, site);
});

/** Copy the site and change the first match of `pattern` in one of its files. */
function alter(file: string, pattern: RegExp, replacement: string): string {
	const copy = makeFolder('altered-site');
	cpSync(site, copy, { recursive: true });
	const text = readFileSync(join(copy, file), 'utf8');
	const altered = text.replace(pattern, replacement);
	expect(altered, `${String(pattern)} in ${file}`).not.toBe(text);
	writeFileSync(join(copy, file), altered);
	return copy;
}

const run = (folder: string) =>
	spawnSync(process.execPath, ['scripts/recompute-figures.ts', folder], { encoding: 'utf8' });

test('every figure of the test archive is what its data gives', () => {
	const { compared, differences } = compareSite(site);
	expect(differences).toEqual([]);
	// More than the notes alone: each is counted in several tables and drawings.
	expect(compared).toBeGreaterThan(500);
});

test('the command ends well and says how many figures it compared', () => {
	const { status, stdout } = run(site);
	expect(stdout).toMatch(/^\d+ figures compared; differences: 0\.\n$/);
	expect(status).toBe(0);
});

test('the command ends badly where there is no site', () => {
	const { status, stderr } = run(makeFolder('no-site'));
	expect(stderr).toMatch(/no built site/);
	expect(status).toBe(1);
});

const alterations: [
	name: string,
	file: string,
	pattern: RegExp,
	replacement: string,
	told: RegExp,
][] = [
	[
		'a number that readers see',
		'a/1/index.html',
		/(data-figure="article-1\.critical">)1/,
		'$12',
		/a\/1\/index\.html, article-1\.critical: prints 2, computed 1/,
	],
	[
		'a number that programs see',
		'index.html',
		/value="1" (data-figure="article-2\.critical")/,
		'value="3" $1',
		/index\.html, article-2\.critical, as a value: prints 3, computed 1/,
	],
	[
		'an end of a score',
		'a/5/index.html',
		/(data-figure="article-5\.score\.low">)[^<]+/,
		'$199',
		/article-5\.score\.low: prints 99/,
	],
	[
		'a number of a chart',
		'quality/index.html',
		/(<text[^>]*data-figure="by-article\.1\.major"[^>]*>)2/,
		'$17',
		/by-article\.1\.major: prints 7, computed 2/,
	],
	[
		'what a chart says of a number',
		'quality/index.html',
		/aria-label="2 notes: No. 1, major"/,
		'aria-label="5 notes: No. 1, major"',
		/by-article\.1\.major, as spoken: prints 5, computed 2/,
	],
	[
		'the length of a bar',
		'quality/index.html',
		/(<rect[^>]*width=")[\d.]+("[^>]*>(?:<\/rect>)?<text[^>]*data-figure="by-article\.1\.major")/,
		'$11$2',
		/length of the bar: prints not to scale/,
	],
	[
		'a number in a chart that is no figure',
		'quality/index.html',
		/<\/svg>/,
		'<text>12</text></svg>',
		/a drawing says “12”/,
	],
	[
		'a figure that is not known',
		'quality/index.html',
		/data-figure="by-type\.style\/calque\.major"/,
		'data-figure="by-type.style/none.major"',
		/by-type\.style\/none\.major: prints \d+, which the data does not give/,
	],
	[
		'a cell of a table file',
		'quality/by-article.csv',
		/^(1,[^,]+,1),\d+/m,
		'$1,9999',
		/quality\/by-article\.csv, by-article\.1\.words: prints 9999/,
	],
	[
		'a cell of the scores',
		'quality/scores.csv',
		/^(1,[^,]+,machine-translated,\d+,false,"[^"]+"),1/m,
		'$1,0',
		/quality\/scores\.csv, article-1\.score\.critical: prints 0, computed 1/,
	],
	[
		'a title',
		'types/style/calque/index.html',
		/<title>Calque: \d+/,
		'<title>Calque: 77',
		/“77 notes in \d+ articles?”: prints 77/,
	],
	[
		'a list of counted notes',
		'a/1/scores/index.html',
		/(id="counted-critical".*?)<a [^>]*>\d+<\/a>/s,
		'$1',
		/the list of critical notes: prints 0, computed 1/,
	],
	[
		'a figure that is left out',
		'a/1/index.html',
		/data-figure="article-1\.minor"/,
		'',
		/article-1\.minor is printed nowhere/,
	],
	[
		'the data',
		'data/articles.jsonl',
		/"critical":1/,
		'"critical":2',
		/data\/articles\.jsonl, article \d+, critical: prints 2, computed 1/,
	],
];

test.for(alterations)('an alteration is found: %s', ([, file, pattern, replacement, told]) => {
	const { differences } = compareSite(alter(file, pattern, replacement));
	expect(differences.join('\n')).toMatch(told);
});

test('the command ends badly with a line for each difference', () => {
	const folder = alter('a/1/index.html', /(data-figure="article-1\.critical">)1/, '$12');
	const { status, stderr, stdout } = run(folder);
	expect(stderr.trim().split('\n')).toHaveLength(1);
	expect(stdout).toMatch(/ differences: 1\.\n$/);
	expect(status).toBe(1);
});
