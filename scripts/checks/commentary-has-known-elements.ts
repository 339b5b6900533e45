import { suggestNames } from '../evidence/suggest-names.ts';
import type { Rule } from './rule.ts';

const elements = ['Note', 'Quotation', 'Point'];

export const rule: Rule = {
	id: 'commentary-has-known-elements',
	states:
		'A commentary has the elements <Note>, <Quotation> and <Point>, each standing by itself, and no others.',
	checkArticle: ({ commentary }) =>
		commentary.faults
			.filter(({ kind }) => kind === 'element')
			.map(({ what, line, column }) => ({
				rule: rule.id,
				file: commentary.path,
				line,
				column,
				evidence: [],
				...describe(what),
			})),
};

function describe(what: string): { message: string; hint: string } {
	const name = what.replace(/[<>]/g, '');
	if (elements.includes(name))
		return {
			message: `${what} stands inside other text or inside another element.`,
			hint: `Give each ${what} a paragraph of its own, with a blank line before and after it.`,
		};
	const [nearest] = suggestNames(name, elements);
	return {
		message: `${what} is not an element of a commentary.${nearest === undefined ? '' : ` Did you mean <${nearest}>?`}`,
		hint: /^[a-z]/.test(name)
			? 'Write it in Markdown, or write &lt; for the sign itself.'
			: 'Use <Note>, <Quotation> and <Point>; write &lt; for the sign itself.',
	};
}
