import fc from 'fast-check';
import { expect, test } from 'vitest';
import { confidences, severities, typology } from '../../../src/model/typology.ts';
import {
	computeScore,
	computeScoreCard,
	computeWmtPenalty,
	roundBand,
} from '../../../src/scoring/score-card.ts';
import { SEED } from '../generators.ts';
import { sampleNote, sampleRecord } from '../samples.ts';

type Sample = Parameters<typeof computeScore>[0][number];

const note = (
	severity: Sample['severity'],
	confidence: Sample['confidence'] = 'certain',
	type: Sample['type'] = 'style/calque',
): Sample => sampleNote('n', 'x', 0, { severity, confidence, type });

const anyNote: fc.Arbitrary<Sample> = fc
	.tuple(
		fc.constantFrom(...severities),
		fc.constantFrom(...confidences),
		fc.constantFrom(...typology.map(({ id }) => id)),
	)
	.map((parts) => note(...parts));
const anyNotes = fc.array(anyNote, { maxLength: 40 });
const anyWords = fc.integer({ min: 1, max: 3000 });

const cardOf = (notes: Sample[], words: number, verdict = sampleRecord.verdict, held = false) =>
	computeScoreCard({ notes, words, record: { verdict, original: { held } } });

test('a score is 100 less the penalty points for each hundred words', () => {
	// 1 + 5 + 25 = 31 points in 400 words: 100 · (1 − 31/400) = 92.25; without what is only likely, 6 points: 98.5.
	const { penalty, band } = computeScore(
		[note('minor'), note('major'), note('critical', 'likely')],
		400,
	);
	expect(penalty).toEqual({ certain: 6, all: 31 });
	expect(band).toEqual({ low: 92.25, high: 98.5 });
});

test('a text without a note has 100', () => {
	expect(computeScore([], 300).band).toEqual({ low: 100, high: 100 });
});

test('a wrecked text scores below 0, and is not cut off there', () => {
	// Five critical notes in 100 words: 125 points.
	expect(
		computeScore(
			Array.from({ length: 5 }, () => note('critical')),
			100,
		).band?.low,
	).toBe(-25);
});

test('a text without words has no score', () => {
	const card = cardOf([note('minor')], 0);
	expect(card.translation?.band).toBeUndefined();
	expect(card.capture.band).toBeUndefined();
	expect(card.wmt).toBeUndefined();
});

test('damage to the capture is scored apart and never charged to the translation', () => {
	const damage = note('major', 'certain', 'capture/repeated-text');
	const card = cardOf([note('minor'), damage], 100);
	expect(card.translation?.penalty.all).toBe(1);
	expect(card.capture.penalty.all).toBe(5);
	expect(card.wmt).toEqual(cardOf([note('minor')], 100).wmt);
});

test('a native text has no translation score, but its capture has one', () => {
	const card = cardOf([note('critical', 'certain', 'capture/injected-text')], 100, 'native');
	expect(card.translation).toBeUndefined();
	expect(card.wmt).toBeUndefined();
	expect(card.capture.critical).toBe(1);
});

test('a critical note counts as such however sure it is', () => {
	expect(cardOf([note('critical', 'possible')], 500).translation?.critical).toBe(1);
});

test('a card says whether the source was seen and the sample is short', () => {
	expect(cardOf([], 499)).toMatchObject({ isShort: true, isSourceSeen: false });
	expect(cardOf([], 500, 'machine-translated', true)).toMatchObject({
		isShort: false,
		isSourceSeen: true,
	});
});

test('WMT’s weights know no critical level, count punctuation for a tenth and non-translation for 25', () => {
	// 5 + 5 + 1 + 0.1 + 25 + 1 = 37.1 in 200 words is 18.55 per 100.
	const notes = [
		note('critical'),
		note('major'),
		note('minor'),
		note('minor', 'certain', 'linguistic/punctuation'),
		note('major', 'certain', 'linguistic/unintelligible'),
		note('minor', 'certain', 'linguistic/unintelligible'),
	];
	expect(computeWmtPenalty(notes, 200)).toEqual({ low: 18.55, high: 18.55 });
	expect(computeWmtPenalty([note('minor', 'possible')], 50)).toEqual({ low: 0, high: 2 });
	expect(computeWmtPenalty([note('major', 'certain', 'linguistic/punctuation')], 100)?.high).toBe(
		5,
	);
});

test('rounding takes the low end down and the high end up, below 0 as above', () => {
	expect(roundBand({ low: 35.87, high: 52.1 })).toEqual({ low: 35, high: 53 });
	expect(roundBand({ low: -16.3, high: -2.9 })).toEqual({ low: -17, high: -2 });
	expect(roundBand({ low: 29.45, high: 41.01 }, 10)).toEqual({ low: 29.4, high: 41.1 });
});

test('ends that are whole stay as they are, and one number is rounded to the nearest', () => {
	expect(roundBand({ low: 42, high: 62 })).toEqual({ low: 42, high: 62 });
	expect(roundBand({ low: 0.7, high: 1.1 }, 10)).toEqual({ low: 0.7, high: 1.1 });
	expect(roundBand({ low: -16.31, high: -16.31 })).toEqual({ low: -16, high: -16 });
});

test('a band holds the score of every choice among the notes that are not certain', () => {
	fc.assert(
		fc.property(anyNotes, anyWords, fc.infiniteStream(fc.boolean()), (notes, words, choices) => {
			const chosen = notes.filter(
				({ confidence }) => confidence === 'certain' || choices.next().value === true,
			);
			const { low = NaN, high = NaN } = computeScore(notes, words).band ?? {};
			const score = computeScore(chosen, words).band?.low ?? NaN;
			expect(low).toBeLessThanOrEqual(score);
			expect(score).toBeLessThanOrEqual(high);
		}),
		{ seed: SEED },
	);
});

test('one more note never betters a score', () => {
	fc.assert(
		fc.property(anyNotes, anyNote, anyWords, (notes, added, words) => {
			const [before, after] = [cardOf(notes, words), cardOf([...notes, added], words)];
			for (const score of ['translation', 'capture'] as const) {
				expect(after[score]?.band?.low).toBeLessThanOrEqual(before[score]?.band?.low ?? NaN);
				expect(after[score]?.band?.high).toBeLessThanOrEqual(before[score]?.band?.high ?? NaN);
			}
			expect(after.wmt?.high).toBeGreaterThanOrEqual(before.wmt?.high ?? NaN);
		}),
		{ seed: SEED },
	);
});

test('the counts of a card are all its notes, each once', () => {
	fc.assert(
		fc.property(anyNotes, anyWords, (notes, words) => {
			const { translation, capture } = cardOf(notes, words);
			const counts = [translation, capture].flatMap((score) =>
				Object.values(score?.counts ?? {}).flatMap((row) => Object.values(row)),
			);
			expect(counts.reduce((sum, count) => sum + count, 0)).toBe(notes.length);
		}),
		{ seed: SEED },
	);
});

test('rounding never makes a band narrower, nor wider by a whole unit at either end', () => {
	const end = fc.double({ min: -500, max: 100, noNaN: true });
	fc.assert(
		fc.property(end, end, fc.constantFrom(1 as const, 10 as const), (a, b, unit) => {
			const band = { low: Math.min(a, b), high: Math.max(a, b) };
			fc.pre(band.low !== band.high);
			const { low, high } = roundBand(band, unit);
			expect(low).toBeLessThanOrEqual(band.low + 1e-9);
			expect(high).toBeGreaterThanOrEqual(band.high - 1e-9);
			expect(band.low - low).toBeLessThan(1 / unit);
			expect(high - band.high).toBeLessThan(1 / unit);
		}),
		{ seed: SEED },
	);
});
