import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findWords } from '../../../src/search/find-words.ts';
import { readTokens } from '../../../src/search/read-tokens.ts';
import { hostileText, SEED } from '../generators.ts';

const stretchesOf = (text: string, sought: string[]) =>
	findWords(text, sought).map(({ start, end }) => text.slice(start, end));

test.for<[sought: string[], text: string, stretches: string[]]>([
	[['a lock'], 'A lock, a “lock” and alock.', ['A lock', 'a “lock']],
	[['lock', 'a lock'], 'a lock', ['a lock', 'lock']],
	[['he'], 'The hero, he said.', ['he']],
	[['ЕЛКА'], 'У ёлки — Ёлка', ['Ёлка']],
	[['blocking'], 'block\u00ADing e\u0301tat', ['block\u00ADing']],
	[['etat de'], 'l’e\u0301tat—de¹ rien', ['e\u0301tat—de']],
	[['lock a'], 'lock', []],
	[['', '—'], 'lock — key', []],
])('%j stands in %j as %j', ([sought, text, stretches]) => {
	expect(stretchesOf(text, sought)).toEqual(stretches);
});

test('what is taken from a text is found where it was taken from', () => {
	fc.assert(
		fc.property(hostileText, fc.nat(), fc.integer({ min: 1, max: 4 }), (text, pick, count) => {
			const tokens = readTokens(text);
			const first = pick % Math.max(1, tokens.length);
			const [start, end] = [tokens[first]?.start, tokens.slice(first, first + count).at(-1)?.end];
			fc.pre(start !== undefined && end !== undefined);
			expect(findWords(text, [text.slice(start, end)])).toContainEqual({ start, end });
		}),
		{ seed: SEED, numRuns: 1_000 },
	);
});
