import fc from 'fast-check';
import { expect, test } from 'vitest';
import { onOneLine } from '../../../src/text/one-line.ts';

const parts = fc.array(fc.constantFrom(' ', '\t', '\n', '\r', '\u00A0', '\u2028', 'a', '.', 'ж'));

test('every run of white space is one space, whatever else the text has', () => {
	fc.assert(
		fc.property(parts, (characters) => {
			const text = characters.join('');
			expect(onOneLine(text)).toBe(text.split(/\s+/).join(' '));
		}),
	);
});
