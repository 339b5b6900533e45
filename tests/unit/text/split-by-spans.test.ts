import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitBySpans, type Span } from '../../../src/text/split-by-spans.ts';
import { hostileText, SEED, textWithPlaces } from '../generators.ts';

const textWithSpans = textWithPlaces(hostileText, 6).map(({ text, places }) => ({
	text,
	spans: places.map((place, index): Span => ({ id: `n${index}`, ...place })),
}));

test('segments put together are the text, and each span is the segments it covers', () => {
	fc.assert(
		fc.property(textWithSpans, ({ text, spans }) => {
			const segments = splitBySpans(text, spans);
			expect(segments.map((segment) => segment.text).join('')).toBe(text);
			for (const { id, startCodeUnit, endCodeUnit } of spans) {
				const covered = segments.filter((segment) => segment.covering.includes(id));
				expect(covered.map((segment) => segment.text).join('')).toBe(
					text.slice(startCodeUnit, endCodeUnit),
				);
			}
		}),
		{ seed: SEED, numRuns: 2_000 },
	);
});

test('a segment is covered by the same spans throughout, and each span ends once, at its end', () => {
	fc.assert(
		fc.property(textWithSpans, ({ text, spans }) => {
			const ended: [string, number][] = [];
			let at = 0;
			for (const segment of splitBySpans(text, spans)) {
				for (let unit = at; unit < at + segment.text.length; unit++) {
					const covering = spans.filter(
						(span) => span.startCodeUnit <= unit && unit < span.endCodeUnit,
					);
					expect(segment.covering.toSorted()).toEqual(covering.map((span) => span.id).toSorted());
				}
				at += segment.text.length;
				ended.push(...segment.ending.map((id): [string, number] => [id, at]));
			}
			expect(ended.toSorted()).toEqual(spans.map((span) => [span.id, span.endCodeUnit]).toSorted());
		}),
		{ seed: SEED, numRuns: 2_000 },
	);
});

test('text is cut only where a span begins or ends', () => {
	const spans = [
		{ id: 'long', startCodeUnit: 2, endCodeUnit: 6 },
		{ id: 'crossing', startCodeUnit: 4, endCodeUnit: 8 },
		{ id: 'adjacent', startCodeUnit: 8, endCodeUnit: 9 },
	];
	expect(splitBySpans('0123456789', spans).map(({ text }) => text)).toEqual([
		'01',
		'23',
		'45',
		'67',
		'8',
		'9',
	]);
});

test('of spans over one segment the outermost comes first', () => {
	const spans = [
		{ id: 'inner', startCodeUnit: 1, endCodeUnit: 2 },
		{ id: 'same-start-longer', startCodeUnit: 1, endCodeUnit: 4 },
		{ id: 'earliest', startCodeUnit: 0, endCodeUnit: 3 },
	];
	const [, second] = splitBySpans('abcd', spans);
	expect(second).toEqual({
		text: 'b',
		covering: ['earliest', 'same-start-longer', 'inner'],
		beginning: ['same-start-longer', 'inner'],
		ending: ['inner'],
	});
});

test('a text without spans is one segment, an empty text none', () => {
	expect(splitBySpans('whole', [])).toEqual([
		{ text: 'whole', covering: [], beginning: [], ending: [] },
	]);
	expect(splitBySpans('', [])).toEqual([]);
});

test.for([
	['is empty', 1, 1],
	['runs backwards', 3, 1],
	['begins before the text', -1, 2],
	['ends after the text', 2, 5],
] as const)('a span that %s is refused', ([, startCodeUnit, endCodeUnit]) => {
	expect(() => splitBySpans('abcd', [{ id: 'bad', startCodeUnit, endCodeUnit }])).toThrow(
		`Span bad [${startCodeUnit}, ${endCodeUnit}) is not in a text of 4.`,
	);
});
