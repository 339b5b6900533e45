import type { ArchiveSource, ArticleSource } from '../../src/edition/read-archive.ts';
import { isUnwritten } from '../../src/model/unwritten.ts';
import { countOf } from './show.ts';

/** Something that the editors have not written yet: no fault, but nothing to be released either. */
export type Unwritten = { file: string; line: number; column: number; what: string };

/** List what is still to be written, one line for each reading version, each record and each outlet. */
export function listUnwritten(archive: ArchiveSource): Unwritten[] {
	return [...archive.articles.flatMap(listUnwrittenIn), ...listUnwrittenOutlets(archive)];
}

/** List what is still to be written of an article, unless it was withdrawn. */
export function listUnwrittenIn(article: ArticleSource): Unwritten[] {
	return article.record.value?.withdrawn ? [] : [...inRecord(article), ...inReading(article)];
}

function inReading({ reading }: ArticleSource): Unwritten[] {
	const { paragraphs, path: file } = reading;
	const unwritten = paragraphs.filter(({ text }) => isUnwritten(text));
	const [first] = unwritten;
	if (!first) return [];
	const what = `${unwritten.length} of ${countOf(paragraphs.length, 'paragraph')} of the reading version`;
	return [{ file, line: first.line, column: 1, what }];
}

/** List the outlets that are still to be described. */
export function listUnwrittenOutlets({ outlets }: Pick<ArchiveSource, 'outlets'>): Unwritten[] {
	return (outlets.value ?? []).flatMap(({ id, description }, index) =>
		isUnwritten(description)
			? [
					{
						file: outlets.path,
						...outlets.locate([index, 'description']),
						what: `the description of ${id}`,
					},
				]
			: [],
	);
}

function inRecord({ record }: ArticleSource): Unwritten[] {
	const walk = (value: unknown, path: PropertyKey[]): PropertyKey[][] => {
		if (typeof value === 'string') return isUnwritten(value) ? [path] : [];
		if (typeof value !== 'object' || value === null) return [];
		return Object.entries(value).flatMap(([key, inner]) => walk(inner, [...path, key]));
	};
	const paths = walk(record.value, []);
	const [first] = paths;
	if (!first) return [];
	const what = paths.map((path) => path.join('.')).join(', ');
	return [{ file: record.path, ...record.locate(first), what }];
}

/** Format what is still to be written for a terminal, each with its place, then what comes of it. */
export function formatUnwritten(unwritten: readonly Unwritten[]): string {
	const lines = unwritten.map(
		({ file, line, column, what }) => `${file}:${line}:${column}  not written yet: ${what}`,
	);
	return `${lines.join('\n')}\n${countOf(unwritten.length, 'place')} to be written; pages say so, and npm run release waits for it.`;
}
