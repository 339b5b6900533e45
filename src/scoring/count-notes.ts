import type { Note } from '../model/article.ts';
import { isCaptureDamage, typology, type Severity, type TypeId } from '../model/typology.ts';

/** How many notes there are of each severity; `captureDamage` says how many of them are no fault of the translation. */
export type NoteCounts = Record<Severity, number> & { all: number; captureDamage: number };

/** Count notes by severity. */
export function countNotes(notes: readonly Pick<Note, 'type' | 'severity'>[]): NoteCounts {
	const counts = { all: notes.length, captureDamage: 0, critical: 0, major: 0, minor: 0 };
	for (const { type, severity } of notes) {
		counts[severity]++;
		if (isCaptureDamage(type)) counts.captureDamage++;
	}
	return counts;
}

/** Count notes of each type, in the typology's order; types without notes are left out. */
export function countByType(
	notes: readonly Pick<Note, 'type'>[],
): { type: TypeId; count: number }[] {
	const counts = new Map<TypeId, number>();
	for (const { type } of notes) counts.set(type, (counts.get(type) ?? 0) + 1);
	return typology.flatMap(({ id }) => {
		const count = counts.get(id);
		return count === undefined ? [] : [{ type: id, count }];
	});
}
