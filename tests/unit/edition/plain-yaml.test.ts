import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseDocument, stringify } from 'yaml';
import { parsePlainYaml } from '../../../src/edition/plain-yaml.ts';
import { SEED } from '../generators.ts';

/** What the whole parser makes of a text; nothing where it finds a fault. */
function parseWhole(text: string): { data: unknown } | undefined {
	const document = parseDocument(text, { prettyErrors: false });
	return document.errors.length > 0 ? undefined : { data: document.toJS() };
}

const scalars = [
	...[
		'Words',
		'two words',
		'more\n  words',
		'в словах',
		'“quoted” words',
		'«слова»',
		'a-b',
		'it’s',
	],
	...[
		'2023-03-22',
		'1998',
		'0',
		'7',
		'0.95',
		'1.50',
		'12e4',
		'0x1f',
		'0o17',
		'007',
		'1_000',
		'.5',
		'+1',
		'-1',
	],
	...[
		'2e11c1157aeff69ab907',
		'12345678901234567890',
		'1e3',
		'123 words',
		'1.2.3',
		'12:30',
		'2023-03',
		'5.',
	],
	...[
		'true',
		'false',
		'True',
		'null',
		'Null',
		'~',
		'yes',
		'no',
		'Infinity',
		'.inf',
		'.nan',
		'nullable',
	],
	...[
		'https://example.org/a?b#c',
		'a: b',
		'a #b',
		'a#b',
		'a:',
		':a',
		'- a',
		'-a',
		'? a',
		'* a',
		'*a',
		'&a b',
	],
	...[
		'!a b',
		'@a',
		'`a',
		'%a',
		'| a',
		'>',
		'{',
		'}',
		'[',
		']',
		',',
		'#a',
		'a, b',
		'a [b] {c}',
		"'a'",
		"'a''b'",
	],
	...[
		'"a"',
		'"a: b #c"',
		'"a\\nb"',
		'"a" b',
		'"a',
		'""',
		'[]',
		'[a, b-c, 7]',
		'[a,b]',
		'[a, ]',
		'[true, 1998]',
	],
	...[
		'{ a: b }',
		'{ a: "b: c", d: 1 }',
		'{ a: b, a: c }',
		'{a: b}',
		'{}',
		'{ null: 1 }',
		'>-\n    a: b\n    c #d',
	],
	...[
		'>-\n    a\n     b',
		'>-\n\n    a',
		'>-\n    a\n\n    b',
		'|-\n    a\n    b',
		'>\n    a',
		'>-',
		'\ta',
		'a\tb',
	],
	...[
		'a \n  b',
		'a\n\n  b',
		'a\r',
		'\u0085',
		'a\u2028b',
		'a\u00a0',
		'\u00a0a',
		'🔑',
		'\ufeffa',
		'---',
		'...',
	],
];
const keys = [
	'a',
	'b',
	'c_d',
	'e1',
	'number',
	'null',
	'true',
	'A',
	'1',
	'a b',
	'"a"',
	'__proto__',
	'constructor',
];
const scalar = fc.oneof(
	{
		weight: 4,
		arbitrary: fc.constantFrom('Words', 'two words', 'в словах', '1998', '2023-03-22', '0.5'),
	},
	{ weight: 1, arbitrary: fc.constantFrom(...scalars) },
);
const key = fc.oneof(
	{ weight: 12, arbitrary: fc.constantFrom('a', 'b', 'c_d', 'e1', 'number', 'f', 'g') },
	{ weight: 1, arbitrary: fc.constantFrom(...keys) },
);
const indented = (block: string, by: number) =>
	block
		.split('\n')
		.map((line) => ' '.repeat(by) + line)
		.join('\n');
const by = fc.constantFrom(2, 2, 2, 2, 4, 1, 0);
const { block } = fc.letrec<{ block: string; map: string; list: string }>((tie) => ({
	block: fc.oneof({ weight: 3, arbitrary: tie('map') }, { weight: 1, arbitrary: tie('list') }),
	map: fc
		.array(
			fc.tuple(
				key,
				fc.oneof(
					{ maxDepth: 3 },
					scalar.map((value) => ` ${value}`),
					fc.tuple(tie('block'), by).map(([inner, indent]) => `\n${indented(inner, indent)}`),
				),
			),
			{ minLength: 1, maxLength: 3 },
		)
		.map((entries) => entries.map(([name, value]) => `${name}:${value}`).join('\n')),
	list: fc
		.array(
			fc.oneof(
				{ maxDepth: 3 },
				scalar,
				tie('map').map((map) => indented(map, 2).slice(2)),
			),
			{ minLength: 1, maxLength: 3 },
		)
		.map((items) => items.map((item) => `- ${item}`).join('\n')),
}));
const end = fc.oneof(
	{ weight: 6, arbitrary: fc.constantFrom('\n', '') },
	{ weight: 1, arbitrary: fc.constantFrom('\n\n', ' \n', '\n# end\n', '\n...\n', '\n---\n') },
);

test('what is plain has the data that the whole parser finds', () => {
	let plain = 0;
	fc.assert(
		fc.property(block, end, (text, after) => {
			const found = parsePlainYaml(text + after);
			if (!found) return;
			plain++;
			expect({ text, ...found }).toEqual({ text, ...parseWhole(text + after) });
		}),
		{ seed: SEED, numRuns: 20_000 },
	);
	expect(plain).toBeGreaterThan(5000);
});

test('what another program writes has the data that it wrote, where it is plain', () => {
	const word = fc.string({ unit: fc.constantFrom(...'abc def: #-,.7е"\'\n') });
	const value = fc.letrec((tie) => ({
		value: fc.oneof(
			{ maxDepth: 3 },
			fc.oneof(
				word,
				fc.constantFrom('some words', 'and more words of a long sentence '.repeat(9).trim()),
			),
			fc.oneof(fc.nat(), fc.boolean()),
			fc.array(tie('value'), { maxLength: 3 }),
			fc.dictionary(fc.constantFrom('a', 'b', 'c'), tie('value'), { maxKeys: 3 }),
		),
	})).value;
	let plain = 0;
	fc.assert(
		fc.property(fc.dictionary(fc.constantFrom('a', 'b', 'c'), value, { minKeys: 1 }), (data) => {
			const found = parsePlainYaml(stringify(data));
			if (!found) return;
			plain++;
			expect(found.data).toEqual(data);
		}),
		{ seed: SEED, numRuns: 5000 },
	);
	expect(plain).toBeGreaterThan(500);
});

test('most records of the archive are plain, and have the data that the whole parser finds', () => {
	const records = globSync(join(import.meta.dirname, '../../../content/articles/*/record.yaml'));
	const texts = records.map((file) => readFileSync(file, 'utf8'));
	const plain = texts.filter((text) => parsePlainYaml(text) !== undefined);
	expect(plain.length).toBeGreaterThan(texts.length / 2);
	expect(plain.map(parsePlainYaml)).toEqual(plain.map(parseWhole));
});
