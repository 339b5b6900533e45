import * as Plot from '@observablehq/plot';
import { finishChart, joinInLink, listDrawn, makeDocument } from './finish-chart.ts';
import type { Grid, Heading } from './quality-grid.ts';
import { countOf } from './wording.ts';

/** Pixels. The label of a row stands above its bars unless there is room for it beside them. */
export type BarLayout = { columnWidth: number; headHeight: number; labelWidth?: number };

/** Room for the number after the longest bar. */
const NUMBER_WIDTH = 30;

/**
 * Draw a grid as an SVG: a column of bars for each of its columns, all to one scale, each bar with its number
 * and both a link to what they count. Cells with nothing to count stay empty.
 *
 * @param link makes addresses relative to the page
 */
export function drawBars(
	{ rows, columns, cells }: Grid,
	name: string,
	{ columnWidth, headHeight, labelWidth = 0 }: BarLayout,
	link: (path: string) => string,
): string {
	const isAbove = labelWidth === 0;
	const rowHeight = isAbove ? 46 : 24;
	const counted = cells.filter(({ count }) => count > 0);
	const most = Math.max(1, ...counted.map(({ count }) => count));
	const firstColumn = columns[0]?.id;
	const linkOf = ({ path }: Heading) => (path === undefined ? null : link(path));
	const inColumn = { fx: 'column', y: 'row' } as const;
	const inFirst = { fx: () => firstColumn, y: 'id' } as const;
	const bar = { top: isAbove ? 26 : 6, bottom: isAbove ? 8 : 6 };
	const svg = Plot.plot({
		document: makeDocument(),
		width: labelWidth + columns.length * columnWidth,
		height: headHeight + rows.length * rowHeight,
		marginTop: headHeight,
		marginBottom: 0,
		marginLeft: labelWidth,
		marginRight: 0,
		fx: { domain: columns.map(({ id }) => id), axis: null, padding: 0 },
		x: { domain: [0, (most * columnWidth) / (columnWidth - NUMBER_WIDTH)], axis: null },
		y: { domain: rows.map(({ id }) => id), axis: null, padding: 0 },
		marks: [
			Plot.tickX(cells, {
				className: 'base',
				...inColumn,
				x: () => 0,
				insetTop: bar.top - 3,
				insetBottom: bar.bottom - 3,
			}),
			Plot.text(columns, {
				className: 'head',
				fx: 'id',
				text: 'label',
				href: linkOf,
				frameAnchor: 'top-left',
				lineAnchor: 'bottom',
				dy: -6,
				fontSize: 13,
				lineWidth: columnWidth / 15,
			}),
			Plot.text(rows, {
				className: 'row',
				...inFirst,
				x: () => 0,
				text: ({ label, name: more }: Heading) => [label, more].filter(Boolean).join('  '),
				href: linkOf,
				fontSize: 13,
				textAnchor: isAbove ? 'start' : 'end',
				dx: isAbove ? 0 : -8,
				dy: isAbove ? -10 : 0,
				lineWidth: (isAbove ? columns.length * columnWidth : labelWidth) / 13,
				textOverflow: 'ellipsis-end',
			}),
			Plot.barX(counted, {
				className: 'bar',
				...inColumn,
				x: 'count',
				insetTop: bar.top,
				insetBottom: bar.bottom,
			}),
			Plot.text(counted, {
				className: 'count',
				...inColumn,
				x: 'count',
				text: ({ count }: { count: number }) => String(count),
				href: ({ path }: { path: string }) => link(path),
				fontSize: 13,
				textAnchor: 'start',
				dx: 5,
				dy: isAbove ? 9 : 0,
			}),
		],
	});
	const bars = listDrawn(svg, 'bar', 'rect');
	listDrawn(svg, 'count', 'text').forEach((text, at) => {
		const cell = counted[at];
		const rect = bars[at];
		if (!cell || !rect) throw new Error('A chart drew more numbers than it was given.');
		const column = columns.find(({ id }) => id === cell.column);
		const row = rows.find(({ id }) => id === cell.row);
		const what = `${countOf(cell.count, 'note')}: ${row?.label ?? ''}, ${column?.label ?? ''}`;
		joinInLink(text, [rect], what).setAttribute('class', column?.tone ?? 'plain');
		text.setAttribute('data-figure', cell.figure);
	});
	listDrawn(svg, 'row', 'text').forEach((text, at) => {
		const row = rows[at];
		if (row?.lang !== undefined) text.setAttribute('lang', row.lang);
	});
	return finishChart(svg, name);
}
