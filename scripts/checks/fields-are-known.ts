import { overFieldFaults } from '../evidence/field-faults.ts';
import { askForNearest } from '../evidence/suggest-names.ts';
import type { Rule } from './rule.ts';

export const rule: Rule = {
	id: 'fields-are-known',
	states: 'Every field and attribute is one that its schema knows.',
	...overFieldFaults('fields-are-known', ({ name, owner, kind, accepted }) => ({
		message: `\`${name}\` is not a known ${kind} here.${askForNearest(name, accepted)}`,
		evidence: [{ label: 'known', value: accepted.join(', ') }],
		hint: `Correct or remove it; ${owner} keeps nothing that its schema does not describe.`,
	})),
};
