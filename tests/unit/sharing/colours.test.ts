import { expect, test } from 'vitest';
import { loadColours } from '../../../src/sharing/colours.ts';

test('the colours are those of the tokens, light and dark', () => {
	expect(loadColours('light')('paper')).toMatch(/^#[0-9a-f]{6}$/);
	expect(loadColours('dark')('paper')).not.toBe(loadColours('light')('paper'));
});

test('a colour that the tokens do not name is not guessed', () => {
	expect(() => loadColours()('green')).toThrow('names no colour --green');
});
