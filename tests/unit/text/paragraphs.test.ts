import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitParagraphs } from '../../../src/text/paragraphs.ts';
import { hostileText, SEED } from '../generators.ts';

const textsOf = (text: string) => splitParagraphs(text).map((paragraph) => paragraph.text);

test.for([
	['LF', '\n'],
	['CRLF', '\r\n'],
	['CR', '\r'],
] as const)('a line ends at %s', ([, lineEnd]) => {
	expect(splitParagraphs(`one${lineEnd}${lineEnd}two${lineEnd}`)).toEqual([
		{ number: 1, text: 'one', startCodeUnit: 0 },
		{ number: 2, text: 'two', startCodeUnit: 3 + 2 * lineEnd.length },
	]);
});

test.for([
	['NEL', '\u0085'],
	['LINE SEPARATOR', '\u2028'],
	['PARAGRAPH SEPARATOR', '\u2029'],
	['a form feed', '\f'],
	['a vertical tab', '\v'],
] as const)('a line does not end at %s', ([, character]) => {
	expect(textsOf(`one${character}two`)).toEqual([`one${character}two`]);
});

test('lines of mere white space have no number', () => {
	expect(textsOf(' \n\u00a0\t\n\u3000\none\n\u2028\ntwo')).toEqual(['one', 'two']);
});

test('a byte-order mark is a character of the first paragraph, and none of its own', () => {
	expect(splitParagraphs('\ufeffone')).toEqual([
		{ number: 1, text: '\ufeffone', startCodeUnit: 0 },
	]);
	expect(textsOf('\ufeff\none')).toEqual(['one']);
});

test('white space at both ends of a line is kept', () => {
	expect(textsOf('\t one \u00a0\n')).toEqual(['\t one \u00a0']);
});

test('a paragraph stands in the text where it says', () => {
	fc.assert(
		fc.property(hostileText, (text) => {
			const paragraphs = splitParagraphs(text);
			let kept = '';
			for (const [index, { number, text: line, startCodeUnit }] of paragraphs.entries()) {
				expect(number).toBe(index + 1);
				expect(text.slice(startCodeUnit, startCodeUnit + line.length)).toBe(line);
				kept += line;
			}
			// Nothing but blanks is lost.
			expect(kept.replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
		}),
		{ seed: SEED, numRuns: 2_000 },
	);
});

test('a text without a word has no paragraphs', () => {
	expect(splitParagraphs('')).toEqual([]);
	expect(splitParagraphs('\r\n \n')).toEqual([]);
});
