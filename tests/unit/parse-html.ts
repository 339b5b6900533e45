import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';

/** Reads HTML back the way a browser does: from UTF-8 bytes, by the standard's own algorithm. */
export type HtmlElement = DefaultTreeAdapterTypes.Element;
type HtmlNode = DefaultTreeAdapterTypes.Node;

/** Parse HTML as the inside of an element. */
export function parseHtml(html: string) {
	return parseFragment(Buffer.from(html).toString('utf8'));
}

/** Take the text of a tree, as `textContent` does. */
export function textContentOf(node: HtmlNode): string {
	if (node.nodeName === '#text') return (node as DefaultTreeAdapterTypes.TextNode).value;
	return childrenOf(node).map(textContentOf).join('');
}

/** List the elements of a name, in the order of the document. */
export function elementsNamed(node: HtmlNode, name: string): HtmlElement[] {
	return allElements(node).filter((element) => element.tagName === name);
}

/** List all elements, in the order of the document. */
export function allElements(node: HtmlNode): HtmlElement[] {
	return childrenOf(node).flatMap((child) => [
		...('tagName' in child ? [child] : []),
		...allElements(child),
	]);
}

/** Take an attribute's value; returns nothing where the element does not have it. */
export function attributeOf(element: HtmlElement, name: string): string | undefined {
	return element.attrs.find((attribute) => attribute.name === name)?.value;
}

/** Stretches of text with the elements around each, outermost first, and the empty links between them. */
export type Run =
	| { kind: 'text'; text: string; around: HtmlElement[] }
	| { kind: 'link'; href: string; around: HtmlElement[] };

/** List the runs of a tree in order. */
export function runsOf(node: HtmlNode, around: HtmlElement[] = []): Run[] {
	if (node.nodeName === '#text')
		return [{ kind: 'text', text: (node as DefaultTreeAdapterTypes.TextNode).value, around }];
	if ('tagName' in node && node.tagName === 'a')
		return [{ kind: 'link', href: attributeOf(node, 'href') ?? '', around }];
	const inner = 'tagName' in node ? [...around, node] : around;
	return childrenOf(node).flatMap((child) => runsOf(child, inner));
}

function childrenOf(node: HtmlNode): HtmlNode[] {
	return 'childNodes' in node ? node.childNodes : [];
}
