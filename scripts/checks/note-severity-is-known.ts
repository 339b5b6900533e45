import { severities } from '../../src/model/typology.ts';
import { overFieldFaults } from '../evidence/field-faults.ts';
import { cut, listOf } from '../evidence/show.ts';
import { askForNearest } from '../evidence/suggest-names.ts';
import type { Rule } from './rule.ts';

export const rule: Rule = {
	id: 'note-severity-is-known',
	states: `Every note is ${listOf(severities, 'or')}.`,
	...overFieldFaults('note-severity-is-known', ({ subject, written = '' }) => ({
		message: `${subject} is not a severity.${askForNearest(written, severities)}`,
		evidence: [{ label: 'written', value: cut(written) }],
		hint: `Write ${listOf(severities, 'or')}.`,
	})),
};
