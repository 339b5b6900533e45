import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import {
	layoutTimeline,
	measures,
	type TimelineEvent,
	type TimelineSize,
} from './layout-timeline.ts';

const { line, years, spine, labels, top, bottom } = measures;

/**
 * Draw events, sorted by date, along a line of time that runs down the page; threads lead from the line to
 * labels that had to move. Returns SVG without any style of its own: classes say what is what.
 */
export function drawTimeline(events: readonly TimelineEvent[], size: TimelineSize): string {
	const { rows, segments, height, columns, reports } = layoutTimeline(events, size);
	const rowEnds = columns.length > 0 ? rows.slice(0, -1) : [];
	const svg = Plot.plot({
		document: parseHTML('<!doctype html><html><body></body></html>').document,
		className: 'timeline',
		width: size.width,
		height: height + bottom,
		margin: 0,
		x: { type: 'identity', axis: null },
		y: { type: 'identity', axis: null },
		marks: [
			Plot.ruleX(
				segments.filter(({ isEmpty }) => !isEmpty),
				{
					x: spine,
					y1: 'from',
					y2: 'to',
					className: 'spine',
				},
			),
			Plot.ruleX(
				segments.filter(({ isEmpty }) => isEmpty),
				{
					x: spine,
					y1: 'from',
					y2: 'to',
					className: 'spine broken',
				},
			),
			Plot.ruleY(segments, { x1: spine - 5, x2: spine, y: 'from', className: 'spine' }),
			Plot.text(segments, {
				x: years,
				y: 'from',
				text: 'year',
				textAnchor: 'end',
				className: 'years',
			}),
			Plot.ruleY(rowEnds, { x1: labels, x2: size.width, y: 'end', className: 'rows' }),
			Plot.link(rows, {
				x1: spine,
				x2: labels - 6,
				y1: 'at',
				y2: 'dateAt',
				curve: 'bump-x',
				className: 'threads',
			}),
			Plot.ruleX(rows, { x: spine, y1: 'from', y2: 'to', className: 'extents' }),
			Plot.dot(rows, { x: spine, y: 'at', r: 3, className: 'dots' }),
			Plot.text(rows, {
				x: labels,
				y: 'dateAt',
				text: 'date',
				textAnchor: 'start',
				className: 'dates',
			}),
			Plot.text(rows, {
				x: labels,
				y: 'titleAt',
				text: ({ lines }: (typeof rows)[number]) => lines.join('\n'),
				href: 'href',
				textAnchor: 'start',
				lineAnchor: 'top',
				fontSize: 14,
				lineHeight: line / 14,
				className: 'titles',
			}),
			Plot.text(columns, { x: 'x', y: top / 2, text: 'label', className: 'years' }),
			Plot.dot(reports, { x: 'x', y: 'y', r: 3.5, className: 'reports' }),
		],
	});
	// Plot names each group for its kind of mark, which says nothing to a listener.
	for (const group of svg.querySelectorAll('g[aria-label]')) group.removeAttribute('aria-label');
	for (const style of svg.querySelectorAll('style')) style.remove();
	return svg.outerHTML;
}
