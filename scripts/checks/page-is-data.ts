import { hintForCode } from '../evidence/mdx-faults.ts';
import { quoted } from '../evidence/show.ts';
import type { Rule } from './rule.ts';

export const rule: Rule = {
	id: 'page-is-data',
	states: 'No page holds code: no import, no export, no expression.',
	check: ({ pages }) =>
		pages.flatMap(({ path, faults }) =>
			faults
				.filter(({ kind }) => kind === 'code')
				.map(({ what, line, column }) => ({
					rule: rule.id,
					file: path,
					line,
					column,
					message: `${quoted(what)} is code, and a page is data.`,
					evidence: [],
					hint: hintForCode(what, 'page'),
				})),
		),
};
