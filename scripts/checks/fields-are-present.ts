import { listFieldFaults } from '../evidence/field-faults.ts';
import { listOf } from '../evidence/show.ts';
import type { Rule } from './rule.ts';

export const rule: Rule = {
	id: 'fields-are-present',
	states: 'Every field and attribute that is required is there.',
	check: (archive) =>
		listFieldFaults(archive, rule.id).map(
			({ file, line, column, subject, accepted, reference }) => ({
				rule: rule.id,
				file,
				line,
				column,
				message: `${subject} is missing.`,
				evidence: [],
				hint:
					accepted.length > 0
						? `Add it: ${listOf(accepted, 'or')}.`
						: `Add it; ${reference} says what it holds.`,
			}),
		),
};
