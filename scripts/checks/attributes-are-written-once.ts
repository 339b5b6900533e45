import type { Rule } from './rule.ts';

export const rule: Rule = {
	id: 'attributes-are-written-once',
	states: 'No element has the same attribute twice.',
	checkArticle: ({ commentary }) =>
		commentary.faults
			.filter(({ kind }) => kind === 'repeated')
			.map(({ what, line, column }) => {
				const [element = '', attribute = ''] = what.split('.', 2);
				return {
					rule: rule.id,
					file: commentary.path,
					line,
					column,
					message: `${element} has \`${attribute}\` a second time.`,
					evidence: [],
					hint: 'Keep one of the two.',
				};
			}),
};
