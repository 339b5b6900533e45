import type { PageSource } from '../../src/edition/read-page.ts';
import { describeSyntaxFault } from '../evidence/mdx-faults.ts';
import { quoted } from '../evidence/show.ts';
import type { Rule } from './rule.ts';

type Fault = PageSource['faults'][number];

export const rule: Rule = {
	id: 'page-is-well-formed',
	states: 'Every page begins with front matter and can be parsed as MDX.',
	check: ({ pages }) =>
		pages.flatMap(({ path, file, faults }) =>
			faults
				.filter(({ kind }) => kind === 'front-matter' || kind === 'syntax')
				.map((fault) => ({
					rule: rule.id,
					file: path,
					...(fault.kind === 'syntax'
						? describeSyntaxFault(fault, file?.text ?? '', 'page')
						: describeFrontMatterFault(fault)),
				})),
		),
};

function describeFrontMatterFault({ what, line, column }: Fault) {
	const place = { line, column, evidence: [] };
	switch (what) {
		case 'missing':
			return {
				...place,
				message: 'The page does not begin with front matter.',
				hint: 'Begin the file with a line of three hyphens, then title, description and order, then three hyphens again.',
			};
		case 'not closed':
			return {
				...place,
				message: 'The front matter has no end.',
				hint: 'Put a line of three hyphens after its last field.',
			};
		default:
			return {
				...place,
				message: `The front matter ends with ${quoted(what)}.`,
				hint: 'End it with a line that is three hyphens and nothing else.',
			};
	}
}
