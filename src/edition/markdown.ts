import { toHtml } from 'hast-util-to-html';
import type { Nodes, Root, RootContent } from 'mdast';
import { toHast } from 'mdast-util-to-hast';
import { toString } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const commentaryParser = unified().use(remarkParse).use(remarkGfm).use(remarkMdx).freeze();
const readingParser = unified().use(remarkParse).use(remarkGfm).freeze();

/** Parse commentary: Markdown with elements. Throws a VFileMessage with line and column on bad syntax. */
export function parseCommentaryTree(text: string): Root {
	return commentaryParser.parse(text);
}

/** Parse a paragraph of a reading version: Markdown without elements. */
export function parseReadingTree(text: string): Root {
	return readingParser.parse(text);
}

/** Take the text of a tree, without its marks. */
export function textOf(node: Nodes): string {
	return toString(node).replace(/\s+/g, ' ').trim();
}

/**
 * Render Markdown nodes as HTML. Raw HTML is dropped rather than passed through, and `scope` keeps the ids
 * of footnotes apart where several pieces stand on one page.
 */
export function renderHtml(nodes: RootContent[], scope: string): string {
	const root: Root = { type: 'root', children: nodes };
	const tree = toHast(root, { clobberPrefix: `${scope}-`, allowDangerousHtml: false, footnoteLabelTagName: 'h4' });
	return toHtml(tree).trim();
}

/** Render Markdown that is a single paragraph as the HTML inside it. */
export function renderInlineHtml(nodes: RootContent[], scope: string): string {
	const [first] = nodes;
	if (nodes.length === 1 && first?.type === 'paragraph') return toHtml(toHast({ type: 'root', children: first.children as unknown as RootContent[] }, { clobberPrefix: `${scope}-` })).trim();
	return renderHtml(nodes, scope);
}
