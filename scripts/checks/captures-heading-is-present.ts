import type { Rule } from './rule.ts';

/** Where an article whose capture is not attached sends its readers. */
const ID = 'captures';

export const rule: Rule = {
	id: 'captures-heading-is-present',
	states: 'The page about.mdx has the heading “Captures”, to which articles link.',
	check: ({ pages }) =>
		pages
			.filter(({ name, body }) => name === 'about' && body.length > 0)
			.filter(({ headingIds }) => !headingIds.includes(ID))
			.map(({ path }) => ({
				rule: rule.id,
				file: path,
				line: 1,
				column: 1,
				message: 'The page has no heading “Captures”.',
				evidence: [],
				hint: `Add “## Captures” and say there how a capture is attached: articles without theirs link to /about/#${ID}.`,
			})),
};
