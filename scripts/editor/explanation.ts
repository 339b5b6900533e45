import type { Nodes, Root } from 'mdast';
import { parsePlainTree } from '../../src/edition/markdown.ts';

/**
 * Explanations are typed as Markdown without elements or code; in the commentary, where `<` and `{` begin an
 * element and an expression and `import` a module, those are escaped.
 */

/** Escape a typed explanation for the commentary. Code keeps its characters: nothing begins in it. */
export function escapeExplanation(typed: string): string {
	return outsideOfCode(typed, (text, isLineStart) =>
		text
			.replace(/\\[\s\S]|[<{]/g, (found) => (found.length > 1 ? found : `\\${found}`))
			.replace(/^(?:import|export)\b/gm, (word, at: number) =>
				at > 0 || isLineStart ? `&#${word.charCodeAt(0)};${word.slice(1)}` : word,
			),
	);
}

/** Show a written explanation as it was typed: the inverse of `escapeExplanation`. */
export function showExplanation(written: string): string {
	return outsideOfCode(written.replaceAll('\r\n', '\n'), (text) =>
		text
			.replace(/\\([\s\S])/g, (found, character: string) =>
				'<{'.includes(character) ? character : found,
			)
			.replace(/^&#(?:105;(?=mport\b)|101;(?=xport\b))/gm, (reference) =>
				reference === '&#105;' ? 'i' : 'e',
			),
	);
}

/** Replace in a text what is not code. */
function outsideOfCode(
	text: string,
	replace: (part: string, isLineStart: boolean) => string,
): string {
	let result = '';
	let from = 0;
	for (const [start, end] of listCode(parsePlainTree(text))) {
		result += replace(text.slice(from, start), isLineStart(text, from)) + text.slice(start, end);
		from = end;
	}
	return result + replace(text.slice(from), isLineStart(text, from));
}

function isLineStart(text: string, codeUnit: number): boolean {
	return codeUnit === 0 || text[codeUnit - 1] === '\n';
}

/** List the stretches of code of a tree, in the order of the text. */
function listCode(node: Nodes): [start: number, end: number][] {
	if (node.type === 'code' || node.type === 'inlineCode')
		return [[node.position?.start.offset ?? 0, node.position?.end.offset ?? 0]];
	return 'children' in node ? (node.children as Nodes[]).flatMap(listCode) : [];
}

/** Write what a tree says, wherever it stands: two that are written alike are read alike. */
export function writeTree(children: Root['children']): string {
	return JSON.stringify(children.map(withoutPlaces));
}

function withoutPlaces(node: Nodes): unknown {
	const { position: _position, data: _data, ...rest } = node;
	if (!('children' in rest)) return rest;
	return { ...rest, children: joinTexts(rest.children as Nodes[]).map(withoutPlaces) };
}

/** A text is one however many pieces the parser made of it. */
function joinTexts(nodes: readonly Nodes[]): Nodes[] {
	const joined: Nodes[] = [];
	for (const node of nodes) {
		const last = joined.at(-1);
		if (node.type === 'text' && last?.type === 'text')
			joined.splice(-1, 1, { type: 'text', value: last.value + node.value });
		else joined.push(node);
	}
	return joined;
}
