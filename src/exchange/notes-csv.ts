import type { Note } from '../model/article.ts';
import { formatCsv, type CsvValue } from './format-csv.ts';
import {
	articleFields,
	articleRow,
	noteFields,
	noteRow,
	type ListedArticle,
} from './json-lines.ts';

/** Write articles as CSV, in the fields of `articleFields`; true and false are written out. */
export function articlesCsv(articles: readonly ListedArticle[], site: string): string {
	return formatRows(
		Object.keys(articleFields),
		articles.map((article) => articleRow(article, site)),
	);
}

/**
 * Write notes as CSV, in the fields of `noteFields`: what is null in JSON Lines is an empty cell. A text that
 * a spreadsheet would take for a formula begins with an apostrophe, as `formatCsv` says.
 */
export function notesCsv(
	notes: readonly { article: Pick<ListedArticle, 'number'>; note: Note }[],
	site: string,
): string {
	return formatRows(
		Object.keys(noteFields),
		notes.map(({ article, note }) => noteRow(article, note, site)),
	);
}

/** Write objects as CSV, a column for each of `fields`; a list is written as JSON. */
export function formatRows(
	fields: readonly string[],
	rows: readonly { [field: string]: unknown }[],
): string {
	return formatCsv(
		fields,
		rows.map((row) => fields.map((field) => cellOf(row[field]))),
	);
}

function cellOf(value: unknown): CsvValue {
	if (value === null || value === undefined) return undefined;
	if (typeof value === 'string' || typeof value === 'number') return value;
	return JSON.stringify(value);
}
