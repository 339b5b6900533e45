import type { ArticleSource } from '../../src/edition/read-archive.ts';
import type { DataFile, Position } from '../../src/edition/read-yaml.ts';

/**
 * What authors wrote, taken from files that their schema may refuse: one misspelt field must not make
 * every reference to the file look wrong as well.
 */

/** Take the value at `path` out of a file's data; returns nothing where there is none. */
export function writtenAt(
	file: Pick<DataFile<unknown>, 'data'>,
	path: readonly PropertyKey[],
): unknown {
	return path.reduce<unknown>(
		(value, key) => (isGroup(value) && Object.hasOwn(value, key) ? value[key] : undefined),
		file.data,
	);
}

/** Take the texts of a list at `path`, each with what tells its place. */
export function writtenList(
	file: DataFile<unknown>,
	path: readonly PropertyKey[],
): { text: string; at: () => Position }[] {
	const list = writtenAt(file, path);
	if (!Array.isArray(list)) return [];
	return list.flatMap((text: unknown, index) =>
		typeof text === 'string' ? [{ text, at: () => file.locate([...path, index]) }] : [],
	);
}

/** A thing with a name of its own, such as a term or an event. */
export type WrittenName = { id: string; index: number; at: () => Position };

/** List the ids of a file such as terms.yaml; returns nothing where the file is not a list. */
export function writtenNames(file: DataFile<unknown>): WrittenName[] | undefined {
	if (!Array.isArray(file.data)) return undefined;
	return file.data.flatMap((entry: unknown, index) => {
		const id = isGroup(entry) ? entry['id'] : undefined;
		return typeof id === 'string' ? [{ id, index, at: () => file.locate([index, 'id']) }] : [];
	});
}

const idsOf = new WeakMap<DataFile<unknown>, Set<string> | undefined>();

/** Take the ids of a file such as terms.yaml; returns nothing where the file is not a list. */
export function writtenIds(file: DataFile<unknown>): Set<string> | undefined {
	// Every article asks for them.
	if (idsOf.has(file)) return idsOf.get(file);
	const names = writtenNames(file);
	const ids = names && new Set(names.map(({ id }) => id));
	idsOf.set(file, ids);
	return ids;
}

/** Take an article's accession number as its record has it, or as its folder has it where the record cannot be read. */
export function writtenNumber({ name, record }: Numbered): number | undefined {
	const number =
		record.data === undefined
			? Number(/^[1-9]\d{0,8}(?=-)/.exec(name)?.[0])
			: writtenAt(record, ['number']);
	return typeof number === 'number' && Number.isSafeInteger(number) ? number : undefined;
}

/** An article, written here or imported. */
export type Numbered = {
	name: string;
	record: Pick<DataFile<unknown>, 'path' | 'data' | 'fileFault' | 'locate'>;
};

const byNumber = new WeakMap<object, Map<number | undefined, Numbered[]>>();

/** Find the articles with an accession number: one, unless two were given the same. */
export function findArticles<Article extends Numbered>(
	{ articles }: { articles: readonly Article[] },
	number: number,
): Article[] {
	const known = byNumber.get(articles) ?? Map.groupBy(articles, writtenNumber);
	byNumber.set(articles, known);
	return (known.get(number) ?? []) as Article[];
}

/** List the ids of an article's notes, also of notes that their schema refuses. */
export function writtenNoteIds({ commentary }: ArticleSource): string[] {
	return commentary.written.flatMap(({ element, attributes: { id } }) =>
		element === 'Note' && typeof id === 'string' ? [id] : [],
	);
}

/** Say whether an article's commentary could be read, so that what it lacks is really lacking. */
export function isCommentaryRead({ commentary }: ArticleSource): boolean {
	return commentary.file !== undefined && !commentary.faults.some(({ kind }) => kind === 'syntax');
}

function isGroup(value: unknown): value is { [key: PropertyKey]: unknown } {
	return typeof value === 'object' && value !== null;
}
