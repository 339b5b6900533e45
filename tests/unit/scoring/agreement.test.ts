import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	computeAgreement,
	sumAgreements,
	type FlaggedSpan,
} from '../../../src/scoring/agreement.ts';

const span = (
	start: number,
	end: number,
	type = 'style/calque',
	severity: FlaggedSpan['severity'] = 'minor',
): FlaggedSpan => ({ start, end, type, severity });

const spans = fc.array(
	fc
		.tuple(fc.nat(90), fc.integer({ min: 1, max: 10 }))
		.map(([start, length]) => span(start, start + length)),
	{ minLength: 1, maxLength: 12 },
);

test('a reading agrees with itself in everything', () => {
	fc.assert(
		fc.property(spans, (reading) => {
			const agreement = computeAgreement(reading, reading, 100);
			expect(agreement.firstTouched).toBe(reading.length);
			expect(agreement.secondTouched).toBe(reading.length);
			expect(agreement.sameSeverity).toBe(reading.length);
			expect(agreement.kappa).toBeCloseTo(1);
		}),
	);
});

test('readings that touch nowhere have no pairs and a kappa of no more than chance', () => {
	const agreement = computeAgreement([span(0, 10)], [span(50, 60)], 100);
	expect(agreement).toMatchObject({ firstTouched: 0, secondTouched: 0, pairs: 0, sameSpan: 0 });
	expect(agreement.kappa).toBeLessThanOrEqual(0);
});

test('a note is paired with the one that overlaps it most', () => {
	const first = [span(0, 10, 'style/calque', 'major')];
	const second = [span(8, 20), span(0, 7, 'style/awkward', 'major')];
	expect(computeAgreement(first, second, 30)).toMatchObject({
		pairs: 1,
		secondTouched: 2,
		sameSpan: 0,
		sameType: 0,
		sameFamily: 1,
		sameSeverity: 1,
	});
});

test('kappa is what Cohen defined, half of each text flagged in halves that half coincide', () => {
	// 40 of 80 flagged by each, 20 by both: observed 0.5, expected 0.5.
	expect(computeAgreement([span(0, 40)], [span(20, 60)], 80).kappa).toBeCloseTo(0);
});

test('agreements add up, kappa weighted by length', () => {
	const whole = computeAgreement([span(0, 5)], [span(0, 5)], 10);
	const none = computeAgreement([span(0, 5)], [span(5, 10)], 10);
	const sum = sumAgreements([
		{ agreement: whole, length: 10 },
		{ agreement: none, length: 30 },
	]);
	expect(sum.first).toBe(2);
	expect(sum.pairs).toBe(1);
	expect(sum.kappa).toBeCloseTo((1 * 10 + -1 * 30) / 40);
});

test('no text and no notes are no agreement', () => {
	expect(computeAgreement([], [], 0).kappa).toBe(0);
	expect(sumAgreements([]).kappa).toBe(0);
});
