import { expect, test } from 'vitest';
import { z } from 'zod';
import { readRows } from '../../../src/edition/read-rows.ts';
import { writeFolder } from '../temporary-folder.ts';

const schema = z.strictObject({ id: z.string(), count: z.int() });

function read(text: string) {
	return readRows(writeFolder({ 'rows.jsonl': text }), 'rows.jsonl', schema);
}

test('each line is a row; blank lines and any end of line are passed over', () => {
	const { value, data, faults } = read(
		'{"id":"a","count":1}\r\n\n{"id":"б","count":2}\n{"id":"c","count":3}',
	);
	expect(value).toEqual([
		{ id: 'a', count: 1 },
		{ id: 'б', count: 2 },
		{ id: 'c', count: 3 },
	]);
	expect(data).toEqual(value);
	expect(faults).toEqual([]);
	expect(read('').value).toEqual([]);
});

test('a row is located by its line', () => {
	const { locate } = read('{"id":"a","count":1}\n\n{"id":"b","count":2}\n');
	expect(locate([1, 'id'])).toEqual({ line: 3, column: 1 });
	expect(locate([7])).toEqual({ line: 1, column: 1 });
	expect(locate([])).toEqual({ line: 1, column: 1 });
});

test('what the schema refuses is told with its line, and no row is taken', () => {
	const { value, faults } = read(
		'{"id":"a","count":1}\n{"id":"b","cuont":2}\n{"id":"c","count":"3"}\n',
	);
	expect(value).toBe(undefined);
	expect(faults.map(({ rule, line, field }) => [rule, line, field])).toEqual([
		['fields-are-present', 2, 'count'],
		['fields-are-known', 2, 'cuont'],
		['fields-are-valid', 3, 'count'],
	]);
});

test('the first line that is not JSON is told, and no row is taken', () => {
	const { value, syntaxFault } = read('{"id":"a","count":1}\n{id: b}\n[\n');
	expect(value).toBe(undefined);
	expect(syntaxFault).toMatchObject({ line: 2, column: 1 });
});

test('a file that is absent is told as such', () => {
	const folder = writeFolder({ 'other.txt': '' });
	const { value, fileFault, locate } = readRows(folder, 'rows.jsonl', schema);
	expect(value).toBe(undefined);
	expect(fileFault?.kind).toBe('absent');
	expect(locate([0])).toEqual({ line: 1, column: 1 });
});
