import type { ArticleSource } from '../../src/edition/read-archive.ts';
import type { DataFile, FieldFault } from '../../src/edition/read-yaml.ts';
import type { Problem } from '../../src/model/problem.ts';
import type { Rule } from '../checks/rule.ts';
import {
	listDataFiles,
	listFrontMatter,
	listImportedFiles,
	listLedgerFiles,
	listTopFiles,
} from './archive-files.ts';
import { fileNameOf, quoted } from './show.ts';
import { writtenAt } from './written-data.ts';

/** A fault of a field, with the words that a report needs. */
export type NamedFault = FieldFault & {
	file: string;
	/** The field as a sentence names it: “`date` in item 2 of `revisions`”, “`severity` of note “lock””. */
	subject: string;
	/** The field's own name, the last of its path. */
	name: string;
	/** What has the field: “a record”, “a <Note>”. */
	owner: string;
	/** “field” in YAML, “attribute” in an element. */
	kind: 'field' | 'attribute';
	/** Where the fields of the owner are described. */
	reference: string;
};

/** Report the faults of fields that `rule` names, in YAML and in the elements of the commentary. */
export function overFieldFaults(
	rule: string,
	describe: (fault: NamedFault) => Omit<Problem, 'rule' | 'file' | 'line' | 'column'>,
): Pick<Rule, 'check' | 'checkArticle'> {
	const report = (faults: readonly NamedFault[]) =>
		faults
			.filter((fault) => fault.rule === rule)
			.map((fault): Problem => {
				const { file, line, column } = fault;
				return { rule, file, line, column, ...describe(fault) };
			});
	return {
		check(archive) {
			const files = [
				...listTopFiles(archive),
				...listLedgerFiles(archive),
				...listImportedFiles(archive),
			];
			const pages = listFrontMatter(archive);
			return report([
				...files.flatMap(faultsOf),
				...pages.flatMap((file) => namedFaultsOf(file, 'page')),
			]);
		},
		checkArticle: (article) =>
			report([...listDataFiles(article).flatMap(faultsOf), ...elementFaultsOf(article)]),
	};
}

function faultsOf(file: DataFile<unknown>): NamedFault[] {
	return namedFaultsOf(file, owners[fileNameOf(file.path)] ?? 'file');
}

const owners: { [file: string]: string } = {
	'archive.yaml': 'archive',
	'terms.yaml': 'term',
	'events.yaml': 'event',
	'people.yaml': 'person',
	'organisations.yaml': 'organisation',
	'outlets.yaml': 'outlet',
	'record.yaml': 'record',
	'readings.jsonl': 'row',
	'decisions.yaml': 'decision',
	'permalinks.jsonl': 'permalink',
	'releases.jsonl': 'release',
	'redirects.jsonl': 'redirect',
};

const references: { [owner: string]: string } = {
	record: 'src/model/record.ts',
	page: 'src/model/page.ts',
	row: 'src/model/reading.ts',
	decision: 'src/model/reading.ts',
	permalink: 'src/model/permalink.ts',
	release: 'src/model/permalink.ts',
	redirect: 'src/model/permalink.ts',
};

function namedFaultsOf(file: DataFile<unknown>, owner: string): NamedFault[] {
	return file.faults.map((fault) => {
		const path = fault.field === '' ? [] : fault.field.split('.');
		const [first, ...rest] = path;
		const isEntry = first !== undefined && /^\d+$/.test(first);
		const of = isEntry ? ` of ${nameEntry(file, owner, Number(first))}` : '';
		return {
			...fault,
			file: file.path,
			subject:
				path.length === 0
					? 'The file'
					: isEntry && rest.length === 0
						? capitalise(nameEntry(file, owner, Number(first)))
						: `${nameField(isEntry ? rest : path)}${of}`,
			name: path.at(-1) ?? '',
			owner: /^[aeiou]/.test(owner) ? `an ${owner}` : `a ${owner}`,
			kind: 'field' as const,
			reference: references[owner] ?? 'src/model/authorities.ts',
		};
	});
}

function elementFaultsOf({ commentary }: ArticleSource): NamedFault[] {
	return commentary.fieldFaults.map((fault) => {
		const written = commentary.written.find(({ element, at }) => {
			const { line, column } = at(fault.field);
			return element === fault.element && line === fault.line && column === fault.column;
		});
		const id = written?.attributes['id'];
		const name =
			typeof id === 'string' && id !== '' && fault.field !== 'id'
				? `${fault.element.toLowerCase()} ${quoted(id)}`
				: `a <${fault.element}>`;
		return {
			...fault,
			file: commentary.path,
			subject: `\`${fault.field}\` of ${name}`,
			name: fault.field,
			owner: `a <${fault.element}>`,
			kind: 'attribute' as const,
			reference: 'src/model/note.ts',
		};
	});
}

function nameEntry(file: DataFile<unknown>, owner: string, index: number): string {
	const id = writtenAt(file, [index, 'id']);
	return typeof id === 'string' && id !== '' ? `${owner} ${quoted(id)}` : `entry ${index + 1}`;
}

/** Name a path from its end: “`date` in item 2 of `revisions`”. */
function nameField(path: readonly string[]): string {
	const at = path.findLastIndex((key) => /^\d+$/.test(key));
	if (at < 1) return `\`${path.join('.')}\``;
	const item = `item ${Number(path[at]) + 1} of ${nameField(path.slice(0, at))}`;
	return at === path.length - 1
		? capitalise(item)
		: `\`${path.slice(at + 1).join('.')}\` in ${item}`;
}

function capitalise(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}
