import type { Nodes } from 'mdast';

/** What an author would call a piece of Markdown that may not stand where it does. */
const names: { [node: string]: string } = {
	blockquote: 'a block quotation',
	break: 'a line break',
	code: 'a block of code',
	definition: 'the address of a link',
	delete: 'struck-out words',
	footnoteDefinition: 'a footnote',
	footnoteReference: 'a footnote’s number',
	heading: 'a heading',
	html: 'HTML',
	image: 'an image',
	imageReference: 'an image',
	link: 'a link',
	linkReference: 'a link',
	list: 'a list',
	table: 'a table',
	thematicBreak: 'a line across the page',
};

/** Name a kind of Markdown in words: “a list”. */
export function nameOfNode(node: Nodes['type']): string {
	return names[node] ?? 'markup';
}
