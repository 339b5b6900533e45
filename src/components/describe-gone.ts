import { addressOf, type Tombstone, type WithdrawnNote } from '../model/article.ts';

/** Say what is left of a withdrawn article, as the page at its address does. */
export function describeGoneArticle({ number, title, date, reason, replacedBy }: Tombstone) {
	return {
		what: `No. ${number}: ${title}`,
		date,
		reason,
		replacement:
			replacedBy === undefined
				? undefined
				: { label: `No. ${replacedBy}`, path: addressOf.article(replacedBy) },
		crumbs: [
			{ label: 'Articles', path: '/#articles' },
			{ label: `No. ${number}`, path: addressOf.article(number) },
		],
	};
}

/** Say what is left of a withdrawn note, as the page at its address does. */
export function describeGoneNote(number: number, { id, date, reason, replacedBy }: WithdrawnNote) {
	return {
		what: `Note ${id} on no. ${number}`,
		date,
		reason,
		replacement:
			replacedBy === undefined
				? undefined
				: { label: `note ${replacedBy}`, path: addressOf.notePage(number, replacedBy) },
		crumbs: [
			{ label: 'Articles', path: '/#articles' },
			{ label: `No. ${number}`, path: addressOf.article(number) },
			{ label: `Note ${id}`, path: addressOf.notePage(number, id) },
		],
	};
}
