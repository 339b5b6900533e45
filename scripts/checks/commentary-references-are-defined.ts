import type { Nodes } from 'mdast';
import type { CommentarySource } from '../../src/edition/read-commentary.ts';
import type { Position } from '../../src/edition/read-yaml.ts';
import { quoted } from '../evidence/show.ts';
import type { Rule } from './rule.ts';

type Fault = Position & { message: string; hint: string };

export const rule: Rule = {
	id: 'commentary-references-are-defined',
	states:
		'Every footnote and every link by name has its definition in the same element, and every footnote is referred to.',
	checkArticle: ({ commentary }) =>
		// Whatever refers or defines stands in brackets.
		commentary.file?.text.includes('[')
			? listPieces(commentary)
					.flatMap(({ name, nodes }) => findFaults(nodes, name, commentary))
					.map((fault) => ({ rule: rule.id, file: commentary.path, ...fault, evidence: [] }))
			: [],
};

/** List what is rendered each by itself: the body of every element, and the prose. */
function listPieces({ written, prose }: CommentarySource): { name: string; nodes: Nodes[] }[] {
	return [
		...written.map(({ element, body }) => ({ name: `its <${element}>`, nodes: body })),
		{ name: 'the prose', nodes: prose },
	];
}

function findFaults(pieces: Nodes[], name: string, { file }: CommentarySource): Fault[] {
	const nodes = pieces.flatMap(listNodes);
	const idsOf = (...types: Nodes['type'][]) =>
		new Set(
			nodes.flatMap((node) =>
				types.includes(node.type) && 'identifier' in node ? node.identifier : [],
			),
		);
	const footnotes = idsOf('footnoteDefinition');
	const addresses = idsOf('definition');
	const referred = idsOf('footnoteReference');
	const text = file?.text.replace(/^\uFEFF/, '') ?? '';
	return nodes.flatMap((node): Fault[] => {
		const { line = 1, column = 1 } = node.position?.start ?? {};
		const source = text.slice(node.position?.start.offset, node.position?.end.offset);
		switch (node.type) {
			case 'footnoteReference':
			case 'linkReference':
			case 'imageReference': {
				const isFootnote = node.type === 'footnoteReference';
				if ((isFootnote ? footnotes : addresses).has(node.identifier)) return [];
				return [{ line, column, ...describeUndefined(source, isFootnote, name) }];
			}
			case 'footnoteDefinition':
				if (referred.has(node.identifier)) return [];
				return [
					{
						line,
						column,
						message: `Nothing in ${name} refers to the footnote ${quoted(`[^${node.label ?? node.identifier}]`)}, so it is not shown.`,
						hint: `Put [^${node.label ?? node.identifier}] after the words that it is about, or remove the footnote.`,
					},
				];
			case 'text': {
				const [reference] = undefinedReference.exec(source) ?? [];
				if (reference === undefined) return [];
				const isFootnote = reference.startsWith('[^');
				return [{ line, column, ...describeUndefined(reference, isFootnote, name) }];
			}
			default:
				return [];
		}
	});
}

/** Without a definition anywhere Markdown takes the reference for text; an escaped bracket is meant so. */
const undefinedReference = /(?<!\\)\[(?:\^[^\]\s]+|[^[\]^]+\]\[[^[\]]*)\]/;

function describeUndefined(reference: string, isFootnote: boolean, name: string) {
	const label = /\[([^[\]]*)\]$/.exec(reference)?.[1] ?? '';
	return {
		message: `${quoted(reference)} refers to ${isFootnote ? 'a footnote' : 'an address'} that ${name} does not define.`,
		hint: isFootnote
			? `Add a paragraph there such as “[${label}]: The source.”, or put a backslash before the bracket if it is meant as text.`
			: 'Write the link with its address, [words](https://…), or put a backslash before the bracket if it is meant as text.',
	};
}

function listNodes(node: Nodes): Nodes[] {
	return 'children' in node ? [node, ...(node.children as Nodes[]).flatMap(listNodes)] : [node];
}
