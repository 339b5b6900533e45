import type { DataFile } from '../../src/edition/read-yaml.ts';
import type { Problem } from '../../src/model/problem.ts';
import {
	listDataFiles,
	listFrontMatter,
	listImportedFiles,
	listTopFiles,
} from '../evidence/archive-files.ts';
import { cut, lineAt } from '../evidence/show.ts';
import type { Rule } from './rule.ts';

export const rule: Rule = {
	id: 'yaml-is-well-formed',
	states:
		'Every YAML file, every page’s front matter and every row of readings can be parsed and uses no anchors or aliases.',
	checkArticle: (article) => listDataFiles(article).flatMap(judge),
	check: (archive) =>
		[...listTopFiles(archive), ...listImportedFiles(archive), ...listFrontMatter(archive)].flatMap(
			judge,
		),
};

function judge({ path, file, syntaxFault }: DataFile<unknown>): Problem[] {
	if (!syntaxFault) return [];
	const { line, column, message } = syntaxFault;
	const isRows = path.endsWith('.jsonl');
	const text = cut(lineAt(file?.text ?? '', line).trim());
	return [
		{
			rule: rule.id,
			file: path,
			line,
			column,
			message: isRows
				? 'The row cannot be parsed as JSON.'
				: `${path.endsWith('.mdx') ? 'The front matter' : 'The file'} cannot be parsed as YAML: ${describe(message)}.`,
			evidence: text === '' ? [] : [{ label: 'line', value: text }],
			hint: isRows
				? 'Write one object to a line, in braces, its names and texts in straight quotation marks.'
				: hintFor(message),
		},
	];
}

function describe(message: string): string {
	if (/unique/.test(message)) return 'a field stands there a second time';
	if (/[Nn]ested mappings/.test(message)) return 'a colon in a text makes it look like a field';
	return message.charAt(0).toLowerCase() + message.slice(1).replace(/[.!]$/, '');
}

function hintFor(message: string): string {
	if (/unique/.test(message)) return 'Keep one of the two.';
	if (/tab/i.test(message)) return 'Indent with spaces.';
	if (/alias/i.test(message)) return 'Write the value out where it is needed.';
	return 'Put text that holds a colon, a # or quotation marks, or begins with a sign, in quotation marks.';
}
