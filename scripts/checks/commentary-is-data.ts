import { hintForCode } from '../evidence/mdx-faults.ts';
import { quoted } from '../evidence/show.ts';
import type { Rule } from './rule.ts';

export const rule: Rule = {
	id: 'commentary-is-data',
	states:
		'No commentary holds code: no import, no export, no expression but literal attribute values.',
	checkArticle: ({ commentary }) =>
		commentary.faults
			.filter(({ kind }) => kind === 'code')
			.map(({ what, line, column }) => ({
				rule: rule.id,
				file: commentary.path,
				line,
				column,
				message: `${quoted(what)} is code, and a commentary is data.`,
				evidence: [],
				hint: hintForCode(what, 'commentary'),
			})),
};
