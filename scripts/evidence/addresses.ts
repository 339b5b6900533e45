import { addressOf } from '../../src/model/article.ts';
import { countPages, listNoteLists } from '../../src/search/note-lists.ts';
import type { ArchiveParts, OutlinedArchive } from '../checks/rule.ts';

/** The addresses that src/pages gives whatever the archive holds. */
export const fixedAddresses = [
	'/',
	'/offline/',
	'/search/',
	'/data/',
	'/data/annotations.jsonld',
	'/data/articles.csv',
	'/data/articles.jsonl',
	'/data/notes.csv',
	'/data/notes.jsonl',
	'/types/',
	'/quality/',
	'/quality/by-article.csv',
	'/quality/by-engine.csv',
	'/quality/by-term.csv',
	'/quality/by-type.csv',
	'/quality/scores.csv',
	'/suggestions/',
	'/suggestions/figures.jsonl',
	'/terms/',
	'/events/',
	'/people/',
	'/organisations/',
	'/outlets/',
	'/card.png',
	'/manifest.webmanifest',
] as const;

/** Names that a page cannot have: folders and files of the built site begin with them. */
export const takenNames: readonly string[] = [
	...new Set(fixedAddresses.map((address) => address.split('/')[1] ?? '').filter(Boolean)),
	'a',
	'feeds',
	'notes',
	'opensearch',
	'sitemap',
	'compare',
	'articles',
	'imported',
	'404',
	'index',
	'pagefind',
];

/** The pages that menus and other pages lead to. */
export const neededPages: readonly string[] = ['about', 'method', 'typology'];

/** List the addresses of the hand-written pages. */
export function listPageAddresses({ pages }: ArchiveParts): string[] {
	return pages.filter(({ file }) => file !== undefined).map(({ name }) => `/${name}/`);
}

/**
 * List the addresses of the lists of notes, page by page. Returns nothing where a commentary could not be
 * read, since its notes may be of any severity and confidence.
 */
export function listNoteAddresses({ articles }: OutlinedArchive): Set<string> | undefined {
	if (!articles.every(({ isCommentaryRead }) => isCommentaryRead)) return undefined;
	const notes = articles.flatMap(({ commentary }) =>
		commentary.notes.map(({ attributes }) => ({ note: attributes })),
	);
	return new Set(
		listNoteLists(notes).flatMap((list) =>
			Array.from({ length: countPages(list.count) }, (_, index) =>
				addressOf.notes(list, index + 1),
			),
		),
	);
}
