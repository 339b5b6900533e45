import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readTokens } from '../../../src/search/read-tokens.ts';
import { hostileText, SEED } from '../generators.ts';

const wordsOf = (text: string) => readTokens(text).map(({ word }) => word);

test.for<[text: string, words: string]>([
	['lock—block and/or –dash', 'lock block and or dash'],
	["don’t don't well-known", 'don t don t well known'],
	['Ёлка й Сёстры', 'елка и сестры'],
	['Podčasov Đorđe Łódź Straße', 'podcasov dorde lodz strasse'],
	['block\u00ADing zero\u200Bwidth', 'blocking zerowidth'],
	['text¹ block²³ x⁴y', 'text block x y'],
	['e\u0301tat ＦＵＬＬ 🔑 4,5', 'etat full 4 5'],
])('%s is the words %s', ([text, words]) => {
	expect(wordsOf(text).join(' ')).toBe(words);
});

test('a word is found in the text where it is said to stand', () => {
	fc.assert(
		fc.property(hostileText, (text) => {
			let last = 0;
			for (const { written, start, end } of readTokens(text)) {
				expect(text.slice(start, end)).toBe(written);
				expect(start).toBeGreaterThanOrEqual(last);
				last = end;
			}
		}),
		{ seed: SEED, numRuns: 1_000 },
	);
});
