import type { Article, Note } from './article.ts';
import type { Record } from './record.ts';

/** A field that differs; `before` or `after` is missing where the field was. */
export type FieldChange = { field: string; before: string | undefined; after: string | undefined };

export type NoteChange = {
	id: string;
	kind: 'added' | 'removed' | 'changed';
	fields: FieldChange[];
};

/** What differs between two states of one article. */
export type RevisionChanges = {
	/** Fields of the record, as paths: `engine.name`, `events.2`. */
	record: FieldChange[];
	/** Paragraphs of the reading version, by number. */
	reading: (FieldChange & { paragraph: number })[];
	notes: NoteChange[];
	/** Points, quotations and prose, as their HTML. */
	commentary: FieldChange[];
};

/** Compare two states of an article; the list of revisions itself is left out. */
export function compareRevisions(before: Article, after: Article): RevisionChanges {
	return {
		record: compareFields(
			flatten(withoutRevisions(before.record)),
			flatten(withoutRevisions(after.record)),
		),
		reading: compareReading(before, after),
		notes: compareNotes(before.notes, after.notes),
		commentary: compareFields(commentaryOf(before), commentaryOf(after)),
	};
}

/** Say whether two states differ in anything that a reader sees. */
export function hasChanges({ record, reading, notes, commentary }: RevisionChanges): boolean {
	return [record, reading, notes, commentary].some((list) => list.length > 0);
}

function withoutRevisions({ revisions: _revisions, ...rest }: Record) {
	return rest;
}

function compareReading(before: Article, after: Article): RevisionChanges['reading'] {
	const count = Math.max(before.paragraphs.length, after.paragraphs.length);
	return Array.from({ length: count }, (_, index) => ({
		paragraph: index + 1,
		field: 'reading',
		before: before.paragraphs[index]?.reading,
		after: after.paragraphs[index]?.reading,
	})).filter((change) => change.before !== change.after);
}

function compareNotes(before: readonly Note[], after: readonly Note[]): NoteChange[] {
	const [old, current] = [byId(before), byId(after)];
	const ids = [...new Set([...current.keys(), ...old.keys()])];
	return ids.flatMap((id): NoteChange[] => {
		const [was, is] = [old.get(id), current.get(id)];
		const fields = compareFields(was ? fieldsOf(was) : new Map(), is ? fieldsOf(is) : new Map());
		if (!was) return [{ id, kind: 'added', fields }];
		if (!is) return [{ id, kind: 'removed', fields }];
		return fields.length > 0 ? [{ id, kind: 'changed', fields }] : [];
	});
}

function byId(notes: readonly Note[]): Map<string, Note> {
	return new Map(notes.map((note) => [note.id, note]));
}

/** What a note says; its ordinal and offsets follow from the rest. Planted words stay covered. */
function fieldsOf(note: Note): Map<string, string> {
	const { shown, paragraph, type, severity, confidence, correction, original, reading, term, by } =
		note;
	return flatten({
		captured: shown,
		paragraph,
		type,
		severity,
		confidence,
		correction,
		original,
		reading,
		term,
		by,
		explanation: note.comment,
	});
}

function commentaryOf({ points, quotations, proseHtml }: Article): Map<string, string> {
	return flatten({
		point: points.map(({ note, html }) => `${note}: ${html}`),
		quotation: quotations.map(
			({ paragraph, opening, speaker, status, reasonHtml }) =>
				`${paragraph}, ${opening}, ${speaker}: ${status}. ${reasonHtml}`,
		),
		prose: proseHtml,
	});
}

function compareFields(
	before: ReadonlyMap<string, string>,
	after: ReadonlyMap<string, string>,
): FieldChange[] {
	const fields = [...new Set([...before.keys(), ...after.keys()])];
	return fields
		.map((field) => ({ field, before: before.get(field), after: after.get(field) }))
		.filter((change) => change.before !== change.after);
}

/** Name every value in a tree by its path. */
function flatten(value: unknown, path = ''): Map<string, string> {
	if (value === undefined || value === '') return new Map();
	if (value === null || typeof value !== 'object')
		return new Map([[path, typeof value === 'string' ? value : JSON.stringify(value)]]);
	return new Map(
		Object.entries(value).flatMap(([key, child]) => [
			...flatten(child, path === '' ? key : `${path}.${key}`),
		]),
	);
}
