import * as Plot from '@observablehq/plot';
import { roundBand, type Band } from '../scoring/score-card.ts';
import { finishChart, joinInLink, listDrawn, makeDocument } from './finish-chart.ts';
import { formatFigure } from './format-figure.ts';

/** A score as a line from its low to its high end. */
export type BandRow = {
	id: string;
	label: string;
	name: string;
	/** Where the label and the line lead, from the site's root. */
	path: string;
	scorePath: string;
	band: Band;
	/** The names of the figures at its ends. */
	figures: { low: string; high: string };
	/** Critical notes; where there are any, the text fails and its line is red. */
	critical: number;
	criticalFigure: string;
	criticalPath: string;
};

const SVG = 'http://www.w3.org/2000/svg';

/** Pixels; narrow enough for the smallest page. */
const WIDTH = 288;
const ROW_HEIGHT = 68;
const HEAD_HEIGHT = 24;

/**
 * Draw scores as an SVG, one line to a row, between the marks for 0 and 100; a score below 0 stands left of
 * the mark. Ends are rounded as everywhere.
 */
export function drawBands(
	rows: readonly BandRow[],
	name: string,
	link: (path: string) => string,
): string {
	const lines = rows.map((row) => ({ ...row, ...roundBand(row.band) }));
	const doubtful = lines.filter(({ low, high }) => low !== high);
	const failing = lines.filter(({ critical }) => critical > 0);
	const text = { fontSize: 13, y: 'id' } as const;
	const ends = { ...text, dy: 21, href: ({ scorePath }: BandRow) => link(scorePath) } as const;
	const svg = Plot.plot({
		document: makeDocument(),
		width: WIDTH,
		height: HEAD_HEIGHT + lines.length * ROW_HEIGHT,
		marginTop: HEAD_HEIGHT,
		marginBottom: 0,
		marginLeft: 36,
		marginRight: 30,
		x: { domain: [Math.min(0, ...lines.map(({ low }) => low)), 100], axis: null },
		y: { type: 'band', domain: lines.map(({ id }) => id), axis: null, padding: 0 },
		marks: [
			...[0, 100].map((end) =>
				Plot.tickX(lines, {
					className: 'base',
					x: () => end,
					y: 'id',
					insetTop: 47,
					insetBottom: 7,
				}),
			),
			Plot.text([0, 100], {
				className: 'head',
				x: (end: number) => end,
				frameAnchor: 'top',
				lineAnchor: 'bottom',
				dy: -6,
				fontSize: 13,
			}),
			Plot.ruleY(lines, { className: 'band', y: 'id', x1: 'low', x2: 'high', dy: 21 }),
			Plot.text(lines, {
				className: 'row',
				...text,
				text: ({ label, name: more }: BandRow) => `${label}  ${more}`,
				href: ({ path }: BandRow) => link(path),
				frameAnchor: 'left',
				dx: -36,
				dy: -21,
				textOverflow: 'ellipsis-end',
				lineWidth: 19,
			}),
			Plot.text(failing, {
				className: 'fails',
				...text,
				text: ({ critical }: BandRow) => `${critical} critical: fails`,
				href: ({ criticalPath }: BandRow) => link(criticalPath),
				frameAnchor: 'left',
				dx: -36,
				dy: -1,
			}),
			Plot.text(lines, {
				className: 'low',
				...ends,
				x: 'low',
				text: ({ low }: Band) => formatFigure(low),
				textAnchor: 'end',
				dx: -6,
			}),
			Plot.text(doubtful, {
				className: 'high',
				...ends,
				x: 'high',
				text: ({ high }: Band) => formatFigure(high),
				textAnchor: 'start',
				dx: 6,
			}),
		],
	});
	const [bands, lows, highs] = [
		listDrawn(svg, 'band', 'line'),
		listDrawn(svg, 'low', 'text'),
		listDrawn(svg, 'high', 'text'),
	];
	lines.forEach((line, at) => {
		const { label, low, high, figures, critical } = line;
		const [band, lowText] = [bands[at], lows[at]];
		if (!band || !lowText) throw new Error('A chart drew fewer lines than it was given.');
		const highText = highs[doubtful.indexOf(line)];
		const tone = critical > 0 ? 'critical' : 'plain';
		const what = highText ? `low end of the score of ${label}` : `score of ${label}`;
		lowText.setAttribute('data-figure', figures.low);
		joinInLink(lowText, [band], `${formatFigure(low)}: ${what}`).setAttribute('class', tone);
		if (!highText) return;
		highText.setAttribute('data-figure', figures.high);
		joinInLink(highText, [], `${formatFigure(high)}: high end of the score of ${label}`);
	});
	listDrawn(svg, 'fails', 'text').forEach((drawn, at) => {
		const { critical, criticalFigure } = failing[at] ?? {};
		const number = svg.ownerDocument.createElementNS(SVG, 'tspan');
		number.setAttribute('data-figure', criticalFigure ?? '');
		number.textContent = String(critical);
		drawn.textContent = ' critical: fails';
		drawn.prepend(number);
	});
	for (const drawn of listDrawn(svg, 'head', 'text'))
		drawn.setAttribute('data-figure', `scale.${drawn.textContent}`);
	return finishChart(svg, name);
}
