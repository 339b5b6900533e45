import fc from 'fast-check';
import { expect, test } from 'vitest';
import { balanceLines, breakLines, splitAtBreaks } from '../../../src/sharing/break-lines.ts';

/** Words whose letters are all as wide as a space. */
const words = (text: string) =>
	splitAtBreaks(text).map((piece) => ({
		piece,
		width: piece.length * 10,
		inkWidth: piece.trimEnd().length * 10,
	}));
const read = (lines: { piece: string }[][]) =>
	lines.map((line) => line.map(({ piece }) => piece).join(''));
const widthOf = (line: string) => line.trimEnd().length * 10;
const someText = fc
	.array(fc.string({ minLength: 1, maxLength: 12, unit: fc.constantFrom('a', 'b', 'ж') }), {
		minLength: 1,
		maxLength: 20,
	})
	.map((list) => list.join(' '));

test('a line may end after a space, a hyphen or a dash, and not before a mark or a number', () => {
	expect(splitAtBreaks('no-one: COVID-19 — “yes”, said')).toEqual([
		'no-',
		'one: ',
		'COVID-19 ',
		'— ',
		'“yes”, ',
		'said',
	]);
	expect(splitAtBreaks('No.\u00a07 of ten')).toEqual(['No.\u00a07 ', 'of ', 'ten']);
});

test('spaces that follow one another are one, and those at the ends are none', () => {
	expect(splitAtBreaks('  one\n\t two ')).toEqual(['one ', 'two']);
	expect(splitAtBreaks('')).toEqual([]);
});

test('a line is filled to its last pixel, and the space at its end takes no room', () => {
	expect(read(breakLines(words('aaa bbb ccc'), 70))).toEqual(['aaa bbb ', 'ccc']);
	expect(read(breakLines(words('aaa bbb ccc'), 69))).toEqual(['aaa ', 'bbb ', 'ccc']);
});

test('a word wider than the room stands alone and whole', () => {
	expect(read(breakLines(words('a bbbbbbbbbb c'), 50))).toEqual(['a ', 'bbbbbbbbbb ', 'c']);
});

test('balanced lines do not end in one short word', () => {
	expect(read(breakLines(words('aaaa bbbb cccc d'), 140))).toEqual(['aaaa bbbb cccc ', 'd']);
	expect(read(balanceLines(words('aaaa bbbb cccc d'), 140))).toEqual(['aaaa bbbb ', 'cccc d']);
});

test('lines hold all the words in their order, and none is wider than the room but for one word', () => {
	fc.assert(
		fc.property(someText, fc.integer({ min: 30, max: 300 }), (text, room) => {
			for (const lines of [breakLines(words(text), room), balanceLines(words(text), room)]) {
				expect(read(lines).join('')).toBe(text);
				for (const line of lines)
					if (line.length > 1) expect(widthOf(read([line]).join(''))).toBeLessThanOrEqual(room);
			}
		}),
	);
});

test('balancing never adds a line, and never makes the widest wider', () => {
	fc.assert(
		fc.property(someText, fc.integer({ min: 30, max: 300 }), (text, room) => {
			const [greedy, balanced] = [breakLines, balanceLines].map((lay) =>
				read(lay(words(text), room)),
			) as [string[], string[]];
			expect(balanced).toHaveLength(greedy.length);
			const widest = (lines: string[]) => Math.max(...lines.map(widthOf));
			expect(widest(balanced)).toBeLessThanOrEqual(widest(greedy));
		}),
	);
});
