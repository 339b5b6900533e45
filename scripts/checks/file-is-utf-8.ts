import { overFiles } from '../evidence/archive-files.ts';
import { fileNameOf } from '../evidence/show.ts';
import type { Rule } from './rule.ts';

export const rule: Rule = {
	id: 'file-is-utf-8',
	states: 'Every text file is UTF-8.',
	...overFiles((files) =>
		files.flatMap(({ path, fault, isCapture }) =>
			fault?.kind !== 'not-utf-8'
				? []
				: [
						{
							rule: rule.id,
							file: path,
							line: fault.line,
							column: fault.column,
							message: `${fileNameOf(path)} is not UTF-8.`,
							evidence: [
								{
									label: 'byte',
									value: `0x${fault.byte.toString(16).toUpperCase().padStart(2, '0')} cannot stand here`,
								},
							],
							hint: isCapture
								? 'Restore the bytes as they were found. If they were found in another encoding, record a UTF-8 copy and say so in the record.'
								: 'Save the file as UTF-8.',
						},
					],
		),
	),
};
