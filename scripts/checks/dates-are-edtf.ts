import { overFieldFaults } from '../evidence/field-faults.ts';
import { cut } from '../evidence/show.ts';
import type { Rule } from './rule.ts';

export const rule: Rule = {
	id: 'dates-are-edtf',
	states:
		'Every date is an EDTF date, or unknown where that is allowed; a date of publication means at most 200 years, from 1000 to 2999.',
	...overFieldFaults('dates-are-edtf', ({ subject, message, written = '' }) => ({
		message: `${subject} ${message}.`,
		evidence: [{ label: 'written', value: cut(written) }],
		hint: /publication/.test(message)
			? 'Write the years that it may have been, 200 at most, as "1998/2004"; or unknown, and what is known in `evidence`.'
			: /^\d{4}$/.test(written)
				? `Put the year in quotation marks: "${written}".`
				: `Write it as "2018-11-08", "2018-11", "2018-11-08~" (about) or "2018-11-01/2018-11-30" (between), in quotation marks${/unknown/.test(message) ? '; or unknown' : ''}.`,
	})),
};
