import {
	MAX_FILE_BYTES,
	MAX_LIST_BYTES,
	MAX_MARKDOWN_BYTES,
} from '../../src/edition/read-text-file.ts';
import { overFiles } from '../evidence/archive-files.ts';
import { fileNameOf } from '../evidence/show.ts';
import type { Rule } from './rule.ts';

export const rule: Rule = {
	id: 'file-is-not-too-large',
	states: `No text file of an article is larger than ${formatSize(MAX_FILE_BYTES)}, no Markdown file larger than ${formatSize(MAX_MARKDOWN_BYTES)}, and no list of the archive larger than ${formatSize(MAX_LIST_BYTES)}.`,
	...overFiles((files) =>
		files.flatMap(({ path, fault }) =>
			fault?.kind !== 'too-large'
				? []
				: [
						{
							rule: rule.id,
							file: path,
							line: 1,
							column: 1,
							message: `${fileNameOf(path)} is too large ${isList(fault.limit) ? 'for a list' : 'to be an article'}, so it is not read.`,
							evidence: [
								{ label: 'size', value: formatSize(fault.bytes) },
								{ label: 'limit', value: formatSize(fault.limit) },
							],
							hint: isList(fault.limit)
								? 'A list is read whole: take out of it what does not belong there.'
								: 'Keep only the text of the article in the file, or move the file out of the archive.',
						},
					],
		),
	),
};

const isList = (limit: number) => limit === MAX_LIST_BYTES;

function formatSize(bytes: number): string {
	return bytes < 1024 * 1024
		? `${Math.ceil(bytes / 1024)} KiB`
		: `${(bytes / 1024 / 1024).toFixed(1)} MiB`;
}
