import { overFieldFaults } from '../evidence/field-faults.ts';
import { cut } from '../evidence/show.ts';
import { toKebabCase } from '../evidence/suggest-names.ts';
import type { Rule } from './rule.ts';

export const rule: Rule = {
	id: 'ids-are-kebab-case',
	states: 'Every id is in lower-case letters a to z, digits and single hyphens.',
	...overFieldFaults('ids-are-kebab-case', ({ subject, message, written = '' }) => {
		const suggestion = toKebabCase(written);
		return {
			message: `${subject} ${message}.`,
			evidence: [{ label: 'written', value: written === '' ? '(nothing)' : cut(written) }],
			hint:
				suggestion === ''
					? 'Ids become part of addresses: choose a few words in the letters a to z, such as lock-for-block.'
					: `Write \`${suggestion}\`, for instance.`,
		};
	}),
};
