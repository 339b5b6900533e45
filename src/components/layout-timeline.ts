import type { Event } from '../model/authorities.ts';
import { boundsOfEdtfDate, formatEdtfDate } from '../model/edtf-date.ts';
import { spreadLabels } from './spread-labels.ts';
import { wrapLines } from './wrap-lines.ts';

/** An event of the timeline, where its label leads, and the articles that report it. */
export type TimelineEvent = Pick<Event, 'date' | 'title'> & { href: string; articles: number[] };

/** How wide the drawing is, in pixels, and the numbers of the articles that have a column each. */
export type TimelineSize = { width: number; columns: number[] };

/** Measures of the drawing, in pixels: a line of text, the room between date and title and between labels, and where things stand across. */
export const measures = {
	line: 18,
	lead: 8,
	gap: 12,
	years: 30,
	spine: 40,
	labels: 72,
	top: 28,
	bottom: 12,
};
const COLUMN_WIDTH = 26;
/** How wide a character is on the average. */
const CHARACTER_WIDTH = 7.1;
/** How much of the line years without events take, however many they are. */
const EMPTY_HEIGHT = 26;

/**
 * Work out where everything stands in a timeline of events sorted by date. Time runs down. Within a year it
 * is true to scale; a year takes the room that the labels of its events need, and years without events in
 * a row take little together. Labels that would touch are moved apart.
 */
export function layoutTimeline(events: readonly TimelineEvent[], { width, columns }: TimelineSize) {
	const { line, lead, gap, labels, top } = measures;
	const right = width - columns.length * COLUMN_WIDTH;
	const columnAt = (article: number) => right + (columns.indexOf(article) + 0.5) * COLUMN_WIDTH;
	const rows = events.flatMap((event) => {
		const bounds = boundsOfEdtfDate(event.date);
		if (!bounds) return [];
		const lines = wrapLines(event.title, Math.floor((right - labels - 8) / CHARACTER_WIDTH));
		const size = (lines.length + 1) * line + lead + gap;
		const middle = (bounds.first + bounds.last) / 2;
		return [{ ...event, ...bounds, middle, lines, size, date: formatEdtfDate(event.date) }];
	});
	const { segments, length, heightOf } = scaleTime(rows);
	const middles = spreadLabels(
		rows.map(({ middle, size }) => ({ wanted: heightOf(middle), size })),
		length,
	);
	const placed = rows.map((row, index) => {
		const labelTop = top + (middles[index] ?? 0) - row.size / 2;
		return {
			...row,
			at: top + heightOf(row.middle),
			from: top + heightOf(row.first),
			to: top + heightOf(row.last),
			dateAt: labelTop + (gap + line) / 2,
			titleAt: labelTop + gap / 2 + line + lead,
			end: labelTop + row.size,
		};
	});
	return {
		rows: placed,
		segments: segments.map(({ year, start, height, isEmpty }) => ({
			year: String(year),
			from: top + start,
			to: top + start + height,
			isEmpty,
		})),
		height: top + length,
		columns: columns.map((article) => ({ label: String(article), x: columnAt(article) })),
		reports: placed.flatMap(({ articles, titleAt }) =>
			articles
				.filter((article) => columns.includes(article))
				.map((article) => ({ x: columnAt(article), y: titleAt + line / 2 })),
		),
	};
}

/** A stretch of the line: a year with events, or years without any in a row. */
type Segment = { year: number; years: number; start: number; height: number; isEmpty: boolean };

/** Make the scale of the line, from the first year of `rows` to the end of the last. */
function scaleTime(rows: readonly { first: number; last: number; middle: number; size: number }[]) {
	const yearOf = (time: number) => new Date(time).getUTCFullYear();
	const first = yearOf(Math.min(...rows.map((row) => row.first)));
	const last = yearOf(Math.max(...rows.map((row) => row.last)));
	const sizes = new Map<number, number>();
	for (const { middle, size } of rows)
		sizes.set(yearOf(middle), (sizes.get(yearOf(middle)) ?? 0) + size);
	const segments: Segment[] = [];
	for (let year = first, start = 0; year <= last;) {
		const size = sizes.get(year);
		const years = size === undefined ? countWithout(sizes, year, last) : 1;
		const height = size ?? EMPTY_HEIGHT;
		segments.push({ year, years, start, height, isEmpty: size === undefined });
		year += years;
		start += height;
	}
	const heightOf = (time: number) => {
		const segment = segments.findLast(({ year }) => Date.UTC(year) <= time) ?? segments[0];
		if (!segment) return 0;
		const [from, to] = [Date.UTC(segment.year), Date.UTC(segment.year + segment.years)];
		return segment.start + ((time - from) / (to - from)) * segment.height;
	};
	return { segments, length: segments.reduce((sum, { height }) => sum + height, 0), heightOf };
}

/** Count the years from `year` on, up to `last`, that have no events. */
function countWithout(sizes: ReadonlyMap<number, number>, year: number, last: number): number {
	let count = 0;
	while (year + count <= last && !sizes.has(year + count)) count++;
	return count;
}
