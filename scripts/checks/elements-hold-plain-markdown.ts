import type { Nodes } from 'mdast';
import { nameOfNode } from '../evidence/show-node.ts';
import { cut, lineAt } from '../evidence/show.ts';
import type { Rule } from './rule.ts';

const refused: ReadonlySet<Nodes['type']> = new Set([
	'blockquote',
	'heading',
	'html',
	'image',
	'imageReference',
	'thematicBreak',
]);

export const rule: Rule = {
	id: 'elements-hold-plain-markdown',
	states:
		'Notes, quotations and points hold paragraphs, lists, tables, emphasis, strong, struck-out words, code, links and footnotes, and nothing else.',
	checkArticle: ({ commentary }) =>
		commentary.written.flatMap(({ element, body }) =>
			body.flatMap(findRefused).map((node) => {
				const { line = 1, column = 1 } = node.position?.start ?? {};
				return {
					rule: rule.id,
					file: commentary.path,
					line,
					column,
					message: `A <${element}> holds ${nameOfNode(node.type)}.`,
					evidence: [
						{ label: 'line', value: cut(lineAt(commentary.file?.text ?? '', line).trim()) },
					],
					hint: hintFor(node),
				};
			}),
		),
};

function findRefused(node: Nodes): Nodes[] {
	if (refused.has(node.type)) return [node];
	return 'children' in node ? (node.children as Nodes[]).flatMap(findRefused) : [];
}

function hintFor({ type }: Nodes): string {
	if (type === 'image' || type === 'imageReference') return 'Say in words what it shows.';
	if (type === 'heading' || type === 'blockquote')
		return 'Write a paragraph; put a backslash before the sign if it is meant as text.';
	return 'Remove it, or put a backslash before the sign if it is meant as text.';
}
