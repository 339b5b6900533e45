import { parseHTML } from 'linkedom';
import { parseCsv } from './parse-csv.ts';

/** A figure as it was printed: in a page, in one of its drawings, or in a table file. */
export type Printed = {
	file: string;
	name: string;
	/** The characters that a reader sees, and the number that a program reads, where the page gives both. */
	text: string;
	value: string | undefined;
	isDrawn: boolean;
};

/** Take the named figures out of a page. */
export function printedInPage(file: string, document: Document): Printed[] {
	return [...document.querySelectorAll('[data-figure]')].map((element) => ({
		file,
		name: element.getAttribute('data-figure') ?? '',
		text: visibleText(element),
		value: element.getAttribute('value') ?? undefined,
		isDrawn: element.closest('svg') !== null,
	}));
}

/** Take the figures out of a file of tallies or of scores; each is named for its row and column. */
export function printedInCsv(file: string, text: string): Printed[] {
	const [header = [], ...rows] = parseCsv(text);
	const table = file.slice(file.lastIndexOf('/') + 1, -'.csv'.length);
	return rows.flatMap((row) => {
		if (row.length !== header.length)
			throw new Error(
				`${file} has a line of ${row.length} values; its header has ${header.length}.`,
			);
		return header.flatMap((column, at) => {
			const value = row[at] ?? '';
			const name =
				table === 'scores'
					? nameOfScore(row[0] ?? '', column)
					: `${table}.${row[0] ?? ''}.${column}`;
			if (name === undefined || ['id', 'label'].includes(column) || value === '') return [];
			return { file, name, text: value.replace('-', '−'), value, isDrawn: false };
		});
	});
}

/** Parse a page of the built site. */
export function parsePage(html: string): Document {
	return parseHTML(html).document;
}

/** The text of an element as it is seen: without the titles of a drawing. */
export function visibleText(element: Element): string {
	const copy = element.cloneNode(true) as Element;
	for (const title of copy.querySelectorAll('title')) title.remove();
	return copy.textContent.trim();
}

function nameOfScore(article: string, column: string): string | undefined {
	const end = /^(score|capture|wmt)_(low|high)$/.exec(column);
	if (end) return `article-${article}.${end[1] ?? ''}.${end[2] ?? ''}`;
	if (column === 'words') return `article-${article}.words`;
	return column === 'critical' ? `article-${article}.score.critical` : undefined;
}
