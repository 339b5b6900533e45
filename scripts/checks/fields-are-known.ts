import { listFieldFaults } from '../evidence/field-faults.ts';
import { askForNearest } from '../evidence/suggest-names.ts';
import type { Rule } from './rule.ts';

export const rule: Rule = {
	id: 'fields-are-known',
	states: 'Every field and attribute is one that its schema knows.',
	check: (archive) =>
		listFieldFaults(archive, rule.id).map(
			({ file, line, column, name, owner, kind, accepted }) => ({
				rule: rule.id,
				file,
				line,
				column,
				message: `\`${name}\` is not a known ${kind} here.${askForNearest(name, accepted)}`,
				evidence: [{ label: 'known', value: accepted.join(', ') }],
				hint: `Correct or remove it; ${owner} keeps nothing that its schema does not describe.`,
			}),
		),
};
