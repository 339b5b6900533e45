import { overFiles } from '../evidence/archive-files.ts';
import { fileNameOf } from '../evidence/show.ts';
import type { Rule } from './rule.ts';

export const rule: Rule = {
	id: 'file-is-inside-content',
	states:
		'Every file lies in its own folder: no symbolic link leads out of the archive or of the captures.',
	...overFiles((files) =>
		files.flatMap(({ path, fault }) =>
			fault?.kind !== 'outside'
				? []
				: [
						{
							rule: rule.id,
							file: path,
							line: 1,
							column: 1,
							message: `${fileNameOf(path)} is reached through a symbolic link that leads elsewhere, so it is not read.`,
							evidence: [],
							hint: 'Put a copy of the file here instead of the link.',
						},
					],
		),
	),
};
