import { takenNames } from '../evidence/addresses.ts';
import { quoted } from '../evidence/show.ts';
import { toKebabCase } from '../evidence/suggest-names.ts';
import type { Rule } from './rule.ts';

export const rule: Rule = {
	id: 'page-name-is-free',
	states:
		'Every page is named in lower-case letters, digits and single hyphens, and for no address that the site has already.',
	check: ({ pages }) =>
		pages.flatMap(({ name, path }) => {
			const problem = { rule: rule.id, file: path, line: 1, column: 1, evidence: [] };
			const suggestion = toKebabCase(name);
			if (suggestion !== name)
				return [
					{
						...problem,
						message: `The page ${quoted(name)} is not named in lower-case letters, digits and single hyphens.`,
						hint: `Its name is its address. Rename the file${suggestion === '' || takenNames.includes(suggestion) ? '' : ` ${suggestion}.mdx`}, in the letters a to z.`,
					},
				];
			if (takenNames.includes(name))
				return [
					{
						...problem,
						message: `The page ${quoted(name)} has a name that the site uses itself.`,
						evidence: [{ label: 'taken', value: takenNames.join(', ') }],
						hint: 'Its name is its address. Give the file another name.',
					},
				];
			return [];
		}),
};
