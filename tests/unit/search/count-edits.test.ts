import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countEdits } from '../../../src/search/count-edits.ts';

const between = (a: string, b: string) => countEdits([...a], [...b]);

test('each slip of the keyboard is one step', () => {
	for (const typed of ['tpes', 'tyypes', 'tupes', 'tyeps']) expect(between(typed, 'types')).toBe(1);
});

test('two slips are two steps', () => {
	expect(between('tpyse', 'types')).toBe(2);
});

test('nothing is as many steps from a text as it has characters', () => {
	expect(between('', 'types')).toBe(5);
	expect(between('types', '')).toBe(5);
});

test('the way back is as long as the way there, and only the same text is no step away', () => {
	const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });
	fc.assert(
		fc.property(text, text, (a, b) => {
			expect(between(a, b)).toBe(between(b, a));
			expect(between(a, b) === 0).toBe(a === b);
			expect(between(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length));
		}),
	);
});

test('a cost of ones own is counted', () => {
	expect(countEdits(['a', 'x'], ['a'], { gap: () => 2.5 })).toBe(2.5);
	expect(countEdits(['ab'], ['ac'], { change: () => 0.5 })).toBe(0.5);
});
