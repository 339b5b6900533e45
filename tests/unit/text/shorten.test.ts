import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shorten } from '../../../src/text/shorten.ts';

test('a text that fits stays, its white space made single spaces', () => {
	expect(shorten('  One\n\ttwo ', 7)).toBe('One two');
});

test('a longer text ends after a whole word, without its comma, and with an ellipsis', () => {
	expect(shorten('The regulator, which asked', 20)).toBe('The regulator…');
});

test('one word longer than the limit is cut', () => {
	expect(shorten('incomprehensibility', 8)).toBe('incompr…');
});

test('no text is ever longer than the limit, and each begins as the whole does', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 5, max: 60 }), (text, limit) => {
			const line = text.replace(/\s+/g, ' ').trim();
			const short = shorten(text, limit);
			expect(short.length).toBeLessThanOrEqual(limit);
			expect(line.startsWith(short.replace(/…$/, '')) || short === line).toBe(true);
			expect(short.isWellFormed()).toBe(true);
		}),
	);
});
