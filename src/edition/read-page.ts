import { join } from 'node:path';
import type { Nodes, RootContent } from 'mdast';
import { pageSchema, type Page } from '../model/page.ts';
import { listFolder } from './list-folder.ts';
import { parseCommentaryTree, textOf } from './markdown.ts';
import { describeSyntaxError, findFaults, type CommentaryFault } from './read-commentary.ts';
import {
	MAX_MARKDOWN_BYTES,
	readTextFile,
	type FileFault,
	type TextFile,
} from './read-text-file.ts';
import { parseYaml, type DataFile, type Position } from './read-yaml.ts';

/** A fault of a page; `front-matter` is one of the lines that enclose its fields. */
type PageFault = Position & { kind: CommentaryFault['kind'] | 'front-matter'; what: string };

/** A hand-written page, read as data although the site renders it as MDX. */
export type PageSource = {
	/** The file's name without its ending, which is the page's address: `about` for /about/. */
	name: string;
	path: string;
	file?: TextFile | undefined;
	fileFault?: FileFault | undefined;
	/** Absent where the page has none that could be parsed. */
	frontMatter?: DataFile<Page> | undefined;
	/** What follows the front matter; empty where it could not be parsed. */
	body: RootContent[];
	/** The ids of its headings, which links may lead to. */
	headingIds: string[];
	faults: PageFault[];
};

/** The element that a page may have: the table of the typology. */
export const PAGE_ELEMENT = 'Typology';

/** Read the pages of an archive. */
export function readPages(root: string): PageSource[] {
	return listFolder(join(root, 'pages')).entries.flatMap(({ name }) =>
		name.endsWith('.mdx') ? [readPage(root, name)] : [],
	);
}

function readPage(root: string, fileName: string): PageSource {
	const { file, fault } = readTextFile(root, join('pages', fileName), MAX_MARKDOWN_BYTES);
	const page: PageSource = {
		name: fileName.replace(/\.mdx$/, ''),
		path: file?.path ?? fault?.path ?? fileName,
		file,
		fileFault: fault,
		body: [],
		headingIds: [],
		faults: [],
	};
	if (!file) return page;
	const text = readFrontMatter(page, file);
	try {
		page.body = parseCommentaryTree(text).children;
	} catch (error) {
		page.faults.push({ kind: 'syntax', ...describeSyntaxError(error) });
	}
	page.faults.push(...page.body.filter((node) => !isPageElement(node)).flatMap(findFaults));
	page.headingIds = listHeadingIds(page.body);
	return page;
}

/** Read the fields at the head of a page and return its text with their lines made empty. */
function readFrontMatter(page: PageSource, file: TextFile): string {
	const text = file.text.replace(/^\uFEFF/, '');
	// The renderer ends the front matter at the first line that begins so, whatever else is on it.
	const [head, fields = '', end = ''] =
		/^---[ \t]*\r?\n([^]*?(?<=\n))((?:---|\+\+\+)[^\r\n]*)/.exec(text) ?? [];
	if (head === undefined) {
		const what = /^---[ \t]*\r?\n/.test(text) ? 'not closed' : 'missing';
		page.faults.push({ kind: 'front-matter', what, line: 1, column: 1 });
		return what === 'missing' ? text : '';
	}
	if (end.trim() !== '---')
		page.faults.push({
			kind: 'front-matter',
			what: end,
			line: head.split('\n').length,
			column: 1,
		});
	// The renderer reads a bare date as a date and not as text.
	else page.frontMatter = parseYaml(file, `\n${fields}`, pageSchema, ['timestamp']);
	return head.replace(/[^\r\n]/g, '') + text.slice(head.length);
}

/** The element alone on its line, without attributes and content. */
function isPageElement(node: Nodes): boolean {
	return (
		node.type === 'mdxJsxFlowElement' &&
		node.name === PAGE_ELEMENT &&
		node.attributes.length === 0 &&
		node.children.length === 0
	);
}

/** List the ids that the renderer gives headings: GitHub's, a recurring one numbered from 1. */
function listHeadingIds(nodes: readonly Nodes[]): string[] {
	const counts = new Map<string, number>();
	return headingsOf(nodes).map((heading) => {
		const id = textOf(heading)
			.toLowerCase()
			.replace(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, '')
			.replaceAll(' ', '-');
		const count = counts.get(id) ?? 0;
		counts.set(id, count + 1);
		return count === 0 ? id : `${id}-${count}`;
	});
}

function headingsOf(nodes: readonly Nodes[]): Nodes[] {
	return nodes.flatMap((node) => {
		if (node.type === 'heading') return [node];
		return 'children' in node ? headingsOf(node.children as Nodes[]) : [];
	});
}
