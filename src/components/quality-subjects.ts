import { addressOf, type ArticleEntry } from '../model/article.ts';
import type { Term } from '../model/authorities.ts';
import { describeType, type TypeId } from '../model/typology.ts';
import type { Tally } from '../scoring/tabulate-notes.ts';
import type { Counted, Subject } from './quality-grid.ts';

/** The things that the quality page counts notes by, with where their numbers lead. */

/** Articles: a severity leads to the article's own list, a type to the article's place in the type's page. */
export function articleSubject(articles: readonly ArticleEntry[]): Subject {
	const titles = new Map(articles.map(({ number, record }) => [number, record.title.supplied]));
	return {
		table: 'by-article',
		headingOf: ({ id }) => ({
			id,
			label: `No. ${id}`,
			name: titles.get(Number(id)),
			path: addressOf.article(Number(id)),
		}),
		pathOf: ({ id }, counted) =>
			counted.by === 'severity'
				? addressOf.counted(Number(id), counted.severity)
				: counted.by === 'type'
					? `${addressOf.type(counted.type)}#article-${id}`
					: listOf(counted),
	};
}

/** Engine profiles, which have no pages of their own. */
export const engineSubject: Subject = {
	table: 'by-engine',
	headingOf: ({ id }) => ({ id, label: id }),
	pathOf: (_tally, counted) => listOf(counted),
};

/** Recurring words and constructions of the source. */
export function termSubject(terms: ReadonlyMap<string, Term>): Subject {
	return {
		table: 'by-term',
		headingOf: ({ id }) => ({
			id,
			label: terms.get(id)?.source ?? id,
			lang: terms.get(id)?.language,
			path: addressOf.term(id),
		}),
		pathOf: ({ id }: Tally) => addressOf.term(id),
	};
}

/** Error types, over all articles. */
export const typeSubject: Subject = {
	table: 'by-type',
	headingOf: ({ id }) => ({
		id,
		label: describeType(id as TypeId).label,
		path: addressOf.type(id),
	}),
	pathOf: ({ id }) => addressOf.type(id),
};

/** The page that lists the notes of a severity, family or type. */
function listOf(counted: Counted): string {
	switch (counted.by) {
		case 'severity':
			return `/notes/severity/${counted.severity}/`;
		case 'family':
			return addressOf.type(counted.family);
		case 'type':
			return addressOf.type(counted.type);
	}
}
