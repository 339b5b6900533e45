import { quoted } from '../evidence/show.ts';
import type { Rule } from './rule.ts';

export const rule: Rule = {
	id: 'commentary-is-data',
	states:
		'No commentary holds code: no import, no export, no expression but literal attribute values.',
	check: ({ articles }) =>
		articles.flatMap(({ commentary }) =>
			commentary.faults
				.filter(({ kind }) => kind === 'code')
				.map(({ what, line, column }) => ({
					rule: rule.id,
					file: commentary.path,
					line,
					column,
					message: `${quoted(what)} is code, and a commentary is data.`,
					evidence: [],
					hint: hintFor(what),
				})),
		),
};

function hintFor(what: string): string {
	if (/^\{\s*\.\.\./.test(what)) return 'Write the attributes out, one by one.';
	if (/^\{\s*\/[*/]/.test(what)) return 'Remove the comment: a commentary has none.';
	if (what.startsWith('{'))
		return 'Write &#123; for an opening brace and &#125; for a closing one, or remove the expression.';
	if (/^\w+=/.test(what))
		return 'Give the attribute text in quotation marks, or a whole number, true or false in braces.';
	return 'Remove the line. A paragraph of prose may not begin with the word import or export.';
}
