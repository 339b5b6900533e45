import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findStrayCharacter, formatCodePoint } from '../../../src/text/stray-characters.ts';
import { SEED } from '../generators.ts';

test.for([
	['\0', 'U+0000', 'a NUL byte'],
	['\ud83d', 'U+D83D', 'an unpaired surrogate'],
	['\udd11', 'U+DD11', 'an unpaired surrogate'],
	['\ufffe', 'U+FFFE', 'a noncharacter'],
	['\ufdd0', 'U+FDD0', 'a noncharacter'],
	['\u{1ffff}', 'U+1FFFF', 'a noncharacter'],
	['\u{10fffe}', 'U+10FFFE', 'a noncharacter'],
	['\ue000', 'U+E000', 'a private-use character'],
	['\u{f0000}', 'U+F0000', 'a private-use character'],
] as const)('%j is found as %s, %s', ([character, codePoint, what]) => {
	expect(findStrayCharacter(`🔑 ${character} \0`)).toEqual({ offset: 3, codePoint, what });
});

test('text in any script is free of stray characters', () => {
	expect(findStrayCharacter('The “lock” — блокировка 🔑 👩‍💻 e\u0301 \ufeff\u202e\r\n\t')).toBe(
		undefined,
	);
});

test('the same text is judged alike twice', () => {
	fc.assert(
		fc.property(fc.string({ unit: fc.constantFrom('a', '🔑', '\ud83d', '\udd11') }), (text) => {
			expect(findStrayCharacter(text) === undefined).toBe(text.isWellFormed());
			expect(findStrayCharacter(text)).toEqual(findStrayCharacter(text));
		}),
		{ seed: SEED, numRuns: 1_000 },
	);
});

test.for([
	[0x2e, 'U+002E'],
	[0x202e, 'U+202E'],
	[0x1f511, 'U+1F511'],
] as const)('code point %i is written %s', ([code, written]) => {
	expect(formatCodePoint(code)).toBe(written);
});

test('every character is judged by what Unicode says of it', () => {
	const wrong: number[] = [];
	for (let code = 0; code <= 0x10ffff; code++) {
		const character = String.fromCodePoint(code);
		const isStray = /[\p{Cs}\p{Co}\p{Noncharacter_Code_Point}\0]/u.test(character);
		if ((findStrayCharacter(character) !== undefined) !== isStray) wrong.push(code);
	}
	expect(wrong).toEqual([]);
});
