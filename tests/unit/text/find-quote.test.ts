import { expect, test } from 'vitest';
import { findQuote } from '../../../src/text/find-quote.ts';

test('a quote that stands once is found where it stands', () => {
	expect(findQuote('carries a lock', { exact: 'lock' })).toEqual({
		kind: 'found',
		startCodeUnit: 10,
		endCodeUnit: 14,
	});
});

test('a quote that stands twice is ambiguous until prefix, suffix or occurrence decides', () => {
	const text = 'a lock and the lock';
	expect(findQuote(text, { exact: 'lock' })).toEqual({
		kind: 'ambiguous',
		startCodeUnits: [2, 15],
	});
	const second = { kind: 'found', startCodeUnit: 15, endCodeUnit: 19 };
	expect(findQuote(text, { exact: 'lock', prefix: 'the ' })).toEqual(second);
	expect(findQuote(text, { exact: 'lock', occurrence: 2 })).toEqual(second);
	expect(findQuote(text, { exact: 'lock', suffix: ' and' })).toMatchObject({ startCodeUnit: 2 });
});

test('occurrences are counted among the places that prefix and suffix leave', () => {
	const text = 'x lock, y lock, x lock';
	expect(findQuote(text, { exact: 'lock', prefix: 'x ', occurrence: 2 })).toMatchObject({
		startCodeUnit: 18,
	});
});

test('places of a quote may overlap each other', () => {
	expect(findQuote('aaa', { exact: 'aa' })).toEqual({ kind: 'ambiguous', startCodeUnits: [0, 1] });
});

test('an occurrence past the last is missing', () => {
	expect(findQuote('lock', { exact: 'lock', occurrence: 2 })).toEqual({ kind: 'missing' });
});

test('an empty quote is missing, whatever stands around it', () => {
	expect(findQuote('lock', { exact: '' })).toEqual({ kind: 'missing' });
	expect(findQuote('lock', { exact: '', prefix: 'lo' })).toEqual({ kind: 'missing' });
});

test.for([
	['another case', 'Lock'],
	['a space that breaks', 'a lock'],
	['a composed letter for a decomposed one', 'caf\u00e9'],
	['a straight quotation mark for a curly one', '"lock"'],
] as const)('%s is not the same text', ([, exact]) => {
	expect(findQuote('a\u00a0lock “lock” cafe\u0301', { exact })).toEqual({ kind: 'missing' });
});

test('half a character is not found in the whole one', () => {
	expect(findQuote('🔑', { exact: '\ud83d' })).toEqual({ kind: 'missing' });
	expect(findQuote('a🔑', { exact: 'a\ud83d' })).toEqual({ kind: 'missing' });
	expect(findQuote('🔑', { exact: '\udd11' })).toEqual({ kind: 'missing' });
});
