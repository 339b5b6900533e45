import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import { parseReadingTree, textOf } from '../../../src/edition/markdown.ts';
import { parsePlainCommentary, parsePlainWords } from '../../../src/edition/plain-markdown.ts';
import { SEED } from '../generators.ts';

const wholeParser = unified().use(remarkParse).use(remarkGfm).use(remarkMdx).freeze();

/** The tree of the whole parser, without the syntax trees of the literals in braces. */
function parseWhole(text: string): unknown {
	const tree = wholeParser.parse(text);
	return JSON.parse(JSON.stringify(tree, (key, value) => (key === 'data' ? undefined : value)));
}

const good = [
	...[
		'Words ',
		'a',
		' из ',
		'e\u0301 ',
		'𝒳',
		' and',
		'1998',
		'. ',
		', ',
		'; ',
		': ',
		' (',
		') ',
		'— ',
	],
	...[
		' *it* ',
		' *-se* ',
		'(*it*), ',
		' *two words* ',
		'“*it*” ',
		' “',
		'” ',
		'’s ',
		'% ',
		'/',
		'! ',
		'"',
	],
	...['\n', 'line\nWords', 'line.\n\tWords', 'line\n  *it* '],
];
const odd = [
	...[
		'*',
		' *',
		'* ',
		'**',
		'***',
		'*, ',
		'. *',
		'.*',
		'*.',
		'*©*',
		'_',
		'`',
		'~',
		'~~',
		'[',
		']',
		'[^1]',
	],
	...[
		'{',
		'}',
		'{1}',
		'&',
		'&amp;',
		'\\',
		'|',
		'<',
		'>',
		'#',
		'# ',
		'\n# ',
		'\n- ',
		'\n-',
		'\n+ ',
		'1. ',
	],
	...[
		'\n1) ',
		'\n===\n',
		'\n---\n',
		'\n:-',
		'\n> ',
		'\n    ',
		'\t',
		'\r',
		'\r\n',
		'  \n',
		' \n',
		'\n\n',
	],
	...[
		'http://a.b',
		'www.a.b',
		'WWW.a.b',
		'a@b.cd',
		'\nimport a',
		'\nexport a',
		'import',
		'mailto:a',
	],
	...[
		'\0',
		'\ufeff',
		'\u00a0',
		'\u2028',
		'\u0085',
		'\n\u00a0',
		'<Note>',
		'</Note>',
		'\n</Note>',
		'<b>',
		'/>',
	],
];
const text = (pieces: readonly string[], strange: readonly string[], maxLength: number) =>
	fc
		.array(
			fc.oneof(
				{ weight: 30, arbitrary: fc.constantFrom(...pieces) },
				{ weight: 1, arbitrary: fc.constantFrom(...strange) },
			),
			{ maxLength },
		)
		.map((parts) => parts.join(''));
const anyWords = fc.oneof(
	{ weight: 3, arbitrary: text(good, odd, 10).map((written) => `Words ${written.trim()}.`) },
	{ weight: 1, arbitrary: text(good, odd, 6) },
	{
		weight: 1,
		arbitrary: fc.constantFrom('', ' ', 'Words.', '*Words* in *words*.', 'Two\nlines.'),
	},
);

const value = text(
	['a', 'из', ' ', '<', '>', '{', '*', '|', '[', '`', '\\', "'", '=', '_', '@'],
	['&', '"', '\n', '\t'],
	4,
);
const attribute = fc.oneof(
	{ weight: 12, arbitrary: value.map((written) => `captured="${written}"`) },
	{ weight: 6, arbitrary: fc.nat({ max: 30 }).map((number) => `p={${number}}`) },
	{ weight: 6, arbitrary: fc.constantFrom('masked', 'masked={true}') },
	{
		weight: 1,
		arbitrary: fc.constantFrom(
			...[
				'p={007}',
				'p={ 7 }',
				'p={1+1}',
				'{...a}',
				"a='b'",
				'a="&amp;"',
				'a="b\nc"',
				'a=b',
				'a:b="c"',
			],
			...['a.b="c"', 'a-b="c"', 'a = "b"', 'a="\t"', '/', '1="a"'],
		),
	},
);
const space = fc.oneof(
	{ weight: 20, arbitrary: fc.constantFrom(' ', ' ', '  ', '\n', '\n\t', '\n  ', '\n    ') },
	{ weight: 1, arbitrary: fc.constantFrom(' \n', '\t', '\n\n', '') },
);
const tag = fc
	.tuple(
		fc.constantFrom('Note', 'Note', 'Note', 'Quotation', 'Point', 'b', ''),
		fc.array(fc.tuple(space, attribute), { maxLength: 3 }),
		fc.constantFrom('', '', '', '', '', '\n', ' ', ' /'),
	)
	.map(([name, attributes, end]) => ({
		name,
		open: `<${name}${attributes.flat().join('')}${end}>`,
	}));
const around = fc.constantFrom(
	...[
		['', ''],
		['', ''],
		['\n', '\n'],
		['\n', '\n'],
		['\n', '\n'],
		['\n\t', '\n'],
		['\n\n', '\n\n'],
		[' ', ' '],
	],
);
const element = fc
	.tuple(tag, anyWords, around)
	.map(([{ name, open }, body, [before, after]]) => `${open}${before}${body}${after}</${name}>`);
const between = fc.oneof(
	{ weight: 8, arbitrary: fc.constantFrom('\n\n', '\n\n', '\n\n\n') },
	{ weight: 1, arbitrary: fc.constantFrom('\n', '', ' \n\n', '\n \n') },
);
const commentary = fc
	.array(fc.tuple(fc.oneof(element, element, anyWords), between), { maxLength: 3 })
	.map((blocks) => blocks.flat().join(''));

test('a commentary that is plain comes out node by node and place by place as of the whole parser', () => {
	let plain = 0;
	fc.assert(
		fc.property(commentary, (written) => {
			const tree = parsePlainCommentary(written);
			if (!tree) return;
			plain++;
			expect(tree).toEqual(parseWhole(written));
		}),
		{ seed: SEED, numRuns: 5000 },
	);
	expect(plain).toBeGreaterThan(500);
});

test('a block that is plain has the words that the whole parser finds in one paragraph', () => {
	let plain = 0;
	const block = anyWords.map((written) => written.replace(/\n\s*\n/g, '\n'));
	fc.assert(
		fc.property(block, (written) => {
			const found = parsePlainWords(written);
			if (found === undefined) return;
			plain++;
			const tree = parseReadingTree(written);
			expect(tree.children.map(({ type }) => type)).toEqual(['paragraph']);
			const [paragraph] = tree.children;
			const types =
				paragraph && 'children' in paragraph ? paragraph.children.map(({ type }) => type) : [];
			expect(types.filter((type) => type !== 'text' && type !== 'emphasis')).toEqual([]);
			expect(found).toBe(textOf(tree));
		}),
		{ seed: SEED, numRuns: 5000 },
	);
	expect(plain).toBeGreaterThan(500);
});

test('most of what the archive holds is plain, and comes out as of the whole parser', () => {
	const articles = join(import.meta.dirname, '../../../content/articles');
	const files = readdirSync(articles).map((name) =>
		readFileSync(join(articles, name, 'commentary.mdx'), 'utf8'),
	);
	const blocks = files.flatMap((file) => file.split(/\n\n(?=<)/));
	const plain = blocks.filter((block) => parsePlainCommentary(block) !== undefined);
	for (const block of plain) expect(parsePlainCommentary(block)).toEqual(parseWhole(block));
	expect(plain.length / blocks.length).toBeGreaterThan(0.9);
});
