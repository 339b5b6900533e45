/**
 * Reads the Markdown that commentary and reading versions are mostly written in: paragraphs of plain words and
 * *emphasis*, in the commentary between the tags of elements. What it reads it reads as the whole parser does,
 * node by node and place by place; at any sign that could mean something else it leaves the text to that.
 */
import type { Emphasis, Paragraph, PhrasingContent, Root, RootContent, Text } from 'mdast';
import type { MdxJsxAttribute, MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import { onOneLine } from '../text/one-line.ts';

type Point = { line: number; column: number; offset: number };

/** Parse a commentary of plain paragraphs and elements; returns nothing where the whole parser must be asked. */
export function parsePlainCommentary(text: string): Root | undefined {
	if (oddCharacters.test(text)) return undefined;
	const reader = new Reader(text);
	const start = reader.point(0);
	const children: RootContent[] = [];
	for (let at = skipBlankLines(text, 0); at < text.length; at = skipBlankLines(text, reader.at)) {
		reader.at = at;
		const block = text[at] === '<' ? readElements(reader) : readProse(reader);
		// The next block begins after a blank line, or there is none.
		if (!block || !isEnd(text, reader.at)) return undefined;
		children.push(block);
	}
	if (children.length === 0) return undefined;
	return { type: 'root', children, position: { start, end: reader.point(text.length) } };
}

/**
 * Take the words of a block of lines that is one plain paragraph, with or without *emphasis*; returns nothing
 * where the whole parser must be asked.
 */
export function parsePlainWords(text: string): string | undefined {
	if (oddCharacters.test(text)) return undefined;
	for (const line of text.split('\n')) if (!isPlainLine(line)) return undefined;
	return areStarsPlain(text) ? onOneLine(text.replaceAll('*', '')).trim() : undefined;
}

/** Line ends other than \n, what the parser replaces, and a byte-order mark. */
const oddCharacters = /[^\t\n\u0020-\u007E\u00A0-\uD7FF\uE000-\uFEFE\uFF00-\uFFFD]/;

/** Signs of markup, of entities and of addresses that become links by themselves; of stars more is asked. */
const signs = /[\t<>&\\`_~|[\]{}@]|:\/\/|www\./i;

/** A letter, a figure that numbers no list, or a mark that begins a sentence; nothing that begins another block. */
const plainStart = /^(?:[\p{L}“‘«("']|\d+[^\d.)]|\*[^\s*])/u;

function isPlainLine(line: string): boolean {
	return (
		plainStart.test(line) &&
		!line.endsWith(' ') &&
		!signs.test(line) &&
		!/^(?:import|export)\b/.test(line)
	);
}

/**
 * A star that can open emphasis and cannot close it, with the signs on its sides; and the other way round. By
 * Markdown’s rules that depends on whether these are white space, marks or neither.
 */
const opening = /^(?:\s?\*[^\s*]|[(“«>]\*[\p{L}\p{N}])$/u;
const closing = /^(?:[^\s*]\*\s?|[\p{L}\p{N}]\*[.,;:!?)”»’<])$/u;

/** Say whether the stars of a stretch of text open and close emphasis in turn and can mean nothing else. */
function areStarsPlain(text: string, from = 0, end = text.length): boolean {
	let isOpen = false;
	for (let at = nextStar(text, from, end); at < end; at = nextStar(text, at + 1, end)) {
		const around = text.slice(Math.max(0, at - 1), at + 2);
		if (!(isOpen ? closing : opening).test(around)) return false;
		isOpen = !isOpen;
	}
	return !isOpen;
}

/** Find the next star before `end`; `end` where there is none. */
function nextStar(text: string, from: number, end: number): number {
	const star = text.indexOf('*', from);
	return star === -1 || star > end ? end : star;
}

/** Walks through a text from place to place, each after the last. */
class Reader {
	readonly text: string;
	at = 0;
	#line = 1;
	#lineStart = 0;

	constructor(text: string) {
		this.text = text;
	}

	/** Tell line and column of an offset that is not before the last one asked for. */
	point(offset: number): Point {
		for (;;) {
			const end = this.text.indexOf('\n', this.#lineStart);
			if (end === -1 || end >= offset) break;
			this.#line++;
			this.#lineStart = end + 1;
		}
		return { line: this.#line, column: offset - this.#lineStart + 1, offset };
	}
}

function skipBlankLines(text: string, from: number): number {
	let at = from;
	while (text[at] === '\n') at++;
	return at;
}

/** Say whether a block ends at `at`: at the end of the text, or before a blank line. */
function isEnd(text: string, at: number): boolean {
	return (
		at === text.length || (text[at] === '\n' && (at + 1 === text.length || text[at + 1] === '\n'))
	);
}

function lineEnd(text: string, from: number): number {
	const end = text.indexOf('\n', from);
	return end === -1 ? text.length : end;
}

/** Read the lines that follow up to a blank line, or to one that begins with a tag. */
function readProse(reader: Reader): Paragraph | undefined {
	const { text, at } = reader;
	let end = at;
	for (let from = at; from < text.length && text[from] !== '\n'; from = end + 1) {
		if (text.startsWith('</', from)) break;
		end = lineEnd(text, from);
		if (!isPlainLine(text.slice(from, end).replace(/^(?: {1,3}|\t)/, ''))) return undefined;
	}
	if (end === at) return undefined;
	reader.at = end;
	const indent = /^[ \t]*/.exec(text.slice(at, at + 4))?.[0].length ?? 0;
	return readWords(reader, at + indent, end);
}

function readWords(reader: Reader, from: number, end: number): Paragraph | undefined {
	const start = reader.point(from);
	const children = readInline(reader, from, end);
	return children && { type: 'paragraph', children, position: { start, end: reader.point(end) } };
}

/** Read words and emphasis. */
function readInline(reader: Reader, from: number, end: number): PhrasingContent[] | undefined {
	if (!areStarsPlain(reader.text, from, end)) return undefined;
	const children: PhrasingContent[] = [];
	for (let at = from; at < end;) {
		const star = nextStar(reader.text, at, end);
		if (star > at) children.push(readText(reader, at, star));
		at = star;
		if (star < end) {
			at = nextStar(reader.text, star + 1, end) + 1;
			children.push(readEmphasis(reader, star, at));
		}
	}
	return children;
}

function readEmphasis(reader: Reader, from: number, end: number): Emphasis {
	const start = reader.point(from);
	const children = [readText(reader, from + 1, end - 1)];
	return { type: 'emphasis', children, position: { start, end: reader.point(end) } };
}

function readText(reader: Reader, from: number, end: number): Text {
	const start = reader.point(from);
	const written = reader.text.slice(from, end);
	// The indentation of a line that goes on with emphasis belongs to neither.
	const [indent = ''] = /(?<=\n)[ \t]+$/.exec(written) ?? [];
	const value = written.replace(/\n[ \t]+/g, '\n');
	return { type: 'text', value, position: { start, end: reader.point(end - indent.length) } };
}

const tagStart = /<([A-Z][A-Za-z]*)/y;
const attribute =
	/(?: +|\n[ \t]*)([A-Za-z]+)(?:="([^"&\n\t]*)"|=\{(0|[1-9]\d*|true|false)\})?(?=[ \n>])/y;
const tagEnd = /\n?>/y;

/** Read an element with lines of its own, or the paragraph of those that stand on one line, one below the other. */
function readElements(reader: Reader): Paragraph | MdxJsxFlowElement | undefined {
	const { text } = reader;
	const first = readElement(reader);
	if (first?.type !== 'mdxJsxTextElement') return first;
	const children: PhrasingContent[] = [first];
	while (text.startsWith('\n<', reader.at)) {
		children.push(readText(reader, reader.at, ++reader.at));
		const element = readElement(reader);
		if (element?.type !== 'mdxJsxTextElement') return undefined;
		children.push(element);
	}
	const { start } = first.position ?? { start: reader.point(reader.at) };
	return {
		type: 'paragraph',
		children,
		position: { start: { ...start }, end: reader.point(reader.at) },
	};
}

/** Read an element from its tag to its closing tag: on one line, or with paragraphs on lines between the two. */
function readElement(reader: Reader): MdxJsxTextElement | MdxJsxFlowElement | undefined {
	const { text, at } = reader;
	const start = reader.point(at);
	const [opened, name = ''] = match(tagStart, text, at) ?? [];
	if (opened === undefined) return undefined;
	const attributes: MdxJsxAttribute[] = [];
	let next = at + opened.length;
	for (let found = match(attribute, text, next); found; found = match(attribute, text, next)) {
		attributes.push(readAttribute(reader, found, next));
		next += found[0].length;
	}
	const end = match(tagEnd, text, next);
	if (!end) return undefined;
	next += end[0].length;
	const head = { name, attributes };
	return text[next] === '\n'
		? readBlocks(reader, { type: 'mdxJsxFlowElement', ...head, children: [] }, next, start)
		: readLine(reader, { type: 'mdxJsxTextElement', ...head, children: [] }, next, start);
}

function readBlocks(
	reader: Reader,
	element: MdxJsxFlowElement,
	from: number,
	start: Point,
): MdxJsxFlowElement | undefined {
	const { text } = reader;
	const closing = `</${element.name}>`;
	for (reader.at = skipBlankLines(text, from); ; reader.at = skipBlankLines(text, reader.at)) {
		if (text.startsWith(closing, reader.at)) break;
		const paragraph = reader.at === text.length ? undefined : readProse(reader);
		if (!paragraph) return undefined;
		element.children.push(paragraph);
	}
	reader.at += closing.length;
	element.position = { start, end: reader.point(reader.at) };
	return element;
}

function readLine(
	reader: Reader,
	element: MdxJsxTextElement,
	from: number,
	start: Point,
): MdxJsxTextElement | undefined {
	const { text } = reader;
	const closing = `</${element.name}>`;
	const end = lineEnd(text, from) - closing.length;
	if (!text.startsWith(closing, end) || !isPlainLine(text.slice(from, end))) return undefined;
	const children = readInline(reader, from, end);
	if (!children) return undefined;
	reader.at = end + closing.length;
	return { ...element, children, position: { start, end: reader.point(reader.at) } };
}

function readAttribute(reader: Reader, found: RegExpExecArray, from: number): MdxJsxAttribute {
	const [whole, name = '', words, literal] = found;
	const position = {
		start: reader.point(from + whole.search(/[^ \n\t]/)),
		end: reader.point(from + whole.length),
	};
	const value =
		words ??
		(literal === undefined
			? null
			: ({ type: 'mdxJsxAttributeValueExpression', value: literal } as const));
	return { type: 'mdxJsxAttribute', name, value, position };
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
	pattern.lastIndex = at;
	return pattern.exec(text);
}
