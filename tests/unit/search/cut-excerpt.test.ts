import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutExcerpt } from '../../../src/search/cut-excerpt.ts';
import { readTokens } from '../../../src/search/read-tokens.ts';
import { SEED } from '../generators.ts';

test('a short text is shown whole, with what is found marked', () => {
	expect(cutExcerpt(['It carries a lock.'], [{ text: 0, start: 3, end: 10 }])).toEqual([
		{ text: 'It ', isMatch: false },
		{ text: 'carries', isMatch: true },
		{ text: ' a lock.', isMatch: false },
	]);
});

test('of several texts the one with most matches is shown', () => {
	const spans = [
		{ text: 0, start: 0, end: 4 },
		{ text: 1, start: 0, end: 5 },
		{ text: 1, start: 6, end: 10 },
	];
	const shown = cutExcerpt(['lock', 'block lock'], spans);
	expect(shown.map(({ text }) => text).join('')).toBe('block lock');
});

test('an excerpt is a stretch of the text itself and shows a match, wherever it stands', () => {
	const text = fc.array(fc.constantFrom('lock', 'and', '🔑🔑🔑', 'заблокировал', 'x'.repeat(90)), {
		minLength: 1,
		maxLength: 120,
	});
	fc.assert(
		fc.property(text, fc.nat(), (words, pick) => {
			const whole = words.join(' ');
			const tokens = readTokens(whole);
			const token = tokens[pick % Math.max(1, tokens.length)];
			fc.pre(token !== undefined);
			const { start, end } = token as { start: number; end: number };
			const shown = cutExcerpt([whole], [{ text: 0, start, end }]);
			const bare = shown.filter(({ text }) => text !== '… ' && text !== ' …');
			expect(whole).toContain(bare.map(({ text }) => text).join(''));
			expect(bare.map(({ text }) => text).join('')).not.toMatch(/\p{Surrogate}/u);
			expect(shown.filter(({ isMatch }) => isMatch)).toEqual([
				{ text: whole.slice(start, end), isMatch: true },
			]);
			expect(bare.map(({ text }) => text).join('').length).toBeLessThan(400);
		}),
		{ seed: SEED, numRuns: 1_000 },
	);
});
