import { parse, type DefaultTreeAdapterTypes } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;

/** Parse a page as a browser would and take the text of each captured paragraph. */
export function textOfParagraphs(html: string): string[] {
	return findCaptured(parse(html)).map(textOf);
}

function findCaptured(node: Node): Node[] {
	if (
		'attrs' in node &&
		node.attrs.some(({ name, value }) => name === 'class' && value.split(' ').includes('captured'))
	)
		return [node];
	return 'childNodes' in node ? node.childNodes.flatMap(findCaptured) : [];
}

function textOf(node: Node): string {
	if ('value' in node) return node.value;
	return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}
