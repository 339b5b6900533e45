import type { Compare } from './check-phrases.ts';
import {
	findExpected,
	families,
	severities,
	type ArticleRow,
	type Expected,
} from './expected-figures.ts';
import { visibleText } from './printed-figures.ts';

export type DrawingsToCheck = {
	file: string;
	document: Document;
	articles: readonly ArticleRow[];
	expected: Expected;
	compare: Compare;
};

/**
 * Look for what a page's drawings say beside their figures: a number that is neither a figure nor part of a
 * known name, a bar whose length is not to scale, a link that speaks another number than it shows, and a
 * count that was not drawn. Returns what is wrong.
 */
export function checkDrawings({
	file,
	document,
	articles,
	expected,
	compare,
}: DrawingsToCheck): string[] {
	const known = listKnownNames(document, articles);
	const complaints: string[] = [];
	for (const drawing of document.querySelectorAll('svg')) {
		for (const text of drawing.querySelectorAll('text:not([data-figure])')) {
			const words = [...text.childNodes]
				.filter(isNoFigure)
				.map(({ textContent }) => textContent)
				.join('');
			// A drawing breaks lines and cuts names short; blanks say nothing here.
			const start = withoutBlanks(words).replace(/…$/, '');
			if (/\p{N}/u.test(words) && !known.some((name) => name.startsWith(start)))
				complaints.push(`${file}: a drawing says “${words}”, which is no figure and no name`);
		}
		let scale: number | undefined;
		for (const figure of drawing.querySelectorAll('a > text[data-figure]')) {
			const name = figure.getAttribute('data-figure') ?? '';
			const bar = figure.parentElement?.querySelector('rect');
			const spoken = /^\d+/.exec(figure.parentElement?.getAttribute('aria-label') ?? '')?.[0];
			if (!bar) continue;
			compare(`${file}, ${name}, as spoken`, spoken ?? 'nothing', visibleText(figure));
			const perNote = Number(bar.getAttribute('width')) / (findExpected(expected, name) ?? NaN);
			scale ??= perNote;
			// Lengths are drawn to a hundredth of a pixel.
			compare(
				`${file}, ${name}, length of the bar`,
				Math.abs(perNote - scale) < 0.011 ? 'to scale' : 'not to scale',
				'to scale',
			);
		}
	}
	return [...complaints, ...listUndrawn(file, document, expected)];
}

function withoutBlanks(text: string | null): string {
	return (text ?? '').replace(/\s+/g, '');
}

function isNoFigure(node: Node): boolean {
	const name = node.nodeName.toLowerCase();
	return name !== 'title' && !(node as Partial<Element>).hasAttribute?.('data-figure');
}

/** What has a row in a chart has all its counts there. */
function listUndrawn(file: string, document: Document, { figures, zeroes }: Expected): string[] {
	const drawn = new Set(
		[...document.querySelectorAll('svg [data-figure]')].map(
			(element) => element.getAttribute('data-figure') ?? '',
		),
	);
	const rows = new Set([...drawn].map((name) => name.slice(0, name.lastIndexOf('.'))));
	const columnsOf = (row: string) => [
		...severities,
		...(row.startsWith('by-type.') ? [] : families),
	];
	return [...rows]
		.filter((row) => zeroes.has(row))
		.flatMap((row) => columnsOf(row).map((column) => `${row}.${column}`))
		.filter((name) => (figures.get(name) ?? 0) > 0 && !drawn.has(name))
		.map((name) => `${file}: ${name} is not drawn`);
}

/**
 * Names that may have digits in them: of articles, of engine profiles, those of the page's own tables, and
 * the dates in these, with the years from the first to the last.
 */
function listKnownNames(document: Document, articles: readonly ArticleRow[]): string[] {
	return [
		...articles.map(({ article, supplied_title }) => `No. ${article} ${supplied_title}`),
		...articles.map(({ article }) => String(article)),
		...articles.map(({ engine_profile }) => engine_profile),
		...[...document.querySelectorAll('table :is(th[scope=row], td.date)')].map(
			(cell) => cell.textContent,
		),
		...listYears(document),
	].map(withoutBlanks);
}

function listYears(document: Document): string[] {
	const years = [...document.querySelectorAll('table td.date')].flatMap((cell) =>
		(cell.textContent.match(/\b\d{4}\b/g) ?? []).map(Number),
	);
	const [first, last] = [Math.min(...years), Math.max(...years)];
	return years.length === 0
		? []
		: Array.from({ length: last - first + 1 }, (_, index) => String(first + index));
}
