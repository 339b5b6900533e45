import fc from 'fast-check';
import { expect, test } from 'vitest';
import { describeContext, describeQuote } from '../../../src/text/describe-quote.ts';
import { findQuote } from '../../../src/text/find-quote.ts';
import { hostileLine, hostileText, repetitiveText, SEED, textWithPlaces } from '../generators.ts';

const runs = { seed: SEED, numRuns: 10_000 };

test('a place that is described is found again', () => {
	const needed = { nothing: 0, context: 0, occurrence: 0 };
	fc.assert(
		fc.property(
			textWithPlaces(fc.oneof(hostileText, repetitiveText), 1),
			fc.integer({ min: 0, max: 40 }),
			({ text, places }, contextLength) => {
				for (const { startCodeUnit, endCodeUnit } of places) {
					const quote = describeQuote(text, startCodeUnit, endCodeUnit, { contextLength });
					expect(findQuote(text, quote)).toEqual({ kind: 'found', startCodeUnit, endCodeUnit });
					if (quote.occurrence !== undefined) needed.occurrence++;
					else if (quote.prefix !== undefined || quote.suffix !== undefined) needed.context++;
					else needed.nothing++;
				}
			},
		),
		runs,
	);
	// The texts were hard enough to need every means there is.
	expect(Math.min(needed.nothing, needed.context, needed.occurrence)).toBeGreaterThan(500);
});

test('text added in a paragraph before a quote never changes which words are found', () => {
	fc.assert(
		fc.property(
			textWithPlaces(hostileLine, 1),
			fc.oneof(hostileText, repetitiveText),
			({ text, places }, added) => {
				for (const { startCodeUnit, endCodeUnit } of places) {
					const quote = describeQuote(text, startCodeUnit, endCodeUnit);
					fc.pre(!added.includes(quote.exact));
					const before = `${added}\n`;
					expect(findQuote(before + text, quote)).toEqual({
						kind: 'found',
						startCodeUnit: before.length + startCodeUnit,
						endCodeUnit: before.length + endCodeUnit,
					});
				}
			},
		),
		runs,
	);
});

test('no context is given that is longer than allowed or splits a character', () => {
	fc.assert(
		fc.property(
			textWithPlaces(repetitiveText, 1),
			fc.integer({ min: 0, max: 9 }),
			({ text, places }, contextLength) => {
				for (const { startCodeUnit, endCodeUnit } of places) {
					const { prefix = '', suffix = '' } = describeQuote(text, startCodeUnit, endCodeUnit, {
						contextLength,
					});
					expect(prefix.length).toBeLessThanOrEqual(contextLength);
					expect(suffix.length).toBeLessThanOrEqual(contextLength);
					expect(prefix + suffix).toSatisfy((context: string) => context.isWellFormed());
				}
			},
		),
		{ seed: SEED, numRuns: 2_000 },
	);
});

test('a quote that stands once needs no context', () => {
	expect(describeQuote('carries a lock', 8, 14)).toEqual({ exact: 'a lock' });
});

test('a quote that stands twice needs the one word that tells its places apart', () => {
	expect(describeQuote('first a lock, then the lock', 23, 27)).toEqual({
		exact: 'lock',
		prefix: 'the ',
	});
	expect(describeQuote('lock one, lock two', 0, 4)).toEqual({ exact: 'lock', suffix: ' one,' });
});

test('a quote whose neighbourhood repeats too is told by its occurrence', () => {
	const line = 'the same words are on every one of these lines. ';
	const text = line.repeat(4);
	const start = text.indexOf('every', line.length);
	const quote = describeQuote(text, start, start + 5, { contextLength: 32 });
	expect(quote).toEqual({ exact: 'every', occurrence: 2 });
});

test('no shorter context, word by word, would have told the place apart', () => {
	fc.assert(
		fc.property(textWithPlaces(repetitiveText, 1), ({ text, places }) => {
			for (const { startCodeUnit, endCodeUnit } of places) {
				const context = describeContext(text, startCodeUnit, endCodeUnit);
				if (!context || context.prefix + context.suffix === '') continue;
				const { prefix, suffix } = context;
				const exact = text.slice(startCodeUnit, endCodeUnit);
				const shorter = [
					{ prefix: prefix.replace(/^\S*\s*/u, ''), suffix },
					{ prefix, suffix: suffix.replace(/\s*\S*$/u, '') },
				].filter((less) => less.prefix !== prefix || less.suffix !== suffix);
				for (const less of shorter)
					expect(findQuote(text, { exact, ...less }).kind).toBe('ambiguous');
			}
		}),
		{ seed: SEED, numRuns: 2_000 },
	);
});

test('context keeps to its limits or is not given', () => {
	const text = 'one two lock\nthree two lock here';
	const start = text.lastIndexOf('lock');
	expect(describeContext(text, start, start + 4)).toEqual({ prefix: '', suffix: ' here' });
	expect(describeContext(text, start, start + 4, { within: [0, start + 4] })).toEqual({
		prefix: 'three two ',
		suffix: '',
	});
	expect(describeContext(text, start, start + 4, { within: [0, start + 4], maxWords: 2 })).toBe(
		undefined,
	);
});

test('a passage that stands millions of times is described in a moment', () => {
	const text = 'a b '.repeat(1_000_000);
	for (let time = 0; time < 50; time++)
		expect(describeContext(text, 2_000_000, 2_000_001)).toBe(undefined);
	expect(findQuote(text, { exact: 'a' })).toMatchObject({ kind: 'ambiguous' });
	expect(describeQuote(text, 40_000, 40_001)).toEqual({ exact: 'a', occurrence: 10_001 });
});
