import { expect, test } from 'vitest';
import { drawBands, type BandRow } from '../../../src/components/draw-bands.ts';
import { drawBars } from '../../../src/components/draw-bars.ts';
import type { Grid } from '../../../src/components/quality-grid.ts';
import {
	allElements,
	attributeOf,
	elementsNamed,
	parseHtml,
	textContentOf,
} from '../parse-html.ts';

const link = (path: string) => `..${path}`;
const cell = (row: string, column: string, count: number) => ({
	row,
	column,
	count,
	figure: `by-article.${row}.${column}`,
	path: `/types/${column}/`,
});
const grid: Grid = {
	rows: [
		{ id: '2', label: 'No. 2', name: 'A & <b>', path: '/a/2/' },
		{ id: '1', label: 'обход', lang: 'ru' },
	],
	columns: [
		{ id: 'style', label: 'Style' },
		{ id: 'critical', label: 'critical', tone: 'critical' },
	],
	cells: [
		cell('2', 'style', 8),
		cell('1', 'style', 2),
		cell('2', 'critical', 0),
		cell('1', 'critical', 4),
	],
};
const bars = () => parseHtml(drawBars(grid, 'Notes', { columnWidth: 100, headHeight: 20 }, link));

const row = (id: string, low: number, high: number, critical: number): BandRow => ({
	id,
	label: `No. ${id}`,
	name: 'Title',
	path: `/a/${id}/`,
	scorePath: `/a/${id}/#scores`,
	band: { low, high },
	figures: { low: `${id}.low`, high: `${id}.high` },
	critical,
	criticalFigure: `${id}.critical`,
	criticalPath: `/a/${id}/#counted-critical`,
});
const bands = () =>
	parseHtml(drawBands([row('2', -12.5, 40.2, 3), row('1', 90, 90, 0)], 'Scores', link));

const figuresOf = (tree: ReturnType<typeof parseHtml>) =>
	allElements(tree)
		.filter((element) => attributeOf(element, 'data-figure') !== undefined)
		.map((element) => [attributeOf(element, 'data-figure'), textContentOf(element)]);

test('each number stands with its bar in one link that says what it counts', () => {
	const links = elementsNamed(bars(), 'a').filter((a) => elementsNamed(a, 'rect').length > 0);
	expect(
		links.map((a) => [attributeOf(a, 'href'), attributeOf(a, 'aria-label'), textContentOf(a)]),
	).toEqual([
		['../types/style/', '8 notes: No. 2, Style', '8'],
		['../types/style/', '2 notes: обход, Style', '2'],
		['../types/critical/', '4 notes: обход, critical', '4'],
	]);
	expect(links.map((a) => attributeOf(a, 'class'))).toEqual(['plain', 'plain', 'critical']);
});

test('bars are to one scale in all columns', () => {
	const widths = elementsNamed(bars(), 'rect').map((rect) => Number(attributeOf(rect, 'width')));
	expect(widths.map((width) => width / (widths[1] ?? 0))).toEqual([4, 1, 2]);
});

test('every number of a chart is a named figure, and nothing is drawn for none', () => {
	expect(figuresOf(bars())).toEqual([
		['by-article.2.style', '8'],
		['by-article.1.style', '2'],
		['by-article.1.critical', '4'],
	]);
});

test('a score is drawn with both ends, one number where nothing is in doubt, and what overrides it', () => {
	expect(figuresOf(bands()).sort()).toEqual(
		[
			['1.low', '90'],
			['2.critical', '3'],
			['2.high', '41'],
			['2.low', '−13'],
			['scale.0', '0'],
			['scale.100', '100'],
		].sort(),
	);
	expect(
		elementsNamed(bands(), 'a')
			.map((a) => attributeOf(a, 'aria-label'))
			.filter(Boolean),
	).toEqual([
		'−13: low end of the score of No. 2',
		'90: score of No. 1',
		'41: high end of the score of No. 2',
	]);
});

test('a chart has no style of its own, no sheet, no markup out of its labels, and a name', () => {
	for (const tree of [bars(), bands()]) {
		for (const element of allElements(tree)) {
			expect(element.tagName).not.toMatch(/^(?:style|script|b)$/);
			expect(attributeOf(element, 'style')).toBeUndefined();
		}
		const [svg] = elementsNamed(tree, 'svg');
		expect(svg && attributeOf(svg, 'role')).toBe('group');
		expect(svg && attributeOf(svg, 'aria-label')).toMatch(/^(?:Notes|Scores)$/);
	}
});

test('a word of the source says its language', () => {
	const words = elementsNamed(bars(), 'text').filter((text) => attributeOf(text, 'lang') === 'ru');
	expect(words.map(textContentOf)).toEqual(['обход']);
});
