import type { ArchiveSource, ArticleSource } from '../../src/edition/read-archive.ts';
import { addressOf } from '../../src/model/article.ts';
import { writtenNoteIds, writtenNumber } from '../evidence/written-data.ts';

/** No more words of a quote go into an id. */
const MAX_WORDS = 5;

const cyrillic: { [letter: string]: string } = Object.fromEntries(
	[
		['абвгдезийклмнопрстуфхцыэіїј', 'a b v g d e z i y k l m n o p r s t u f kh ts y e i yi j'],
		['жчшщъьюяёђћџљњєґ', 'zh ch sh shch   yu ya yo dj c dz lj nj ye g'],
	].flatMap(([letters = '', latin = '']) =>
		Array.from(letters).map((letter, index) => [letter, latin.split(' ')[index] ?? '']),
	),
);

/**
 * Choose an id for a new note from the words that it quotes: one that no note of the article has, had in a
 * frozen revision or was published with, withdrawn ones included.
 */
export function chooseId(archive: ArchiveSource, article: ArticleSource, captured: string): string {
	const words = captured
		.toLowerCase()
		.replace(/[а-яёђћџљњєґіїј]/g, (letter) => cyrillic[letter] ?? '')
		.normalize('NFKD')
		.replace(/[\p{M}'’]/gu, '')
		.match(/[a-z0-9]+/g);
	const name = words?.slice(0, MAX_WORDS).join('-') ?? 'note';
	const used = listUsedIds(archive, article);
	for (let count = 1; ; count++) {
		const id = count === 1 ? name : `${name}-${count}`;
		if (!used.has(id)) return id;
	}
}

function listUsedIds(
	{ permalinks, revisions }: ArchiveSource,
	article: ArticleSource,
): ReadonlySet<string> {
	const number = writtenNumber(article) ?? 0;
	const home = addressOf.article(number);
	const published = (permalinks.value ?? [])
		.filter(({ url }) => url.startsWith(home))
		.flatMap((entry) => JSON.stringify(entry).match(/(?<=\/n\/|note-)[a-z0-9-]+/g) ?? []);
	return new Set([
		...writtenNoteIds(article),
		...revisions
			.filter((revision) => revision.article === number)
			.flatMap(({ source }) => writtenNoteIds(source)),
		...published,
	]);
}
