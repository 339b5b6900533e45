import type { Note } from '../model/article.ts';
import { isCaptureDamage, typology, type Severity, type TypeId } from '../model/typology.ts';

/** How many notes there are of each severity; `captureDamage` says how many of them are no fault of the translation. */
export type NoteCounts = Record<Severity, number> & { all: number; captureDamage: number };

/** Count notes by severity. */
export function countNotes(notes: readonly Pick<Note, 'type' | 'severity'>[]): NoteCounts {
	const count = (severity: Severity) => notes.filter((note) => note.severity === severity).length;
	return {
		all: notes.length,
		captureDamage: notes.filter((note) => isCaptureDamage(note.type)).length,
		critical: count('critical'),
		major: count('major'),
		minor: count('minor'),
	};
}

/** Count notes of each type, in the typology's order; types without notes are left out. */
export function countByType(
	notes: readonly Pick<Note, 'type'>[],
): { type: TypeId; count: number }[] {
	return typology
		.map(({ id }) => ({ type: id, count: notes.filter((note) => note.type === id).length }))
		.filter(({ count }) => count > 0);
}
