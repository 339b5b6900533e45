import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asksForSomething, parseQuery, type Query } from '../../../src/search/parse-query.ts';
import { SEED } from '../generators.ts';

const query = (parts: Partial<Query>): Query => ({
	words: [],
	phrases: [],
	excludedWords: [],
	excludedPhrases: [],
	...parts,
});

test.for<[string, Partial<Query>]>([
	['terminal encryption', { words: ['terminal', 'encryption'] }],
	['"carries a lock" keys', { phrases: ['carries a lock'], words: ['keys'] }],
	['keys "a lock" of "the state"', { phrases: ['a lock', 'the state'], words: ['keys', 'of'] }],
	[
		'“a lock” «ключи шифрования» „eine Sperre“ ‹un verrou›',
		{
			phrases: ['a lock', 'ключи шифрования', 'eine Sperre', 'un verrou'],
		},
	],
	['lock -key', { words: ['lock'], excludedWords: ['key'] }],
	['lock −key', { words: ['lock'], excludedWords: ['key'] }],
	['lock -"a key" -“the door”', { words: ['lock'], excludedPhrases: ['a key', 'the door'] }],
	['well-known e-mail', { words: ['well-known', 'e-mail'] }],
	['lock - key — door', { words: ['lock', 'key', 'door'] }],
	['lock --key', { words: ['lock', '--key'] }],
	['lock "a key', { words: ['lock', 'a', 'key'] }],
	['"a key" door" lock', { phrases: ['a key'], words: ['door', 'lock'] }],
	["don’t l'état", { words: ['don’t', "l'état"] }],
	['"" "—" - "', {}],
	['-key', { excludedWords: ['key'] }],
])('%s is taken apart', ([text, parts]) => {
	expect(parseQuery(text)).toEqual(query(parts));
});

test('to leave out is not to ask', () => {
	expect(asksForSomething(parseQuery('-key -"a lock"'))).toBe(false);
	expect(asksForSomething(parseQuery('key'))).toBe(true);
	expect(asksForSomething(parseQuery('"a key"'))).toBe(true);
});

test('every word that is typed is in one part of the query', () => {
	const piece = fc.constantFrom('lock', 'ключ', '"', '“', '»', '-', ' ', '—', "'", 'é');
	fc.assert(
		fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
			const text = pieces.join('');
			const lettersOf = (all: string) => [...all.matchAll(/[\p{L}]/gu)].map(String).sort();
			const parts = Object.values(parseQuery(text)).flat().join(' ');
			expect(lettersOf(parts)).toEqual(lettersOf(text));
		}),
		{ seed: SEED, numRuns: 2_000 },
	);
});
