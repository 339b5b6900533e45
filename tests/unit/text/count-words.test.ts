import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countWords, listWords } from '../../../src/text/count-words.ts';
import { hostileText, SEED } from '../generators.ts';

test.for([
	['', 0],
	['— “…” !', 0],
	['one two  three', 3],
	['the state’s well-known co-operation', 4],
	["don't — don’t", 2],
	['в 2018 году', 3],
	['cafe\u0301 naї\u0308ve и\u0306од', 3],
	['हिन्दी में', 2],
	['𝒳𝒳 𐐷', 2],
] as const)('%j has %i words', ([text, count]) => {
	expect(countWords(text)).toBe(count);
});

const parts = fc.array(
	fc.constantFrom(
		...['a', 'É', '7', '\u0301', '-', '’', "'", ' ', '.', '𝒳', '\ud800', '\udc00', 'ж'],
	),
);

test.for([
	['of words, accents and what joins them', parts.map((texts) => texts.join(''))],
	['of anything', hostileText],
] as const)('the words of a text %s are the runs that a pattern finds', ([, texts]) => {
	const word = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:[’'-][\p{L}\p{N}][\p{L}\p{N}\p{M}]*)*/gu;
	fc.assert(
		fc.property(texts, (text) => {
			expect(countWords(text)).toBe(text.match(word)?.length ?? 0);
		}),
		{ seed: SEED, numRuns: 2000 },
	);
});

test('words are listed in lower case, without the marks between them', () => {
	expect(listWords('The State’s “Well-Known” КЛЮЧ, 2018.')).toEqual([
		'the',
		'state',
		's',
		'well',
		'known',
		'ключ',
		'2018',
	]);
});

test('an accent written apart from its letter does not part a word', () => {
	expect(listWords('Nai\u0308ve')).toEqual(['nai\u0308ve']);
	expect(listWords('…')).toEqual([]);
});
