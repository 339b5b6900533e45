import type { Nodes as HastNodes } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Nodes, Root, RootContent } from 'mdast';
import { toHast } from 'mdast-util-to-hast';
import { toString } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { onOneLine } from '../text/one-line.ts';
import { parsePlainCommentary } from './plain-markdown.ts';

const commentaryParser = unified().use(remarkParse).use(remarkGfm).use(remarkMdx).freeze();
const readingParser = unified().use(remarkParse).use(remarkGfm).freeze();
/** MDX has no HTML, no addresses in angle brackets and no code by indentation. */
const withoutHtml = { disable: { null: ['htmlFlow', 'htmlText', 'autolink', 'codeIndented'] } };
const plainParser = unified()
	.data('micromarkExtensions', [withoutHtml])
	.use(remarkParse)
	.use(remarkGfm)
	.freeze();

/** Parse commentary: Markdown with elements. Throws a VFileMessage with line and column on bad syntax. */
export function parseCommentaryTree(text: string): Root {
	assertSparse(text);
	return parsePlainCommentary(text) ?? assertShallow(commentaryParser.parse(text));
}

/** Parse a paragraph of a reading version: Markdown without elements. Throws where it nests too deep. */
export function parseReadingTree(text: string): Root {
	assertSparse(text);
	return assertShallow(readingParser.parse(text));
}

/** Parse Markdown as commentary has it, but with nothing in it that could be an element or code. */
export function parsePlainTree(text: string): Root {
	assertSparse(text);
	return assertShallow(plainParser.parse(text));
}

/** No paragraph that is meant for readers has more; the parser's time grows with the square of them. */
const MAX_SIGNS = 1000;

/** Throw where a paragraph has so many signs of markup that parsing it would take minutes. */
function assertSparse(text: string): void {
	if (text.length <= MAX_SIGNS) return;
	let signs = 0;
	for (const [index, line] of text.split(/\r\n|\n|\r/).entries()) {
		signs = line.trim() === '' ? 0 : signs + (line.match(/[*_~[\]>]/g)?.length ?? 0);
		if (signs > MAX_SIGNS)
			throw Object.assign(new Error('Too many signs'), {
				reason: `A paragraph has more than ${MAX_SIGNS} signs of markup (* _ ~ [ ] >)`,
				line: index + 1,
				column: 1,
			});
	}
}

/** No text that is meant for readers nests deeper; a thousand quotation marks in a row would exhaust the stack. */
const MAX_DEPTH = 60;

function assertShallow(root: Root): Root {
	let level: Nodes[] = [root];
	for (let depth = 0; level.length > 0; depth++) {
		const { line = 1, column = 1 } = level[0]?.position?.start ?? {};
		if (depth > MAX_DEPTH)
			throw Object.assign(new Error('Too deep'), {
				reason: `Nested more than ${MAX_DEPTH} levels deep`,
				line,
				column,
			});
		level = level.flatMap((node) => ('children' in node ? (node.children as Nodes[]) : []));
	}
	return root;
}

/** The texts of trees that are still at hand: several rules ask for the same one. */
const texts = new WeakMap<Nodes, string>();

/** Take the text of a tree, without its marks; what stands apart on a page has a space between. */
export function textOf(node: Nodes): string {
	const known = texts.get(node);
	if (known !== undefined) return known;
	const text = takeText(node);
	texts.set(node, text);
	return text;
}

function takeText(node: Nodes): string {
	const words = wordsOf(node)
		.replace(/(?<=[\p{L}\p{N}])\0+(?=[\p{L}\p{N}])/gu, ' ')
		.replaceAll(FOOTNOTE, '');
	return onOneLine(words).trim();
}

/** What stands in a line with the words around it; everything else is a block of its own. */
const inline: ReadonlySet<string> = new Set([
	...['emphasis', 'strong', 'delete', 'link', 'linkReference'],
	'mdxJsxTextElement',
]);

/** Stands for a footnote's mark until it is known whether that parts two words; no text holds it. */
const FOOTNOTE = '\0';

function wordsOf(node: Nodes): string {
	if (node.type === 'break') return ' ';
	if (node.type === 'footnoteReference') return FOOTNOTE;
	if (!('children' in node)) return toString(node);
	const words = (node.children as Nodes[]).map(wordsOf).join('');
	return inline.has(node.type) ? words : ` ${words} `;
}

/**
 * Render Markdown nodes as HTML. Raw HTML is dropped rather than passed through, a link to anything but the
 * web, mail or a place on the site becomes mere words, and `scope` keeps the ids of footnotes apart where
 * several pieces stand on one page.
 */
export function renderHtml(nodes: RootContent[], scope: string): string {
	const plain = nodes.map((node) => (node.type === 'paragraph' ? renderPlain(node) : undefined));
	if (!plain.includes(undefined)) return plain.join('\n');
	const root: Root = { type: 'root', children: nodes };
	const tree = toHast(root, {
		clobberPrefix: `${scope}.`,
		allowDangerousHtml: false,
		footnoteLabelTagName: 'h4',
	});
	return toHtml(restrict(tree, scope)).trim();
}

/** What is rendered as an element of its own around what is in it, and of which nothing else is to be known. */
const plainElements: { readonly [type: string]: string } = {
	paragraph: 'p',
	emphasis: 'em',
	strong: 'strong',
};

/** What HTML writes otherwise than it is, and the white space at ends of lines that Markdown drops. */
const odd = /[<&]|[ \t][\r\n]|[\r\n][ \t]/;

/** Render plain words as the whole renderer does, which takes ten times as long; nothing where it must be asked. */
function renderPlain(node: Nodes): string | undefined {
	if (node.type === 'text') return odd.test(node.value) ? undefined : node.value;
	const element = plainElements[node.type];
	if (element === undefined || !('children' in node)) return undefined;
	let html = '';
	for (const child of node.children) {
		const part = child.type === 'paragraph' ? undefined : renderPlain(child);
		if (part === undefined) return undefined;
		html += part;
	}
	return `<${element}>${html}</${element}>`;
}

/** Take from links every address that a browser would run or show as a page of its own. */
function restrict<Tree extends HastNodes>(tree: Tree, scope: string): Tree {
	if (tree.type === 'element') {
		const { href, id, ariaDescribedBy } = tree.properties;
		if (typeof href === 'string' && !isPlainAddress(href)) delete tree.properties['href'];
		// The renderer gives all its footnotes' headings one id, whatever the prefix.
		if (id === 'footnote-label') tree.properties['id'] = `${scope}.footnote-label`;
		if (ariaDescribedBy) tree.properties['ariaDescribedBy'] = [`${scope}.footnote-label`];
	}
	if ('children' in tree) for (const child of tree.children) restrict(child, scope);
	return tree;
}

function isPlainAddress(href: string): boolean {
	const address = URL.parse(href, 'https://relative.invalid/');
	return address !== null && ['http:', 'https:', 'mailto:'].includes(address.protocol);
}

/** Render Markdown that is a single paragraph as the HTML inside it; anything else as `renderHtml` does. */
export function renderInlineHtml(nodes: RootContent[], scope: string): string {
	const html = renderHtml(nodes, scope);
	return nodes.length === 1 && nodes[0]?.type === 'paragraph'
		? html.slice('<p>'.length, -'</p>'.length)
		: html;
}
