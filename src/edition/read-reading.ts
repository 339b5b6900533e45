import { parseReadingTree, renderInlineHtml, textOf } from './markdown.ts';
import { readTextFile, type FileFault, type TextFile } from './read-text-file.ts';

/** One paragraph of the reading version; `line` is where it begins in its file. */
export type ReadingParagraph = { text: string; html: string; line: number };

export type ReadingSource = {
	path: string;
	file?: TextFile | undefined;
	fileFault?: FileFault | undefined;
	/** p1 first. */
	paragraphs: ReadingParagraph[];
};

/** Read `reading.md` of an article's folder: blocks apart by a blank line, one for each captured paragraph. */
export function readReading(root: string, name: string): ReadingSource {
	const { file, fault } = readTextFile(root, name);
	if (!file) return { path: fault.path, fileFault: fault, paragraphs: [] };
	const paragraphs: ReadingParagraph[] = [];
	const lines = file.text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
	let block: string[] = [];
	for (const [index, line] of [...lines, ''].entries()) {
		if (line.trim() !== '') block.push(line);
		else if (block.length > 0) {
			paragraphs.push(readParagraph(block.join('\n'), index - block.length + 1, paragraphs.length + 1));
			block = [];
		}
	}
	return { path: file.path, file, paragraphs };
}

function readParagraph(markdown: string, line: number, number: number): ReadingParagraph {
	const tree = parseReadingTree(markdown);
	return { text: textOf(tree), html: renderInlineHtml(tree.children, `reading-${number}`), line };
}
