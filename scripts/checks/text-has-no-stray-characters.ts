import type { Nodes } from 'mdast';
import type { ArticleSource } from '../../src/edition/read-archive.ts';
import type { DataFile, Position } from '../../src/edition/read-yaml.ts';
import type { Problem } from '../../src/model/problem.ts';
import { findStrayCharacter, type StrayCharacter } from '../../src/text/stray-characters.ts';
import {
	listDataFiles,
	listImportedFiles,
	listTopFiles,
	overFiles,
	type ArchiveFile,
} from '../evidence/archive-files.ts';
import { fileNameOf } from '../evidence/show.ts';
import type { Rule } from './rule.ts';

/** A file that is not text at all would have thousands. */
const MAX_PER_FILE = 10;

type Stray = Position & {
	file: string;
	stray: StrayCharacter;
	text: string;
	isCapture: boolean;
	isEscaped: boolean;
};

export const rule: Rule = {
	id: 'text-has-no-stray-characters',
	states:
		'No text holds a NUL, half of a character, a noncharacter or a private-use character, also not as an escape.',
	check: (archive) => [
		...(raw.check?.(archive, []) ?? []),
		...[...listTopFiles(archive), ...listImportedFiles(archive)]
			.filter(({ path }) => fileNameOf(path) !== 'ratings.jsonl')
			.flatMap(findInYaml)
			.map(describe),
	],
	checkArticle: (article, archive) => [
		...(raw.checkArticle?.(article, archive) ?? []),
		...[...listDataFiles(article).flatMap(findInYaml), ...findInArticle(article)].map(describe),
	],
};

const raw = overFiles((files) => files.flatMap(findRaw).map(describe));

function describe({ file, line, column, stray, text, isCapture, isEscaped }: Stray): Problem {
	return {
		rule: rule.id,
		file,
		line,
		column,
		message: `The text holds ${stray.what}, ${stray.codePoint}${isEscaped ? ', written as an escape' : ''}.`,
		evidence: [{ label: 'stands in', value: showStray(text, stray) }],
		hint: isCapture
			? 'A capture is never altered: if the character was found there, record another capture of the article.'
			: 'Remove it, or write the character that was meant.',
	};
}

/** Show the words around a stray character, and the character by its number. */
function showStray(text: string, { offset, codePoint }: StrayCharacter): string {
	const width = (text.codePointAt(offset) ?? 0) > 0xffff ? 2 : 1;
	return `${text.slice(Math.max(0, offset - 20), offset)}⟨${codePoint}⟩${text.slice(offset + width, offset + width + 20)}`;
}

function findRaw({ path, file, isCapture, isImported }: ArchiveFile): Stray[] {
	// Anchors repeat words of the capture, which is looked at itself.
	// What was imported is another project's text, and an article of its own is never written over it.
	if (fileNameOf(path) === 'anchors.json' || isImported === true) return [];
	if (!file || !findStrayCharacter(file.text)) return [];
	const lines = file.text.split(/\r\n|\n|\r/).flatMap((text, index): Stray[] => {
		const stray = findStrayCharacter(text);
		return stray
			? [
					{
						file: path,
						line: index + 1,
						column: stray.offset + 1,
						stray,
						text,
						isCapture,
						isEscaped: false,
					},
				]
			: [];
	});
	return lines.slice(0, MAX_PER_FILE);
}

function findInArticle({ commentary }: ArticleSource): Stray[] {
	const raw = commentary.file?.text ?? '';
	// Without a reference to a character no value has one that the text has not.
	if (!raw.includes('&')) return [];
	const attributes = commentary.written.flatMap(({ attributes, at }) =>
		Object.entries(attributes).flatMap(([name, value]) =>
			findInValue(value, raw, commentary.path, at(name)),
		),
	);
	const bodies: Nodes[] = [...commentary.prose, ...commentary.written.flatMap(({ body }) => body)];
	return [...attributes, ...bodies.flatMap((node) => findInNode(node, raw, commentary.path))];
}

function findInYaml(file: DataFile<unknown>): Stray[] {
	const raw = file.file?.text ?? '';
	const walk = (value: unknown, path: PropertyKey[]): Stray[] =>
		typeof value === 'object' && value !== null
			? Object.entries(value).flatMap(([key, inner]) =>
					walk(inner, [...path, Array.isArray(value) ? Number(key) : key]),
				)
			: findInValue(value, raw, file.path, file.locate(path));
	return raw.includes('\\') ? walk(file.data, []) : [];
}

function findInNode(node: Nodes, raw: string, file: string): Stray[] {
	if ('children' in node)
		return (node.children as Nodes[]).flatMap((child) => findInNode(child, raw, file));
	return node.type === 'text'
		? findInValue(node.value, raw, file, node.position?.start ?? { line: 1, column: 1 })
		: [];
}

/** Find a stray character that a decoded value has and the file's own text has not. */
function findInValue(
	value: unknown,
	raw: string,
	file: string,
	{ line, column }: Position,
): Stray[] {
	const stray = typeof value === 'string' ? findStrayCharacter(value) : undefined;
	if (!stray || typeof value !== 'string') return [];
	const character = String.fromCodePoint(value.codePointAt(stray.offset) ?? 0);
	return raw.includes(character) && findStrayCharacter(raw)
		? []
		: [{ file, line, column, stray, text: value, isCapture: false, isEscaped: true }];
}
