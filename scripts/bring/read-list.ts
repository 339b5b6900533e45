import { isAbsolute, relative, resolve, sep } from 'node:path';
import { parseCsv } from '../figures/parse-csv.ts';
import type { Choices } from './draft-article.ts';
import { Refusal } from './refusal.ts';

/** A row of a list: a file, from the list's folder, and what the curator says of it; empty cells say nothing. */
export type ListRow = { line: number; file: string; choices: Choices };

const columns: { [column: string]: keyof Choices } = {
	url: 'url',
	title: 'title',
	outlet: 'outlet',
	published: 'published',
	rights: 'rights',
	source_language: 'language',
	encoding: 'encoding',
};

/** Read a list of files in CSV, with the names of its columns in the first line; throws a Refusal for another file. */
export function readList(bytes: Uint8Array): ListRow[] {
	const [head, ...rows] = parse(bytes);
	const names = head?.map((name) => name.trim().toLowerCase()) ?? [];
	const stray = names.find((name) => name !== 'file' && !Object.hasOwn(columns, name));
	if (!names.includes('file') || stray !== undefined || new Set(names).size < names.length)
		throw new Refusal(
			`The list’s first line names its columns: file, and any of ${Object.keys(columns).join(', ')}, each once, with commas between.`,
		);
	if (rows.length === 0) throw new Refusal('The list names no file.');
	return rows.map((row, index) => {
		const line = index + 2;
		if (row.length !== names.length)
			throw new Refusal(
				`Row ${line} of the list has ${row.length} cells, its head ${names.length}.`,
			);
		const cells = new Map(names.map((name, at) => [name, row[at]?.trim() ?? '']));
		const choices: Choices = {};
		for (const [column, choice] of Object.entries(columns)) {
			const cell = cells.get(column);
			if (cell) choices[choice] = cell;
		}
		const file = cells.get('file') ?? '';
		if (file === '') throw new Refusal(`Row ${line} of the list names no file.`);
		return { line, file, choices };
	});
}

/** Find the file of a row; one outside of the list's folder is refused. */
export function resolveInFolder(folder: string, file: string): string {
	const path = resolve(folder, file);
	const way = relative(folder, path);
	if (way === '' || way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way))
		throw new Refusal('The file lies outside of the list’s folder.');
	return path;
}

function parse(bytes: Uint8Array): string[][] {
	try {
		const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
		return parseCsv(`${text.trimEnd().replace(/\r?\n/g, '\r\n')}\r\n`).filter((row) =>
			row.some((cell) => cell.trim() !== ''),
		);
	} catch {
		throw new Refusal('The list is not CSV in UTF-8.');
	}
}
