import { findRights, listRights } from '../../src/model/rights.ts';
import { overFieldFaults } from '../evidence/field-faults.ts';
import { cut } from '../evidence/show.ts';
import { askForNearest } from '../evidence/suggest-names.ts';
import type { Rule } from './rule.ts';

export const rule: Rule = {
	id: 'rights-are-stated',
	states: 'Every capture and licence carries a rights statement that the archive knows.',
	...overFieldFaults('rights-are-stated', ({ subject, message, written }) => ({
		message: `${subject} ${message}.${askForNearest(written ?? '', listRights())}`,
		evidence: [
			...(written === undefined ? [] : [{ label: 'written', value: cut(written) }]),
			...listRights().map((id) => ({ label: 'known', value: id, where: findRights(id)?.label })),
		],
		hint: 'Write one of these; another is a line in src/model/rights.ts.',
	})),
};
