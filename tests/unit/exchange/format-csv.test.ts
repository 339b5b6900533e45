import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseCsv } from '../../../scripts/figures/parse-csv.ts';
import { formatCsv } from '../../../src/exchange/format-csv.ts';
import { hostileText, SEED } from '../generators.ts';

test('lines end in CRLF, and only values that need them have quotation marks', () => {
	expect(
		formatCsv(
			['id', 'label'],
			[
				[1, 'plain'],
				[-2, 'with, comma'],
				[undefined, 'a "mark"\nand a line'],
			],
		),
	).toBe('id,label\r\n1,plain\r\n-2,"with, comma"\r\n,"a ""mark""\nand a line"\r\n');
});

test.for([
	['=1+1', "'=1+1"],
	['+7 495', "'+7 495"],
	['-', "'-"],
	['@name', "'@name"],
	['\tx', "'\tx"],
	["'=x", "''=x"],
	["'quoted'", "'quoted'"],
	['a=b', 'a=b'],
])('%j is written as %j, so that no spreadsheet takes it for a formula', ([value, cell]) => {
	expect(formatCsv(['a'], [[value]])).toBe(`a\r\n${cell}\r\n`);
});

/** What the documentation tells a reader to do. */
const unguard = (cell: string) => (/^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell);

test('whatever stands in a value reads back as it was', () => {
	const value = fc
		.tuple(fc.constantFrom('', '=', '+', '-', '@', '\t', '\r', "'", "'=", "''-"), hostileText)
		.map(([start, rest]) => start + rest);
	fc.assert(
		fc.property(fc.array(fc.tuple(value, value), { minLength: 1, maxLength: 5 }), (rows) => {
			const cells = parseCsv(formatCsv(['a', 'b'], rows));
			for (const cell of cells.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
			expect(cells.map((row) => row.map(unguard))).toEqual([['a', 'b'], ...rows]);
		}),
		{ seed: SEED },
	);
});

test.for(['a,b\n', 'a,"b\r\n', 'a,b"c\r\n', 'a,b'])('%j is refused', (text) => {
	expect(() => parseCsv(text)).toThrow();
});
