import { describeSyntaxFault } from '../evidence/mdx-faults.ts';
import type { Rule } from './rule.ts';

export const rule: Rule = {
	id: 'commentary-is-well-formed',
	states: 'Every commentary can be parsed as MDX.',
	checkArticle: ({ commentary }) =>
		commentary.faults
			.filter(({ kind }) => kind === 'syntax')
			.map((fault) => ({
				rule: rule.id,
				file: commentary.path,
				...describeSyntaxFault(fault, commentary.file?.text ?? '', 'commentary'),
			})),
};
