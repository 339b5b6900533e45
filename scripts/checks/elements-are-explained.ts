import { textOf } from '../../src/edition/markdown.ts';
import { quoted } from '../evidence/show.ts';
import type { Rule } from './rule.ts';

export const rule: Rule = {
	id: 'elements-are-explained',
	states: 'Every note, quotation and point of a commentary has words in it.',
	checkArticle: ({ commentary }) =>
		commentary.written
			.filter(({ body }) => body.every((node) => isAside(node.type) || textOf(node) === ''))
			.map(({ element, attributes: { id }, at }) => ({
				rule: rule.id,
				file: commentary.path,
				...at(),
				message: `${typeof id === 'string' ? `${element} ${quoted(id)}` : `A <${element}>`} has no explanation.`,
				evidence: [],
				hint: `Write between <${element} …> and </${element}> ${purposes[element]}.`,
			})),
};

const purposes = {
	Note: 'what is wrong with the passage and why',
	Quotation: 'why the quotation has that status',
	Point: 'what a reader must know, in one sentence',
};

/** A footnote or a link’s address explains nothing by itself. */
function isAside(node: string): boolean {
	return node === 'footnoteDefinition' || node === 'definition';
}
