import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keepOneLine } from '../../../src/citing/keep-one-line.ts';
import { hostileText, SEED } from '../generators.ts';

test('ends of line and controls become single spaces', () => {
	expect(keepOneLine(' a\r\n\tb\u0007c\u2028d ')).toBe('a b c d');
});

test('marks that turn the direction are left out, letters of either direction stay', () => {
	expect(keepOneLine('lock \u202eשלום\u202c')).toBe('lock שלום');
});

test('half a character is replaced', () => {
	expect(keepOneLine('a\ud83d')).toBe('a\ufffd');
});

test('whole emoji stay, joined as they are', () => {
	expect(keepOneLine('👩‍💻')).toBe('👩‍💻');
});

test('whatever is given is one line, and giving it again changes nothing', () => {
	fc.assert(
		fc.property(hostileText, (text) => {
			const line = keepOneLine(text);
			expect(line).not.toMatch(/[\n\r\t\u2028\u2029\u202a-\u202e]|^\s|\s$/);
			expect(keepOneLine(line)).toBe(line);
		}),
		{ seed: SEED },
	);
});
