import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitSentences } from '../../../src/text/split-sentences.ts';

const sentencesOf = (text: string) =>
	splitSentences(text).map(({ startCodeUnit, endCodeUnit }) =>
		text.slice(startCodeUnit, endCodeUnit),
	);

test('a paragraph is split where its sentences end', () => {
	expect(sentencesOf('The bridge waits.  It waits for money! Does it?')).toEqual([
		'The bridge waits.',
		'It waits for money!',
		'Does it?',
	]);
	expect(sentencesOf('  ')).toEqual([]);
	expect(sentencesOf('No stop')).toEqual(['No stop']);
});

test('sentences cover every character of a text but white space between them', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
			expect(sentencesOf(text).join('').replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''));
		}),
		{ numRuns: 1_000 },
	);
});
