import { typology } from '../../src/model/typology.ts';
import { overFieldFaults } from '../evidence/field-faults.ts';
import { cut } from '../evidence/show.ts';
import { suggestNames } from '../evidence/suggest-names.ts';
import type { Rule } from './rule.ts';

export const rule: Rule = {
	id: 'note-type-is-known',
	states: 'Every note has a type of the typology.',
	...overFieldFaults('note-type-is-known', ({ subject, message, written = '' }) => ({
		message: `${subject} ${message}.`,
		evidence: [
			{ label: 'written', value: cut(written) },
			...suggestTypes(written).map(({ id, definition }) => ({
				label: 'nearest',
				value: id,
				where: definition,
			})),
		],
		hint: `Write one of the ${typology.length} types that src/model/typology.ts defines.`,
	})),
};

/** Suggest types by their whole id, and by what follows the dimension: authors mostly mistake only that. */
function suggestTypes(written: string) {
	const kindOf = (id: string) => id.slice(id.lastIndexOf('/') + 1);
	const kinds = suggestNames(
		kindOf(written),
		typology.map(({ id }) => kindOf(id)),
	);
	const ids = [
		...typology.filter(({ id }) => kinds.includes(kindOf(id))).map(({ id }) => id),
		...suggestNames(
			written,
			typology.map(({ id }) => id),
			2,
		),
	];
	return [...new Set(ids)]
		.flatMap((id) => typology.find((type) => type.id === id) ?? [])
		.slice(0, 3);
}
