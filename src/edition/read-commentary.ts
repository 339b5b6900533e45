import type { Nodes, RootContent } from 'mdast';
import type { MdxJsxAttribute, MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import {
	noteSchema,
	pointSchema,
	quotationSchema,
	type NoteAttributes,
	type PointAttributes,
	type QuotationAttributes,
} from '../model/note.ts';
import { parseCommentaryTree } from './markdown.ts';
import {
	MAX_MARKDOWN_BYTES,
	readTextFile,
	type FileFault,
	type TextFile,
} from './read-text-file.ts';
import { judge, type FieldFault, type Position } from './read-yaml.ts';

/** An element of the commentary; `at` finds one of its attributes, or the element itself. */
export type CommentaryElement<Attributes> = {
	attributes: Attributes;
	body: RootContent[];
	at: (attribute?: keyof Attributes) => Position;
};

/** Something in the commentary that is code, or an element that it may not have. */
export type CommentaryFault = Position & {
	kind: 'code' | 'element' | 'repeated' | 'syntax';
	what: string;
};

/** An element as it is written, whether or not its schema accepts it; `body` is not judged either. */
export type WrittenElement = {
	element: ElementName;
	attributes: { [name: string]: unknown };
	body: RootContent[];
	at: (attribute?: PropertyKey) => Position;
	/** Where the element stands in the file and, inside it, what stands between its tags. */
	span: CodeUnitSpan;
	bodySpan: CodeUnitSpan;
};

/** A stretch of a file's text in UTF-16 code units, `end` exclusive. */
type CodeUnitSpan = { startCodeUnit: number; endCodeUnit: number };

/** The commentary of an article as data: nothing in it is ever run. */
export type CommentarySource = {
	path: string;
	file?: TextFile | undefined;
	fileFault?: FileFault | undefined;
	points: CommentaryElement<PointAttributes>[];
	quotations: CommentaryElement<QuotationAttributes>[];
	notes: CommentaryElement<NoteAttributes>[];
	/** All elements, also those that are refused. */
	written: WrittenElement[];
	/** What stands beside the elements. */
	prose: RootContent[];
	faults: CommentaryFault[];
	fieldFaults: (FieldFault & { element: string })[];
};

const elements = { Note: noteSchema, Quotation: quotationSchema, Point: pointSchema };
type ElementName = keyof typeof elements;
type Jsx = MdxJsxFlowElement | MdxJsxTextElement;

/** Read `commentary.mdx` of an article's folder. */
export function readCommentary(root: string, name: string): CommentarySource {
	const { file, fault } = readTextFile(root, name, MAX_MARKDOWN_BYTES);
	if (file) return parseCommentary(file);
	return { ...emptyCommentary(fault.path), fileFault: fault };
}

/** Parse the text of a commentary, whether it is on disk already or would be. */
export function parseCommentary(file: TextFile): CommentarySource {
	const source: CommentarySource = { ...emptyCommentary(file.path), file };
	let children: RootContent[];
	try {
		({ children } = parseCommentaryTree(file.text.replace(/^\uFEFF/, '')));
	} catch (error) {
		source.faults.push({ kind: 'syntax', ...describeSyntaxError(error) });
		return source;
	}
	for (const node of children) {
		const found = elementsOf(node);
		if (!found) source.prose.push(node);
		for (const { element, name: elementName } of found ?? [])
			readElement(source, element, elementName);
	}
	source.faults.push(...source.prose.flatMap(findFaults));
	return source;
}

function emptyCommentary(path: string): CommentarySource {
	return {
		path,
		points: [],
		quotations: [],
		notes: [],
		written: [],
		prose: [],
		faults: [],
		fieldFaults: [],
	};
}

/**
 * Take the elements that a node consists of; returns nothing for prose. Elements whose tags stand on one
 * line, alone or one under the other, are parsed as parts of a paragraph.
 */
function elementsOf(node: RootContent): { element: Jsx; name: ElementName }[] | undefined {
	const parts: Nodes[] =
		node.type === 'paragraph'
			? node.children.filter((child) => child.type !== 'text' || child.value.trim() !== '')
			: [node];
	const found = parts.flatMap((part) =>
		(part.type === 'mdxJsxFlowElement' || part.type === 'mdxJsxTextElement') &&
		isElementName(part.name)
			? [{ element: part, name: part.name }]
			: [],
	);
	return found.length === parts.length && found.length > 0 ? found : undefined;
}

/** A tag that is never closed is told by its place in the message alone: “(12:1-12:17)”. */
export function describeSyntaxError(error: unknown): Position & { what: string } {
	const { reason, line, column } = error as { reason?: string; line?: number; column?: number };
	const what = reason ?? String(error);
	const [, ...named] = /\((\d+):(\d+)-/.exec(what) ?? [];
	const [namedLine = 1, namedColumn = 1] = named.map(Number);
	return { what, line: line ?? namedLine, column: column ?? namedColumn };
}

function isElementName(name: string | null): name is ElementName {
	return name !== null && Object.hasOwn(elements, name);
}

function readElement(source: CommentarySource, element: Jsx, name: ElementName): void {
	const written = new Map<string, { value: unknown; position: Position }>();
	const code = new Set<string>();
	for (const attribute of element.attributes) {
		const position = positionOf(attribute) ?? positionOf(element) ?? START;
		if (attribute.type === 'mdxJsxExpressionAttribute')
			source.faults.push({ kind: 'code', what: `{${attribute.value}}`, ...position });
		else if (written.has(attribute.name))
			source.faults.push({ kind: 'repeated', what: `<${name}>.${attribute.name}`, ...position });
		else {
			const literal = literalOf(attribute);
			if (literal === undefined) {
				source.faults.push({ kind: 'code', what: codeOf(attribute), ...position });
				code.add(attribute.name);
			} else written.set(attribute.name, { value: literal.value, position });
		}
	}
	const body = blocksOf(element);
	source.faults.push(...body.flatMap(findFaults));
	const elementPosition = positionOf(element) ?? START;
	const at = (attribute?: PropertyKey) =>
		written.get(String(attribute))?.position ?? elementPosition;
	const data = Object.fromEntries([...written].map(([key, { value }]) => [key, value]));
	source.written.push({
		element: name,
		attributes: data,
		body,
		at,
		...spansOf(element, source.file?.text.startsWith('\uFEFF') ? 1 : 0),
	});
	const { value, faults } = judge(elements[name], data, ([attribute]) => at(attribute));
	// An attribute that holds code is refused for that; it is not missing as well.
	source.fieldFaults.push(
		...faults.filter(({ field }) => !code.has(field)).map((fault) => ({ ...fault, element: name })),
	);
	if (!value) return;
	if (name === 'Note') source.notes.push({ attributes: value as NoteAttributes, body, at });
	else if (name === 'Quotation')
		source.quotations.push({ attributes: value as QuotationAttributes, body, at });
	else source.points.push({ attributes: value as PointAttributes, body, at });
}

/** Offsets of the tree count from after a byte-order mark, those of the file from its beginning. */
function spansOf(element: Jsx, shift: number): Pick<WrittenElement, 'span' | 'bodySpan'> {
	const offsetOf = (node: Nodes | undefined, side: 'start' | 'end') =>
		(node?.position?.[side].offset ?? 0) + shift;
	const [startCodeUnit, endCodeUnit] = [offsetOf(element, 'start'), offsetOf(element, 'end')];
	const [first, last] = [element.children[0], element.children.at(-1)];
	return {
		span: { startCodeUnit, endCodeUnit },
		bodySpan: first
			? { startCodeUnit: offsetOf(first, 'start'), endCodeUnit: offsetOf(last, 'end') }
			: { startCodeUnit: endCodeUnit, endCodeUnit },
	};
}

/** An element on one line holds words, one over several lines holds blocks; take both as blocks. */
function blocksOf(element: Jsx): RootContent[] {
	if (element.type === 'mdxJsxFlowElement') return element.children;
	return [{ type: 'paragraph', children: element.children }];
}

/** Take the literal that an attribute holds; returns nothing for an expression that would have to be run. */
function literalOf({ value }: MdxJsxAttribute): { value: unknown } | undefined {
	if (value === null || value === undefined) return { value: true };
	if (typeof value === 'string') return { value };
	const text = value.value.trim();
	if (/^(?:\d{1,9}|true|false)$/.test(text))
		return { value: JSON.parse(text.replace(/^0+(?=\d)/, '')) };
	return undefined;
}

function codeOf({ name, value }: MdxJsxAttribute): string {
	return `${name}={${typeof value === 'object' && value !== null ? value.value : ''}}`;
}

/** Find code and unknown elements in prose or in the body of an element. */
export function findFaults(node: Nodes): CommentaryFault[] {
	const position = positionOf(node) ?? START;
	switch (node.type) {
		case 'mdxjsEsm':
		case 'mdxFlowExpression':
		case 'mdxTextExpression':
			return [
				{
					kind: 'code',
					what: node.type === 'mdxjsEsm' ? firstLine(node.value) : `{${firstLine(node.value)}}`,
					...position,
				},
			];
		case 'mdxJsxFlowElement':
		case 'mdxJsxTextElement':
			return [{ kind: 'element', what: `<${node.name ?? ''}>`, ...position }];
		default:
			return 'children' in node ? (node.children as Nodes[]).flatMap(findFaults) : [];
	}
}

function firstLine(text: string): string {
	return text.split('\n', 1)[0] ?? '';
}

function positionOf(node: {
	position?: { start: { line: number; column: number } } | undefined;
}): Position | undefined {
	return node.position && { line: node.position.start.line, column: node.position.start.column };
}

const START = { line: 1, column: 1 };
