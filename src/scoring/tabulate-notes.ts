import type { ArticleEntry, Note } from '../model/article.ts';
import {
	dimensionOf,
	dimensions,
	severities,
	typology,
	type Dimension,
	type Severity,
	type TypeId,
} from '../model/typology.ts';

/** How many notes one thing has (an article, an engine profile, a construction, a type), in three ways. */
export type Tally = {
	/** What the notes were counted for: an article's number, a profile, the id of a term or type. */
	id: string;
	/** Articles that were counted in, with the words of their captured texts. */
	articles: number;
	words: number;
	notes: number;
	bySeverity: Record<Severity, number>;
	byFamily: Record<Dimension, number>;
	byType: Record<TypeId, number>;
};

type Counted = Pick<ArticleEntry, 'number' | 'words'> & {
	notes: readonly Pick<Note, 'type' | 'severity' | 'term'>[];
	record: Pick<ArticleEntry['record'], 'verdict' | 'engine'>;
};

/** Some notes of an article, with the words of the whole. */
type Part = Pick<Counted, 'words' | 'notes'>;

/** Count each article's notes; the article that came last into the archive is first. */
export function tabulateByArticle(articles: readonly Counted[]): Tally[] {
	return articles
		.toSorted((a, b) => b.number - a.number)
		.map((article) => tally(String(article.number), [article]));
}

/** Count the notes of each engine profile, the one with most notes first; native texts have no engine. */
export function tabulateByEngine(articles: readonly Counted[]): Tally[] {
	const translated = articles.filter(({ record }) => record.verdict !== 'native');
	const byProfile = Map.groupBy(translated, ({ record }) => record.engine.profile);
	return sortByNotes([...byProfile].map(([profile, made]) => tally(profile, made)));
}

/**
 * Count the notes that name each term, the one with most notes first. Articles and words are those of the
 * articles in which the term was noted; terms without notes are left out.
 */
export function tabulateByTerm(articles: readonly Counted[]): Tally[] {
	return sortByNotes(tallyByKey(articles, ({ term }) => term));
}

/** Count the notes of each type in the typology's order; types without notes are left out. */
export function tabulateByType(articles: readonly Counted[]): Tally[] {
	const tallies = new Map(tallyByKey(articles, ({ type }) => type).map((row) => [row.id, row]));
	return typology.flatMap(({ id }) => tallies.get(id) ?? []);
}

/** Part each article's notes by a key, and tally each key over the articles that have it. */
function tallyByKey(
	articles: readonly Counted[],
	keyOf: (note: Counted['notes'][number]) => string | undefined,
): Tally[] {
	const parts = new Map<string, Part[]>();
	for (const { words, notes: all } of articles) {
		for (const [key, notes] of Map.groupBy(all, keyOf)) {
			if (key === undefined) continue;
			const part = parts.get(key) ?? [];
			part.push({ words, notes });
			parts.set(key, part);
		}
	}
	return [...parts].map(([key, parted]) => tally(key, parted));
}

function tally(id: string, articles: readonly Part[]): Tally {
	const notes = articles.flatMap((article) => article.notes);
	return {
		id,
		articles: articles.length,
		words: articles.reduce((sum, { words }) => sum + words, 0),
		notes: notes.length,
		bySeverity: countBy(NONE.severity, notes, ({ severity }) => severity),
		byFamily: countBy(NONE.family, notes, ({ type }) => dimensionOf(type)),
		byType: countBy(NONE.type, notes, ({ type }) => type),
	};
}

/** No note of any kind: what counting begins with, for every article anew. */
const NONE = {
	severity: zeroOf(severities),
	family: zeroOf(Object.keys(dimensions) as Dimension[]),
	type: zeroOf(typology.map(({ id }) => id)),
};

function zeroOf<Key extends string>(keys: readonly Key[]): Record<Key, number> {
	return Object.fromEntries(keys.map((key) => [key, 0])) as Record<Key, number>;
}

function countBy<Key extends string, Value>(
	none: Record<Key, number>,
	values: readonly Value[],
	keyOf: (value: Value) => Key,
): Record<Key, number> {
	const counts = { ...none };
	for (const value of values) counts[keyOf(value)] += 1;
	return counts;
}

/** Most notes first; of as many, in the order of their ids. */
function sortByNotes(tallies: readonly Tally[]): Tally[] {
	return tallies.toSorted((a, b) => b.notes - a.notes || (a.id < b.id ? -1 : 1));
}
