import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cut } from '../../../scripts/evidence/show.ts';

const texts = fc
	.array(fc.constantFrom(' ', '\n', '  \t ', 'word', 'é', '𝄞', '😀'), { maxLength: 200 })
	.map((parts) => parts.join(''));

test('a text is cut as if all of it were on one line', () => {
	fc.assert(
		fc.property(texts, fc.integer({ min: 2, max: 60 }), (text, length) => {
			expect(cut(text, length)).toBe(cut(text.split(/\s+/).join(' '), length));
		}),
	);
});
