import { listAccounts } from '../../model/authorities.ts';
import { typology } from '../../model/typology.ts';
import { identify } from '../../citing/identify.ts';
import { addressOf } from '../../model/article.ts';
import {
	articleFields,
	articleRow,
	noteFields,
	noteRow,
	type ListedArticle,
} from '../json-lines.ts';
import type { PackageSource } from './source.ts';

/** A column of a table, in the words of Frictionless Table Schema. */
export type Field = {
	name: string;
	type: 'string' | 'integer' | 'number' | 'boolean' | 'array';
	description?: string;
	constraints?: { required?: true; unique?: true; enum?: string[] };
};

/** A table of the package, written both as CSV and as JSON Lines. */
export type Table = {
	name: string;
	title: string;
	fields: Field[];
	primaryKey: string[];
	foreignKeys: { fields: string[]; reference: { resource: string; fields: string[] } }[];
	rows: { [field: string]: unknown }[];
};

type Columns = { [name: string]: { type?: Field['type']; description: string; required?: true } };

const integers = new Set([
	...['article', 'paragraph', 'start', 'end', 'original_start', 'original_end', 'words'],
	...['paragraphs', 'notes', 'critical', 'major', 'minor', 'capture_damage', 'revision'],
]);
const booleans = new Set(['masked', 'capture_attached', 'original_held']);

/** List the tables of the archive; each row has every field of its table, in order. */
export function listTables(source: PackageSource): Table[] {
	const { archive, articles, terms, people, organisations, outlets } = source;
	const listed = articles.map((article): ListedArticle => ({
		...article,
		title:
			article.record.title.captured === 'none'
				? `[${article.record.title.supplied}]`
				: article.record.title.captured,
		paragraphRanges: article.paragraphs.map(({ start, end }) => [start, end]),
	}));
	const outletIds = new Set(outlets.map(({ id }) => id));
	return [
		{
			name: 'articles',
			title: 'Articles',
			fields: describeFields(articleFields, ['article', 'title']),
			primaryKey: ['article'],
			// A publisher that is not known is no outlet of the archive.
			foreignKeys: articles.every(({ record }) => outletIds.has(record.publisher.outlet))
				? [keyTo('outlet', 'outlets', 'id')]
				: [],
			rows: listed.map((article) => articleRow(article, archive.site)),
		},
		{
			name: 'notes',
			title: 'Notes',
			fields: describeFields(noteFields, ['article', 'note', 'type', 'severity']),
			primaryKey: ['article', 'note'],
			foreignKeys: [
				keyTo('article', 'articles', 'article'),
				keyTo('type', 'types', 'id'),
				keyTo('term', 'terms', 'id'),
			],
			rows: listed.flatMap((article) =>
				article.notes.map((note) => noteRow(article, note, archive.site)),
			),
		},
		listRevisions(source),
		listTypes(),
		{
			name: 'terms',
			title: 'Recurring terms',
			...describeColumns({
				id: { description: 'Its id.', required: true },
				source: { description: 'The word or construction in the source language.' },
				language: { description: 'Its language.' },
				gloss: { description: 'What it means.' },
				renderings: { type: 'array', description: 'What the machines made of it.' },
				right: { type: 'array', description: 'What it should be in English.' },
				explanation: { description: 'Why.' },
			}),
			primaryKey: ['id'],
			foreignKeys: [],
			rows: [...terms],
		},
		...listEvents(source),
		nameTable('people', 'People', people),
		nameTable('organisations', 'Organisations', organisations),
		{
			name: 'outlets',
			title: 'Outlets',
			...describeColumns({
				id: { description: 'Its id.', required: true },
				name: { description: 'Its name.' },
				host: { description: 'Its host on the web.' },
				kind: { description: 'What kind of publisher it is.' },
				description: { description: 'In a sentence or two.' },
			}),
			primaryKey: ['id'],
			foreignKeys: [],
			rows: [...outlets],
		},
	];
}

function listRevisions({ articles, archive }: PackageSource): Table {
	return {
		name: 'revisions',
		title: 'Revisions of articles',
		...describeColumns({
			article: { description: 'The accession number of the article.', required: true },
			revision: { description: 'The number of the revision.', required: true },
			id: { description: 'Its address; a URN while the archive has no public address.' },
			date: { description: 'The day of the revision, EDTF.' },
			reason: { description: 'Why it was made.' },
		}),
		primaryKey: ['article', 'revision'],
		foreignKeys: [keyTo('article', 'articles', 'article')],
		rows: articles.flatMap(({ number: article, record }) =>
			record.revisions.map(({ number: revision, date, reason }) => ({
				article,
				revision,
				id: identify(addressOf.revision(article, revision), archive.site),
				date,
				reason,
			})),
		),
	};
}

function listTypes(): Table {
	return {
		name: 'types',
		title: 'Error types',
		...describeColumns({
			id: { description: 'The type’s id.', required: true },
			label: { description: 'Its name.' },
			origin: { description: 'Where it comes from: mqm-core, mqm-full or calque.' },
			definition: { description: 'What it means.' },
		}),
		primaryKey: ['id'],
		foreignKeys: [],
		rows: [...typology],
	};
}

/** The events, and apart from them which paragraphs of the package's articles report each. */
function listEvents({ events, articles }: PackageSource): Table[] {
	const numbers = new Set(articles.map(({ number }) => number));
	return [
		{
			name: 'events',
			title: 'Events',
			...describeColumns({
				id: { description: 'Its id.', required: true },
				date: { description: 'When it happened, EDTF.' },
				title: { description: 'Its name.' },
				description: { description: 'What happened.' },
			}),
			primaryKey: ['id'],
			foreignKeys: [],
			rows: events.map(({ id, date, title, description }) => ({ id, date, title, description })),
		},
		{
			name: 'reports',
			title: 'Reports of events',
			...describeColumns({
				event: { description: 'The event.', required: true },
				article: { description: 'The article that reports it.', required: true },
				paragraphs: { type: 'array', description: 'The numbers of the paragraphs that do.' },
			}),
			primaryKey: ['event', 'article'],
			foreignKeys: [keyTo('event', 'events', 'id'), keyTo('article', 'articles', 'article')],
			rows: events.flatMap((event) =>
				listAccounts(event)
					.filter(({ article }) => numbers.has(article))
					.map(({ article, paragraphs }) => ({ event: event.id, article, paragraphs })),
			),
		},
	];
}

function nameTable(name: string, title: string, names: PackageSource['people']): Table {
	return {
		name,
		title,
		...describeColumns({
			id: { description: 'The id.', required: true },
			name: { description: 'The name in English.' },
			original_name: { description: 'The name in its own language, where it is given.' },
			description: { description: 'Who or what it is.' },
			spellings: { type: 'array', description: 'Every spelling met in the archive.' },
		}),
		primaryKey: ['id'],
		foreignKeys: [],
		rows: names.map(({ id, name, original_name, description, spellings }) => ({
			id,
			name,
			original_name: original_name ?? null,
			description,
			spellings,
		})),
	};
}

function describeFields(meanings: { [field: string]: string }, required: string[]): Field[] {
	return describeColumns(
		Object.fromEntries(
			Object.entries(meanings).map(([name, description]) => [
				name,
				{ description, ...(required.includes(name) ? { required: true as const } : {}) },
			]),
		),
	).fields;
}

function describeColumns(columns: Columns): { fields: Field[] } {
	return {
		fields: Object.entries(columns).map(([name, { type, description, required }]) => ({
			name,
			type: type ?? typeOf(name),
			description,
			...(required ? { constraints: { required } } : {}),
		})),
	};
}

function typeOf(name: string): Field['type'] {
	if (name === 'verdict_confidence') return 'number';
	if (integers.has(name)) return 'integer';
	return booleans.has(name) ? 'boolean' : 'string';
}

function keyTo(field: string, resource: string, target: string): Table['foreignKeys'][number] {
	return { fields: [field], reference: { resource, fields: [target] } };
}
