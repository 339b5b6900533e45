import { listTopFiles } from '../evidence/archive-files.ts';
import { describeAbsence } from '../evidence/absence.ts';
import { fileNameOf } from '../evidence/show.ts';
import type { Rule } from './rule.ts';

export const rule: Rule = {
	id: 'archive-files-are-present',
	states:
		'The archive has archive.yaml, terms.yaml, events.yaml, people.yaml, organisations.yaml and outlets.yaml.',
	check: (archive) =>
		listTopFiles(archive).flatMap(({ path, fileFault }) =>
			fileFault?.kind !== 'absent'
				? []
				: [
						{
							rule: rule.id,
							file: path,
							line: 1,
							column: 1,
							message: describeAbsence(path, 'The archive'),
							evidence: [],
							hint:
								fileNameOf(path) === 'archive.yaml'
									? 'Add the file; src/model/authorities.ts describes its fields.'
									: 'Add the file; one that holds only [] is an empty list.',
						},
					],
		),
};
