import { PAGE_ELEMENT } from '../../src/edition/read-page.ts';
import { suggestNames } from '../evidence/suggest-names.ts';
import type { Rule } from './rule.ts';

export const rule: Rule = {
	id: 'page-has-known-elements',
	states: `A page has the element <${PAGE_ELEMENT} />, alone on a line, and no others.`,
	check: ({ pages }) =>
		pages.flatMap(({ path, faults }) =>
			faults
				.filter(({ kind }) => kind === 'element')
				.map(({ what, line, column }) => ({
					rule: rule.id,
					file: path,
					line,
					column,
					evidence: [],
					...describe(what),
				})),
		),
};

function describe(what: string): { message: string; hint: string } {
	const name = what.replace(/[<>]/g, '');
	if (name === PAGE_ELEMENT)
		return {
			message: `${what} stands inside other text, or has attributes or text of its own.`,
			hint: `Write <${PAGE_ELEMENT} /> as a paragraph of its own, with a blank line before and after it.`,
		};
	const [nearest] = suggestNames(name, [PAGE_ELEMENT]);
	return {
		message: `${what} is not an element of a page.${nearest === undefined ? '' : ` Did you mean <${nearest} />?`}`,
		hint: 'Write it in Markdown, or write &lt; for the sign itself.',
	};
}
