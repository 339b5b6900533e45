import { expect, test } from 'vitest';
import { findMarkupProblems, findW3cProblems, hasJava } from '../../../scripts/html-problems.ts';
import { aiAttributesOf } from '../../../src/citing/ai-disclosure.ts';
import { articleMeta, noteMeta } from '../../../src/citing/article-meta.ts';
import { writeCoins } from '../../../src/citing/coins.ts';
import { shortArticle, writeJsonLd } from '../../../src/citing/json-ld.ts';
import { linkFrom } from '../../../src/components/link-from.ts';
import { writeFolder } from '../temporary-folder.ts';
import { writeHead } from './head-html.ts';
import { pageCases, sampleFacts } from './page-cases.ts';

/** A page as plain as can be, so that what is found is found in what we put there. */
const writePlainPage = (head: string, body: string) =>
	`<!DOCTYPE html>\n<html lang="en-GB">\n<head><meta charset="utf-8"><title>A page</title>${head}</head>\n<body>\n<main><h1>A page</h1>${body}</main>\n</body>\n</html>\n`;

const link = linkFrom(new URL('https://example.org/a/7/'));
const layers = Object.entries(aiAttributesOf('captured', sampleFacts.record))
	.map(([name, value]) => `<div ${name}="${value}"><p>Words.</p></div>`)
	.join('');
const note = { id: 'lock', ordinal: 3, type: 'style/calque', by: 'first reading' } as const;
const coins = writeCoins(sampleFacts).replaceAll('&', '&amp;');
const pages = {
	...Object.fromEntries(
		Object.values(pageCases).map((facts, index) => [
			`${index}.html`,
			writePlainPage(
				`${writeHead(articleMeta(facts, { link }))}<script type="application/ld+json">${writeJsonLd(shortArticle(facts))}</script>`,
				layers,
			),
		]),
	),
	'note.html': writePlainPage(writeHead(noteMeta(sampleFacts, note)), '<p>Words.</p>'),
	'list.html': writePlainPage('', `<p>Words.<span class="Z3988" title="${coins}"></span></p>`),
};

test.skipIf(!hasJava())('the W3C checker has nothing against the heads, layers and spans', () => {
	expect(findW3cProblems(writeFolder(pages))).toEqual([]);
});

test('html-validate has nothing against them either', async () => {
	const folder = writeFolder(pages);
	const files = Object.keys(pages).map((name) => `${folder}/${name}`);
	expect(await findMarkupProblems(files)).toEqual([]);
});
