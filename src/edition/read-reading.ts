import type { Nodes } from 'mdast';
import { parseReadingTree, textOf } from './markdown.ts';
import { parsePlainWords } from './plain-markdown.ts';
import {
	MAX_MARKDOWN_BYTES,
	readTextFile,
	type FileFault,
	type TextFile,
} from './read-text-file.ts';
import type { Position } from './read-yaml.ts';

/** One paragraph of the reading version, plain text; `line` is where it begins in its file. */
export type ReadingParagraph = { text: string; line: number };

/**
 * Why a block is no plain paragraph: it could not be parsed, it says nothing, or Markdown takes a part of it
 * for something whose text or signs a reader would not see. `node` is Markdown's name for that.
 */
export type ReadingFault = Position &
	(
		| { kind: 'syntax'; message: string }
		| { kind: 'empty' }
		| { kind: 'marked'; node: Nodes['type']; written: string }
	);

export type ReadingSource = {
	path: string;
	file?: TextFile | undefined;
	fileFault?: FileFault | undefined;
	faults: ReadingFault[];
	/** p1 first. The text of one that could not be parsed is kept as written. */
	paragraphs: ReadingParagraph[];
};

/** Read `reading.md` of an article's folder: blocks apart by a blank line, one for each captured paragraph. */
export function readReading(root: string, name: string): ReadingSource {
	const { file, fault } = readTextFile(root, name, MAX_MARKDOWN_BYTES);
	if (!file) return { path: fault.path, fileFault: fault, faults: [], paragraphs: [] };
	const paragraphs: ReadingParagraph[] = [];
	const faults: ReadingFault[] = [];
	const lines = file.text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
	let block: string[] = [];
	for (const [index, line] of [...lines, ''].entries()) {
		if (line.trim() !== '') block.push(line);
		else if (block.length > 0) {
			const read = readBlock(block.join('\n'), index - block.length + 1);
			paragraphs.push(read.paragraph);
			faults.push(...read.faults);
			block = [];
		}
	}
	return { path: file.path, file, faults, paragraphs };
}

function readBlock(
	markdown: string,
	line: number,
): { paragraph: ReadingParagraph; faults: ReadingFault[] } {
	const words = parsePlainWords(markdown);
	if (words !== undefined) return { paragraph: { text: words, line }, faults: [] };
	try {
		const root = parseReadingTree(markdown);
		const text = textOf(root);
		const [stray] = findStrayNodes(root);
		const { start, end } = stray?.position ?? {};
		const place = { line: line + (start?.line ?? 1) - 1, column: start?.column ?? 1 };
		const written = markdown.slice(start?.offset, end?.offset);
		const faults: ReadingFault[] = stray
			? [{ kind: 'marked', node: stray.type, written, ...place }]
			: text === ''
				? [{ kind: 'empty', line, column: 1 }]
				: [];
		return { paragraph: { text, line }, faults };
	} catch (error) {
		const message = (error as { reason?: string }).reason ?? String(error);
		return {
			paragraph: { text: markdown, line },
			faults: [{ kind: 'syntax', line, column: 1, message }],
		};
	}
}

const plain: ReadonlySet<Nodes['type']> = new Set([
	'paragraph',
	'text',
	'emphasis',
	'strong',
	'inlineCode',
]);

/** Find what a plain paragraph does not have, in the order of the text. */
function findStrayNodes(node: Nodes): Nodes[] {
	if (node.type !== 'root' && !plain.has(node.type)) return [node];
	return 'children' in node ? (node.children as Nodes[]).flatMap(findStrayNodes) : [];
}
