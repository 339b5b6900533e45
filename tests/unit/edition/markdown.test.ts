import fc from 'fast-check';
import { toHtml } from 'hast-util-to-html';
import type { RootContent } from 'mdast';
import { toHast } from 'mdast-util-to-hast';
import { expect, test } from 'vitest';
import {
	parseCommentaryTree,
	parseReadingTree,
	renderHtml,
	renderInlineHtml,
	textOf,
} from '../../../src/edition/markdown.ts';
import {
	allElements,
	attributeOf,
	elementsNamed,
	parseHtml,
	textContentOf,
} from '../parse-html.ts';
import { SEED } from '../generators.ts';

const nodesOf = (markdown: string): RootContent[] => parseReadingTree(markdown).children;
const render = (markdown: string, scope = 'x') => renderHtml(nodesOf(markdown), scope);
const hrefsOf = (markdown: string) =>
	elementsNamed(parseHtml(render(markdown)), 'a').map((link) => attributeOf(link, 'href'));

test('raw HTML is dropped and its words are kept', () => {
	expect(render('a <b onclick="x()">bold</b> word')).toBe('<p>a bold word</p>');
	expect(render('<script>alert(1)</script>')).toBe('');
	expect(render('<div>\n<iframe src="https://example.org"></iframe>\n</div>')).toBe('');
});

test.for([
	'javascript:alert(1)',
	'JaVaScRiPt:alert(1)',
	'&#106;avascript:alert(1)',
	'data:text/html,x',
	'vbscript:x',
	'file:///etc/passwd',
	'blob:https://example.org/x',
	'ftp://example.org/',
	'http://[bad',
])('a link to %s is mere words', (address) => {
	for (const markdown of [`[words](${address})`, `[words][w]\n\n[w]: ${address}`]) {
		expect(hrefsOf(markdown)).toEqual([undefined]);
		expect(textContentOf(parseHtml(render(markdown)))).toContain('words');
	}
});

test('a scheme hidden behind white space or a control character leads nowhere that runs', () => {
	const addresses = [
		'java&#10;script:x',
		'java&#9;script:x',
		'<\tjavascript:x>',
		'<&#1;javascript:x>',
	];
	for (const address of addresses)
		for (const href of hrefsOf(`[words](${address})`)) {
			const { protocol } = new URL(href ?? '', 'https://example.org/');
			expect(protocol).toBe('https:');
		}
	expect(hrefsOf('<javascript:alert(1)>')).toEqual([undefined]);
});

test.for([
	'https://example.org/a?b=c#d',
	'http://example.org/',
	'mailto:a@example.org',
	'/a/1/#p2',
	'../2/',
	'#note-lock',
	'./data:x',
])('a link to %s is kept', (address) => {
	expect(hrefsOf(`[words](${address})`)).toEqual([address]);
});

test('an address in running text becomes a link', () => {
	expect(hrefsOf('See https://example.org/x or <https://example.org/y>.')).toEqual([
		'https://example.org/x',
		'https://example.org/y',
	]);
});

test('tables and strikethrough are rendered', () => {
	const root = parseHtml(render('| a | b |\n|---|---|\n| 1 | ~~2~~ |'));
	expect(elementsNamed(root, 'th').map(textContentOf)).toEqual(['a', 'b']);
	expect(elementsNamed(root, 'td').map(textContentOf)).toEqual(['1', '2']);
	expect(elementsNamed(root, 'del').map(textContentOf)).toEqual(['2']);
});

test('a footnote and its reference lead to each other', () => {
	const root = parseHtml(render('One[^a] two.\n\n[^a]: The source.'));
	const ids = new Map(
		allElements(root).flatMap((element) => {
			const id = attributeOf(element, 'id');
			return id === undefined ? [] : [[id, element] as const];
		}),
	);
	const [reference, back] = elementsNamed(root, 'a').map(
		(link) => attributeOf(link, 'href')?.slice(1) ?? '',
	);
	expect(textContentOf(ids.get(reference ?? '') ?? root)).toContain('The source.');
	expect(textContentOf(ids.get(back ?? '') ?? root)).toBe('1');
});

test('pieces of one page share no id, and refer to their own', () => {
	const markdown = 'One[^1].\n\n[^1]: Source.';
	const html = render(markdown, 'fn.1.b') + render(markdown, 'fn.2.b');
	const elements = allElements(parseHtml(html));
	const ids = elements.flatMap((element) => attributeOf(element, 'id') ?? []);
	expect(new Set(ids).size).toBe(ids.length);
	for (const id of ids) expect(id).toMatch(/^fn\.[12]\.b\./);
	const named = elements.flatMap((element) => [
		...(attributeOf(element, 'aria-describedby')?.split(' ') ?? []),
		...(attributeOf(element, 'href')?.slice(1) ?? '').split(' ').filter(Boolean),
	]);
	expect(named).toHaveLength(6);
	for (const name of named) expect(ids).toContain(name);
});

test('a single paragraph is rendered without its tags, anything more as it is', () => {
	expect(renderInlineHtml(nodesOf('a *b* c'), 'x')).toBe('a <em>b</em> c');
	expect(renderInlineHtml(nodesOf('a\n\nb'), 'x')).toBe('<p>a</p>\n<p>b</p>');
	expect(renderInlineHtml(nodesOf('- a'), 'x')).toMatch(/^<ul>/);
	expect(renderInlineHtml([], 'x')).toBe('');
});

test('quotation marks, dashes and dots are printed as they were written', () => {
	const text = `"a" 'b' -- c ... “d” — e (c)`;
	expect(textContentOf(parseHtml(render(text)))).toBe(text);
});

test('text that looks like HTML is text', () => {
	const html = render('a \\<b> & &lt;script&gt; `<i>`');
	expect(elementsNamed(parseHtml(html), 'i')).toEqual([]);
	expect(textContentOf(parseHtml(html))).toBe('a <b> & <script> <i>');
});

test('the text of a tree is its words, with single spaces between them', () => {
	expect(textOf(parseReadingTree('# A  *b*\n**c**d [e](/f)'))).toBe('A b cd e');
	expect(textOf(parseReadingTree('one\ntwo   `three`'))).toBe('one two three');
	expect(textOf(parseReadingTree('one[^1]two[^1].\n\n[^1]: three'))).toBe('one two. three');
});

test('what stands apart on a page is apart in the text', () => {
	const textOfMarkdown = (markdown: string) => textOf(parseReadingTree(markdown));
	expect(textOfMarkdown('- alpha\n- beta\n  - gamma')).toBe('alpha beta gamma');
	expect(textOfMarkdown('| alpha | beta |\n|---|---|\n| gamma | *del*ta |')).toBe(
		'alpha beta gamma delta',
	);
	expect(textOfMarkdown('alpha  \nbeta\\\ngamma')).toBe('alpha beta gamma');
	expect(textOfMarkdown('> alpha\n\n> beta')).toBe('alpha beta');
	expect(textOfMarkdown('*alp*[ha](/b/)`1` ![beta](c)')).toBe('alpha1 beta');
});

test('a paragraph with thousands of signs of markup is refused before it is parsed', () => {
	for (const parse of [parseReadingTree, parseCommentaryTree])
		expect(() => parse(`text\n\n${'*a_'.repeat(80_000)}`)).toThrow(
			expect.objectContaining({ line: 3, column: 1 }),
		);
	expect(textOf(parseReadingTree('*a* and *b*.\n\n'.repeat(400)))).toMatch(/^a and b\. a/);
});

test('nesting deeper than any text for readers is an error with a place', () => {
	const deep = `text\n\n${'> '.repeat(100)}x`;
	for (const parse of [parseReadingTree, parseCommentaryTree])
		expect(() => parse(deep)).toThrow(
			expect.objectContaining({ reason: 'Nested more than 60 levels deep', line: 3 }),
		);
	expect(textOf(parseReadingTree(`${'> '.repeat(20)}x`))).toBe('x');
});

test('elements are parsed in a commentary and are text in a reading version', () => {
	expect(parseCommentaryTree('<Point note="a">x</Point>').children[0]?.type).toMatch(
		/^paragraph|mdxJsx/,
	);
	expect(() => parseCommentaryTree('<Point>')).toThrow();
	expect(textOf(parseReadingTree('{a} 1 < 2'))).toBe('{a} 1 < 2');
});

test('plain words are rendered as the whole renderer renders them', () => {
	const piece = fc.constantFrom(
		...[
			'word',
			'Ключ',
			'𝒳',
			' ',
			'\n',
			'\n\n',
			'*stressed*',
			'**strong**',
			'*a **b** c*',
			'`code`',
		],
		...['a & b', '&amp;', '“q”', "it's", '<b>', '[link](https://example.org)', '  \n', '\\*', '- '],
		...['\u00a0', '~~gone~~', '> ', '\t', '1. ', '# '],
	);
	fc.assert(
		fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
			const nodes = nodesOf(pieces.join(''));
			const whole = toHtml(toHast({ type: 'root', children: nodes })).trim();
			// Footnotes and addresses are what this renderer has rules of its own for; here are none.
			expect(renderHtml(nodes, 'x')).toBe(whole);
		}),
		{ numRuns: 3000, seed: SEED },
	);
});
