import { overFiles } from '../evidence/archive-files.ts';
import { describeRefusal } from '../evidence/refusals.ts';
import { fileNameOf } from '../evidence/show.ts';
import type { Rule } from './rule.ts';

export const rule: Rule = {
	id: 'file-is-readable',
	states: 'Every file and folder of the archive and of the captures can be read.',
	...overFiles((files) => {
		const faults = files.flatMap(({ fault }) => (fault?.kind === 'unreadable' ? [fault] : []));
		// One folder that cannot be entered is one problem, however many files are looked for in it.
		return [...Map.groupBy(faults, ({ culprit }) => culprit)].map(([culprit, [fault]]) => {
			const { what, hint } = describeRefusal(fault?.code ?? '');
			return {
				rule: rule.id,
				file: culprit,
				line: 1,
				column: 1,
				message: `${fileNameOf(culprit)} ${what}.`,
				evidence: [],
				hint,
			};
		});
	}),
};
