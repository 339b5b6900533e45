import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawTimeline } from '../../../src/components/draw-timeline.ts';
import { layoutTimeline } from '../../../src/components/layout-timeline.ts';
import { spreadLabels } from '../../../src/components/spread-labels.ts';
import { wrapLines } from '../../../src/components/wrap-lines.ts';
import { SEED } from '../generators.ts';

const labels = fc.array(
	fc.record({ wanted: fc.integer({ min: -50, max: 1000 }), size: fc.integer({ min: 1, max: 60 }) }),
	{ maxLength: 20 },
);

test('labels keep their order, never touch and stay on a line that has room for them', () => {
	fc.assert(
		fc.property(labels, (all) => {
			const sorted = all.toSorted((a, b) => a.wanted - b.wanted);
			const length = 1300;
			const middles = spreadLabels(sorted, length);
			let end = 0;
			for (const [index, { size }] of sorted.entries()) {
				const middle = middles[index] ?? Number.NaN;
				expect(middle - size / 2).toBeGreaterThanOrEqual(end - 1e-6);
				end = middle + size / 2;
			}
			expect(end).toBeLessThanOrEqual(length + 1e-6);
		}),
		{ seed: SEED },
	);
});

test('labels that have room stand where they should', () => {
	const wanted = [10, 40, 80];
	expect(
		spreadLabels(
			wanted.map((at) => ({ wanted: at, size: 10 })),
			100,
		),
	).toEqual(wanted);
});

test('labels that crowd are moved apart around the middle of where they should stand', () => {
	const middles = spreadLabels(
		[49, 50, 51].map((at) => ({ wanted: at, size: 10 })),
		100,
	);
	expect(middles).toEqual([40, 50, 60]);
});

test('lines are no longer than they may be, unless a word is, and lose no word', () => {
	fc.assert(
		fc.property(fc.string(), fc.integer({ min: 1, max: 30 }), (text, length) => {
			const lines = wrapLines(text, length);
			expect(lines.join(' ')).toBe(text.split(/\s+/).filter(Boolean).join(' '));
			for (const line of lines)
				if (line.includes(' ')) expect(line.length).toBeLessThanOrEqual(length);
		}),
		{ seed: SEED },
	);
});

const events = [
	{ date: '2013', title: 'A messenger is founded', href: '#founded', articles: [1] },
	{
		date: '2017-06-23/2017-06-26',
		title: 'A "warning" & <more>',
		href: '#warned',
		articles: [1, 3],
	},
	{ date: '2017-06-26', title: 'An answer', href: '#answered', articles: [] },
];

test('time runs down the line, and a span of days is a stretch of it', () => {
	const { rows, height } = layoutTimeline(events, { width: 300, columns: [] });
	const places = rows.map(({ at }) => at);
	expect(places).toEqual(places.toSorted((a, b) => a - b));
	for (const { from, at, to } of rows) {
		expect(from).toBeLessThanOrEqual(at);
		expect(to).toBeGreaterThanOrEqual(at);
		expect(to).toBeLessThanOrEqual(height);
	}
	expect(rows[1]?.to).toBeGreaterThan(rows[1]?.from ?? Infinity);
});

test('years without events are one broken stretch', () => {
	const { segments } = layoutTimeline(events, { width: 300, columns: [] });
	expect(segments.map(({ year, isEmpty }) => [year, isEmpty])).toEqual([
		['2013', false],
		['2014', true],
		['2017', false],
	]);
});

test('an article that has a column has a dot for each event that it reports', () => {
	const { reports } = layoutTimeline(events, { width: 600, columns: [1, 2] });
	expect(reports).toHaveLength(2);
});

test('the drawing links every event and has no style of its own', () => {
	const svg = drawTimeline(events, { width: 300, columns: [] });
	for (const { href } of events) expect(svg).toContain(`href="${href}"`);
	expect(svg).not.toMatch(/<style|\sstyle=/);
	expect(svg).not.toContain('<more>');
	expect(svg).toContain('&lt;more');
});
