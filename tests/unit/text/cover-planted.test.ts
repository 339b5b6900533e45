import { expect, test } from 'vitest';
import { coverPlaces, coverPlanted } from '../../../src/text/cover-planted.ts';

test('planted words are covered wherever they stand and however they are capitalised', () => {
	expect(coverPlanted('Buy now! he said, buy NOW!', ['buy now!'])).toBe(
		'[masked] he said, [masked]',
	);
	expect(coverPlanted('a $& b', ['$&'])).toBe('a [masked] b');
	expect(coverPlanted('nothing here', ['', 'else'])).toBe('nothing here');
});

test('the longer of two planted strings is covered first', () => {
	expect(coverPlanted('the bad word', ['bad', 'bad word'])).toBe('the [masked]');
});

test('a stretch is covered as far as the planted place reaches into it', () => {
	const text = '🔑 one two three';
	expect(coverPlaces(text, 100, [{ start: 102, end: 105 }])).toBe('🔑 [masked] two three');
	expect(coverPlaces(text, 100, [{ start: 90, end: 101 }])).toBe('[masked] one two three');
	expect(coverPlaces(text, 100, [{ start: 110, end: 200 }])).toBe('🔑 one two [masked]');
	expect(coverPlaces(text, 100, [{ start: 10, end: 20 }])).toBe(text);
});
