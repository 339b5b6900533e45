import { cut, lineAt } from '../evidence/show.ts';
import type { Rule } from './rule.ts';

export const rule: Rule = {
	id: 'reading-is-well-formed',
	states: 'Every paragraph of a reading version can be parsed as Markdown.',
	check: ({ articles }) =>
		articles.flatMap(({ reading }) =>
			reading.syntaxFaults.map(({ line, column, message }) => ({
				rule: rule.id,
				file: reading.path,
				line,
				column,
				message: `A paragraph cannot be parsed: ${message.charAt(0).toLowerCase()}${message.slice(1)}.`,
				evidence: [{ label: 'line', value: cut(lineAt(reading.file?.text ?? '', line), 60) }],
				hint: 'Write the paragraph as plain text.',
			})),
		),
};
