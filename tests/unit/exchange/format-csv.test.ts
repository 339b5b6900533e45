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

test('whatever stands in a value reads back as it was', () => {
	fc.assert(
		fc.property(
			fc.array(fc.tuple(hostileText, hostileText), { minLength: 1, maxLength: 5 }),
			(rows) => {
				expect(parseCsv(formatCsv(['a', 'b'], rows))).toEqual([['a', 'b'], ...rows]);
			},
		),
		{ seed: SEED },
	);
});

test.for(['a,b\n', 'a,"b\r\n', 'a,b"c\r\n', 'a,b'])('%j is refused', (text) => {
	expect(() => parseCsv(text)).toThrow();
});
