import { expect, test } from 'vitest';
import { z } from 'zod';
import { judge, readYaml } from '../../../src/edition/read-yaml.ts';
import { writeFolder } from '../temporary-folder.ts';

const schema = z.strictObject({
	title: z.string().min(1),
	severity: z.enum(['minor', 'major']).optional(),
	share: z.number().min(0).max(1).optional(),
	items: z.array(z.strictObject({ id: z.string(), number: z.int().positive() })).optional(),
});

function read(text: string | Uint8Array) {
	return readYaml(writeFolder({ 'a.yaml': text }), 'a.yaml', schema);
}

test('a file that the schema accepts has a value and no faults', () => {
	const { value, data, faults, syntaxFault } = read(
		'title: One\nitems:\n  - { id: a, number: 1 }\n',
	);
	expect(value).toEqual({ title: 'One', items: [{ id: 'a', number: 1 }] });
	expect(data).toEqual(value);
	expect(faults).toEqual([]);
	expect(syntaxFault).toBe(undefined);
});

test.for(['\n', '\r\n'])('faults point at the field with the line end %j', (lineEnd) => {
	const lines = ['title: One', 'items:', '  - id: a', '    number: 0', '  - id: b'];
	const { value, faults } = read(lines.join(lineEnd));
	expect(value).toBe(undefined);
	expect(faults).toMatchObject([
		{ line: 4, column: 5, field: 'items.0.number', written: '0', message: 'should be more than 0' },
		{ line: 5, column: 5, field: 'items.1.number', message: 'is missing' },
	]);
	expect(faults.map(({ rule }) => rule)).toEqual(['fields-are-valid', 'fields-are-present']);
});

test('a byte-order mark does not move a fault or spoil the first field', () => {
	expect(read('\ufefftitle: One').value).toEqual({ title: 'One' });
	expect(read('\ufefftitle: 1').faults).toMatchObject([{ line: 1, column: 1, field: 'title' }]);
});

test('a field that is not known is reported with what it holds and those that are', () => {
	const text = 'items:\n  - id: a\n    number: 1\n  - id: b\n    nmber: [2]\n';
	const lists = z.strictObject({
		items: z.array(z.strictObject({ id: z.string(), number: z.int().optional() })),
	});
	const { faults } = readYaml(writeFolder({ 'a.yaml': text }), 'a.yaml', lists);
	expect(faults).toEqual([
		{
			rule: 'fields-are-known',
			line: 5,
			column: 5,
			field: 'items.1.nmber',
			message: 'is not a known field',
			written: '[2]',
			accepted: ['id', 'number'],
		},
	]);
});

test('a field that is missing is reported where its group begins', () => {
	expect(read('severity: minor\n').faults).toMatchObject([
		{ rule: 'fields-are-present', line: 1, column: 1, field: 'title', message: 'is missing' },
	]);
});

test.for([
	['title: [x]', 'fields-are-valid', 'should be text'],
	['title: ""', 'fields-are-valid', 'is empty'],
	['title: x\nseverity: huge', 'note-severity-is-known', 'is not one of the values it may have'],
	['title: x\nshare: 2', 'fields-are-valid', 'should be at most 1'],
	['title: x\nshare: -1', 'fields-are-valid', 'should be at least 0'],
	['title: x\nitems: y', 'fields-are-valid', 'should be a list'],
	['title: x\nitems: [y]', 'fields-are-valid', 'should be a group of fields'],
	['- title', 'fields-are-valid', 'should be a group of fields'],
	['', 'fields-are-valid', 'should be a group of fields'],
	['__proto__: 1\ntitle: x', 'fields-are-known', 'is not a known field'],
	['title: x\n<<: { share: 1 }', 'fields-are-known', 'is not a known field'],
] as const)('%j is refused under %s: %s', ([text, rule, message]) => {
	expect(read(text).faults).toMatchObject([{ rule, message }]);
});

test('the values that a field may have are listed', () => {
	expect(read('title: x\nseverity: huge').faults[0]?.accepted).toEqual(['minor', 'major']);
});

test.for([
	['title: One\ntitle: Two', 2, 1],
	['title: "One', 1, 12],
	['title: One\n\tshare: 1', 2, 1],
	['title: One\n---\ntitle: Two', 2, 1],
	['title: *nothing', 1, 8],
] as const)('%j is not well formed, and said to be so at %i:%i', ([text, line, column]) => {
	const { value, faults, syntaxFault } = read(text);
	expect(value).toBe(undefined);
	expect(faults).toEqual([]);
	expect(syntaxFault).toMatchObject({ line, column });
	expect(syntaxFault?.message).toMatch(/\w/);
});

test('an alias is refused, and so a file that would unfold into a huge one', () => {
	expect(read('title: &x One\nseverity: *x').syntaxFault).toBeDefined();
	const levels = Array.from({ length: 12 }, (_, level) => {
		const below =
			level === 0
				? 'lol'
				: Array<string>(9)
						.fill(`*a${level - 1}`)
						.join(', ');
		return `a${level}: &a${level} [${below}]`;
	});
	const { value, data, syntaxFault } = read(levels.join('\n'));
	expect(syntaxFault).toBeDefined();
	expect([value, data]).toEqual([undefined, undefined]);
});

test.for(['[', '{', '- ', '? '])('thousands of %j in a row are a fault and no crash', (opening) => {
	const { value, syntaxFault, faults } = read(opening.repeat(20_000));
	expect(value).toBe(undefined);
	expect(syntaxFault ?? faults[0]).toBeDefined();
});

test('a file that cannot be read has that fault alone', () => {
	const folder = writeFolder({ 'bad.yaml': Buffer.of(0xff) });
	expect(readYaml(folder, 'no.yaml', schema)).toMatchObject({
		faults: [],
		fileFault: { kind: 'absent' },
	});
	expect(readYaml(folder, 'bad.yaml', schema)).toMatchObject({
		faults: [],
		fileFault: { kind: 'not-utf-8', line: 1, column: 1 },
	});
});

test('a field can be found by its path, and one that is not there by the group it would be in', () => {
	const { locate } = read('title: One\nitems:\n  - id: a\n    number: 1\n');
	expect(locate(['title'])).toEqual({ line: 1, column: 1 });
	expect(locate(['items', 0, 'number'])).toEqual({ line: 4, column: 5 });
	expect(locate(['items', 0, 'nothing'])).toEqual({ line: 3, column: 5 });
	expect(locate(['nothing'])).toEqual({ line: 1, column: 1 });
});

test('data from elsewhere is judged alike, at the places that are given', () => {
	const outcome = judge(schema, { title: 'x', share: 'y' }, (path) => ({
		line: 7,
		column: path.length,
	}));
	expect(outcome.faults).toMatchObject([
		{ line: 7, column: 1, field: 'share', written: 'y', message: 'should be a number' },
	]);
	expect(judge(schema, { title: 'x' }, () => ({ line: 1, column: 1 }))).toEqual({
		value: { title: 'x' },
		faults: [],
	});
});
