import { overFieldFaults } from '../evidence/field-faults.ts';
import { listOf } from '../evidence/show.ts';
import type { Rule } from './rule.ts';

export const rule: Rule = {
	id: 'fields-are-present',
	states: 'Every field and attribute that is required is there.',
	...overFieldFaults('fields-are-present', ({ subject, accepted, reference }) => ({
		message: `${subject} is missing.`,
		evidence: [],
		hint:
			accepted.length > 0
				? `Add it: ${listOf(accepted, 'or')}.`
				: `Add it; ${reference} says what it holds.`,
	})),
};
