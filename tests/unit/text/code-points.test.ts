import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	codePointLength,
	codePointsOf,
	sliceCodePoints,
	splitsCharacter,
	toCodePoint,
	toCodeUnit,
} from '../../../src/text/code-points.ts';
import { hostileText, SEED } from '../generators.ts';

/** Halves of characters too: a text may hold them until a check refuses it. */
const anyUnits = fc
	.array(fc.constantFrom('a', 'ж', '🔑', '\ud83d', '\udd11', 'e\u0301'), { maxLength: 20 })
	.map((units) => units.join(''));
const texts = fc.oneof(hostileText, anyUnits);
const runs = { seed: SEED, numRuns: 2_000 };

test('a text is as long as the list of its characters', () => {
	fc.assert(
		fc.property(texts, (text) => {
			expect(codePointLength(text)).toBe(Array.from(text).length);
		}),
		runs,
	);
});

test('a slice by code points is a slice of the list of characters', () => {
	fc.assert(
		fc.property(texts, fc.nat(30), fc.nat(30), (text, start, length) => {
			const characters = Array.from(text).slice(start, start + length);
			expect(sliceCodePoints(text, start, start + length)).toBe(characters.join(''));
		}),
		runs,
	);
});

test('an offset in code points comes back from code units unchanged', () => {
	fc.assert(
		fc.property(texts, fc.nat(40), (text, codePoint) => {
			const within = Math.min(codePoint, Array.from(text).length);
			const codeUnit = toCodeUnit(text, codePoint);
			expect(codeUnit).toBe(Array.from(text).slice(0, codePoint).join('').length);
			expect(toCodePoint(text, codeUnit)).toBe(within);
		}),
		runs,
	);
});

test('an offset splits a character where no character begins', () => {
	fc.assert(
		fc.property(texts, (text) => {
			const beginnings = new Set([0]);
			let at = 0;
			for (const character of text) beginnings.add((at += character.length));
			for (let unit = 0; unit <= text.length; unit++)
				expect(splitsCharacter(text, unit)).toBe(!beginnings.has(unit));
		}),
		runs,
	);
});

test('the two units differ after a character beyond the basic plane', () => {
	expect(toCodeUnit('a🔑b', 2)).toBe(3);
	expect(toCodePoint('a🔑b', 3)).toBe(2);
	expect(sliceCodePoints('a🔑b', 1, 2)).toBe('🔑');
});

test('many offsets of one text are counted as one by one', () => {
	fc.assert(
		fc.property(texts, (text) => {
			const toPoint = codePointsOf(text);
			for (let unit = 0; unit <= text.length + 1; unit++)
				expect(toPoint(unit)).toBe(toCodePoint(text, unit));
		}),
		runs,
	);
});
