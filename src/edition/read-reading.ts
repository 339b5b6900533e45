import { parseReadingTree, textOf } from './markdown.ts';
import { readTextFile, type FileFault, type TextFile } from './read-text-file.ts';
import type { Position } from './read-yaml.ts';

/** One paragraph of the reading version, plain text; `line` is where it begins in its file. */
export type ReadingParagraph = { text: string; line: number };

export type ReadingSource = {
	path: string;
	file?: TextFile | undefined;
	fileFault?: FileFault | undefined;
	/** Paragraphs that could not be parsed; their text is kept as written. */
	syntaxFaults: (Position & { message: string })[];
	/** p1 first. */
	paragraphs: ReadingParagraph[];
};

/** Read `reading.md` of an article's folder: blocks apart by a blank line, one for each captured paragraph. */
export function readReading(root: string, name: string): ReadingSource {
	const { file, fault } = readTextFile(root, name);
	if (!file) return { path: fault.path, fileFault: fault, syntaxFaults: [], paragraphs: [] };
	const paragraphs: ReadingParagraph[] = [];
	const syntaxFaults: ReadingSource['syntaxFaults'] = [];
	const lines = file.text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
	let block: string[] = [];
	for (const [index, line] of [...lines, ''].entries()) {
		if (line.trim() !== '') block.push(line);
		else if (block.length > 0) {
			const markdown = block.join('\n');
			const line = index - block.length + 1;
			block = [];
			try {
				paragraphs.push({ text: textOf(parseReadingTree(markdown)), line });
			} catch (error) {
				syntaxFaults.push({
					line,
					column: 1,
					message: (error as { reason?: string }).reason ?? String(error),
				});
				paragraphs.push({ text: markdown, line });
			}
		}
	}
	return { path: file.path, file, syntaxFaults, paragraphs };
}
