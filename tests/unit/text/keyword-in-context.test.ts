import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keywordInContext } from '../../../src/text/keyword-in-context.ts';
import { hostileText, SEED, textWithPlaces } from '../generators.ts';

const text = 'one two three four five six KEY seven eight nine ten eleven twelve';
const at = (words: string, whole = text) => ({
	startCodeUnit: whole.indexOf(words),
	endCodeUnit: whole.indexOf(words) + words.length,
});

test('a keyword has as many words on each side as are asked for', () => {
	expect(keywordInContext(text, at('KEY'), 2)).toEqual({
		before: 'five six ',
		keyword: 'KEY',
		after: ' seven eight',
		isCutBefore: true,
		isCutAfter: true,
	});
});

test('where the text begins or ends sooner, all of it is shown and nothing is cut', () => {
	expect(keywordInContext('a KEY b ', at('KEY', 'a KEY b '), 5)).toEqual({
		before: 'a ',
		keyword: 'KEY',
		after: ' b ',
		isCutBefore: false,
		isCutAfter: false,
	});
});

test('a dash is no word and comes along', () => {
	const spoken = 'x «a» — b KEY , — c d';
	const line = keywordInContext(spoken, at('KEY', spoken), 1);
	expect(line.before).toBe('b ');
	expect(line.after).toBe(' , — c');
	expect(keywordInContext(spoken, at('KEY', spoken), 2).before).toBe('«a» — b ');
});

test('a keyword inside a word keeps the rest of it beside it', () => {
	const joined = 'pre-KEYword next';
	const line = keywordInContext(joined, at('KEY', joined), 1);
	expect([line.before, line.after]).toEqual(['pre-', 'word']);
});

test('no words asked for, none shown', () => {
	const line = keywordInContext(text, at('KEY'), 0);
	expect([line.before, line.after]).toEqual(['', '']);
});

test('covered words are covered on both sides and also across the edge of the keyword', () => {
	expect(keywordInContext(text, at('KEY'), 2, [at('five')]).before).toBe('[masked] six ');
	const { before, keyword } = keywordInContext(text, at('six KEY'), 2, [at('five six')]);
	expect([before, keyword]).toEqual(['four [masked]', '[masked] KEY']);
});

test('the parts joined are a stretch of the text with no more words than asked for', () => {
	const placed = textWithPlaces(hostileText, 1);
	fc.assert(
		fc.property(placed, fc.nat(6), ({ text: whole, places: [place] }, count) => {
			if (!place) return;
			const { before, keyword, after } = keywordInContext(whole, place, count);
			expect(keyword).toBe(whole.slice(place.startCodeUnit, place.endCodeUnit));
			expect(whole.slice(0, place.startCodeUnit).endsWith(before)).toBe(true);
			expect(whole.slice(place.endCodeUnit).startsWith(after)).toBe(true);
			for (const side of [before, after])
				expect(
					side.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length,
				).toBeLessThanOrEqual(count);
		}),
		{ seed: SEED, numRuns: 1_000 },
	);
});
