import type { ArticleSource } from '../../src/edition/read-archive.ts';
import type { DataFile, Position } from '../../src/edition/read-yaml.ts';
import type { Problem } from '../../src/model/problem.ts';
import type { ArticleOutline } from '../evidence/outline-article.ts';
import { cut, fileNameOf, listOf, quoted } from '../evidence/show.ts';
import { askForNearest } from '../evidence/suggest-names.ts';
import {
	findArticles,
	isCommentaryRead,
	writtenAt,
	writtenIds,
	writtenList,
	writtenNames,
	writtenNoteIds,
	writtenNumber,
} from '../evidence/written-data.ts';
import type { ArchiveParts, OutlinedArchive, Rule } from './rule.ts';

type Place = Position & { file: string };

export const rule: Rule = {
	id: 'references-are-known',
	states: 'Whatever a record, a point, an event or archive.yaml refers to is in the archive.',
	checkArticle: (article, archive) => [...checkNames(archive, article), ...checkPoints(article)],
	check: (archive) => [...checkExample(archive), ...checkReports(archive)],
};

/** Events, people, organisations and outlets that a record names. */
function checkNames(archive: ArchiveParts, { record }: ArticleSource): Problem[] {
	const lists = (['events', 'people', 'organisations'] as const).flatMap((field) => {
		const names = writtenIds(archive[field]);
		return writtenList(record, [field]).flatMap(({ text, at }) =>
			names && !names.has(text)
				? [describeUnknown(text, names, archive[field], { file: record.path, ...at() })]
				: [],
		);
	});
	const outlets = writtenIds(archive.outlets);
	const named = (['publisher', 'original'] as const).flatMap((field) => {
		const outlet = writtenAt(record, [field, 'outlet']);
		if (typeof outlet !== 'string' || outlet === 'unknown' || outlet === 'none') return [];
		if (!outlets || outlets.has(outlet)) return [];
		const place = { file: record.path, ...record.locate([field, 'outlet']) };
		return [describeUnknown(outlet, outlets, archive.outlets, place)];
	});
	return [...lists, ...named];
}

function describeUnknown(
	name: string,
	names: Iterable<string>,
	{ path }: DataFile<unknown>,
	place: Place,
): Problem {
	return {
		rule: rule.id,
		...place,
		message: `${quoted(name)} is not in ${fileNameOf(path)}.${askForNearest(name, names)}`,
		evidence: [],
		hint: `Write the id of an entry that is there, or add one to ${path}.`,
	};
}

function checkPoints(article: ArticleSource): Problem[] {
	const { commentary } = article;
	const notes = {
		commentary,
		noteIds: writtenNoteIds(article),
		isCommentaryRead: isCommentaryRead(article),
	};
	return commentary.points.flatMap(({ attributes: { note }, at }) =>
		checkNote(
			[notes],
			note,
			{ file: commentary.path, ...at('note') },
			`A point names the note ${quoted(note)}, which is not in this article.`,
		),
	);
}

/** The note shown on the home page. */
function checkExample(archive: OutlinedArchive): Problem[] {
	const { archive: file } = archive;
	const number = writtenAt(file, ['example', 'article']);
	const note = writtenAt(file, ['example', 'note']);
	if (typeof number !== 'number') return [];
	const at = (field: string) => ({ file: file.path, ...file.locate(['example', field]) });
	const articles = findArticles(archive, number);
	// An archive of nothing but imported articles has no note to show.
	if (archive.articles.length === 0 && archive.rated.length > 0) return [];
	if (articles.length === 0) return [unknownArticle(archive, number, 'The example', at('article'))];
	return typeof note === 'string'
		? checkNote(
				articles,
				note,
				at('note'),
				`The example names the note ${quoted(note)}, which is not in article ${number}.`,
			)
		: [];
}

/** The articles and paragraphs that report an event. */
function checkReports(archive: OutlinedArchive): Problem[] {
	const { events } = archive;
	return (writtenNames(events) ?? []).flatMap(({ id, index }) => {
		const reports = writtenAt(events, [index, 'reports']);
		if (!Array.isArray(reports)) return [];
		return reports.flatMap((_report, row) => {
			const path = [index, 'reports', row];
			const number = writtenAt(events, [...path, 'article']);
			if (typeof number !== 'number') return [];
			const articles = findArticles(archive, number);
			if (articles.length === 0)
				return [
					unknownArticle(archive, number, `Event ${quoted(id)}`, {
						file: events.path,
						...events.locate([...path, 'article']),
					}),
				];
			return checkParagraphs(archive, articles, id, [...path, 'paragraphs']);
		});
	});
}

function checkParagraphs(
	archive: OutlinedArchive,
	articles: ArticleOutline[],
	event: string,
	path: PropertyKey[],
): Problem[] {
	const { events } = archive;
	const count = Math.max(...articles.map(({ paragraphCount }) => paragraphCount ?? Infinity));
	const paragraphs = writtenAt(events, path);
	if (!Array.isArray(paragraphs)) return [];
	return paragraphs.flatMap((paragraph: unknown, index) =>
		typeof paragraph !== 'number' || paragraph <= count
			? []
			: [
					{
						rule: rule.id,
						file: events.path,
						...events.locate([...path, index]),
						message: `Event ${quoted(event)} is said to stand in paragraph ${paragraph} of article ${articles.map(writtenNumber)[0]}, which has ${count}.`,
						evidence: [],
						hint: 'Write the number of the captured paragraph that reports the event.',
					},
				],
	);
}

type NotesOfArticle = Pick<ArticleOutline, 'noteIds' | 'isCommentaryRead'> & {
	commentary: { path: string };
};

function checkNote(
	articles: NotesOfArticle[],
	note: string,
	place: Place,
	sentence: string,
): Problem[] {
	const ids = articles.flatMap(({ noteIds }) => noteIds);
	if (ids.includes(note) || !articles.every((article) => article.isCommentaryRead)) return [];
	const paths = articles.map(({ commentary }) => commentary.path);
	return [
		{
			rule: rule.id,
			...place,
			message: `${sentence}${askForNearest(note, ids)}`,
			evidence: [],
			hint: `Write the id of a note in ${listOf(paths, 'or')}.`,
		},
	];
}

function unknownArticle(
	{ articles }: OutlinedArchive,
	number: number,
	subject: string,
	place: Place,
): Problem {
	const numbers = articles.flatMap((article) => writtenNumber(article) ?? []);
	return {
		rule: rule.id,
		...place,
		message: `${subject} names article ${number}, which is not in the archive.`,
		evidence: [{ label: 'articles', value: cut(numbers.join(', ')) }],
		hint: 'Write the number of an article that is there.',
	};
}
