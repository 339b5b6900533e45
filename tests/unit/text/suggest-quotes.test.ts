import fc from 'fast-check';
import { expect, test } from 'vitest';
import { suggestQuotes } from '../../../src/text/suggest-quotes.ts';
import { SEED } from '../generators.ts';

const passage = fc
	.array(fc.stringMatching(/^[a-z]{3,8}$/), { minLength: 3, maxLength: 8 })
	.map((words) => words.join(' '));

test('a quote that stands in the text is the first suggestion, with full similarity', () => {
	fc.assert(
		fc.property(passage, passage, passage, (before, quote, after) => {
			const [best] = suggestQuotes(`${before} ${quote} ${after}`, quote);
			expect(best).toMatchObject({ passage: quote, similarity: 1 });
		}),
		{ seed: SEED, numRuns: 500 },
	);
});

test('the more letters of a quote are wrong, the lower the best passage scores', () => {
	fc.assert(
		fc.property(passage, passage, fc.nat(), (text, quote, seed) => {
			const letters = Array.from(quote, (letter, index) => ({ letter, index })).filter(
				({ letter }) => letter !== ' ',
			);
			const wrong = new Set<number>();
			let last = Infinity;
			for (let count = 0; count * 2 < quote.length; count++) {
				const damaged = Array.from(quote, (letter, index) => (wrong.has(index) ? '¤' : letter));
				const [best] = suggestQuotes(`${text} ${quote} ${text}`, damaged.join(''));
				expect(best?.similarity).toBeLessThan(last);
				last = best?.similarity ?? 0;
				const rest = letters.filter(({ index }) => !wrong.has(index));
				const next = rest[seed % Math.max(1, rest.length)];
				if (!next) break;
				wrong.add(next.index);
			}
		}),
		{ seed: SEED, numRuns: 300 },
	);
});

test('suggestions are places of the text that do not overlap, the best first', () => {
	const text = 'the second winter was long, the third winter was longer, the fourth winter went';
	const suggestions = suggestQuotes(text, 'the thirty winter was');
	expect(suggestions[0]?.passage).toBe('the third winter was');
	const ends = suggestions
		.toSorted((a, b) => a.startCodeUnit - b.startCodeUnit)
		.map(({ passage: found, startCodeUnit }) => {
			expect(text.slice(startCodeUnit, startCodeUnit + found.length)).toBe(found);
			return { startCodeUnit, end: startCodeUnit + found.length };
		});
	for (const [index, { startCodeUnit }] of ends.slice(1).entries())
		expect(startCodeUnit).toBeGreaterThanOrEqual(ends[index]?.end ?? Infinity);
	const similarities = suggestions.map(({ similarity }) => similarity);
	expect(similarities).toEqual(similarities.toSorted((a, b) => b - a));
	expect(suggestions.length).toBeGreaterThan(1);
});

test('no more suggestions are given than were asked for', () => {
	expect(suggestQuotes('lock lock lock lock', 'lock')).toHaveLength(3);
	expect(suggestQuotes('lock lock lock lock', 'lock', 1)).toHaveLength(1);
});

test('a text with nothing like the quote suggests nothing', () => {
	expect(suggestQuotes('an entirely different matter', 'осуществляет блокировку')).toEqual([]);
	expect(suggestQuotes('', 'lock')).toEqual([]);
	expect(suggestQuotes('lock', '')).toEqual([]);
});
