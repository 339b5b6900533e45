import { join } from 'node:path';
import { showPath } from '../../src/edition/read-text-file.ts';
import { describeAbsence } from '../evidence/absence.ts';
import { neededPages } from '../evidence/addresses.ts';
import type { Rule } from './rule.ts';

export const rule: Rule = {
	id: 'pages-are-present',
	states:
		'The archive has the pages about.mdx, method.mdx and typology.mdx, to which its menus lead.',
	check: ({ root, pages, folderFaults }) => {
		// Of a folder that cannot be read nothing is missing; file-is-readable reports it.
		if (folderFaults.length > 0) return [];
		return neededPages
			.filter((needed) => {
				const page = pages.find(({ name }) => name === needed);
				return page ? page.fileFault?.kind === 'absent' : true;
			})
			.map((name) => {
				const path = showPath(join(root, 'pages', `${name}.mdx`));
				return {
					rule: rule.id,
					file: path,
					line: 1,
					column: 1,
					message: describeAbsence(path, 'The archive'),
					evidence: [],
					hint: `Add the page: menus and pages link to /${name}/.`,
				};
			});
	},
};
