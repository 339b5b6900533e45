import type { ReadingFault } from '../../src/edition/read-reading.ts';
import { nameOfNode } from '../evidence/show-node.ts';
import { cut, lineAt, quoted } from '../evidence/show.ts';
import type { Rule } from './rule.ts';

export const rule: Rule = {
	id: 'reading-is-well-formed',
	states:
		'Every block of a reading version is a paragraph with words in it and no Markdown but emphasis, strong and code.',
	checkArticle: ({ reading }) =>
		reading.faults.map((fault) => ({
			rule: rule.id,
			file: reading.path,
			line: fault.line,
			column: fault.column,
			evidence: [{ label: 'line', value: cut(lineAt(reading.file?.text ?? '', fault.line), 60) }],
			...describe(fault),
		})),
};

function describe(fault: ReadingFault): { message: string; hint: string } {
	switch (fault.kind) {
		case 'syntax':
			return {
				message: `A paragraph cannot be parsed: ${describeSyntax(fault.message)}.`,
				hint: 'Write the paragraph as plain text.',
			};
		case 'empty':
			return {
				message: 'A paragraph has no words.',
				hint: 'Write what the captured paragraph says; where there is nothing to render, say so in square brackets.',
			};
		case 'marked':
			return {
				message:
					fault.node === 'break'
						? 'What stands at the end of the line makes it a line break.'
						: `${quoted(fault.written)} is taken for ${nameOfNode(fault.node)}, not for text.`,
				hint: hintFor(fault),
			};
	}
}

function describeSyntax(message: string): string {
	const clause = message.replace(/^A paragraph\b/, 'it');
	return clause.charAt(0).toLowerCase() + clause.slice(1);
}

type Marked = Extract<ReadingFault, { kind: 'marked' }>;

/** Say how to write the same characters as text. */
function hintFor({ node, written }: Marked): string {
	if (node === 'break') return 'Remove the backslash or the spaces at the end of the line.';
	if (node === 'code' && !/^[`~]/.test(written)) return 'Remove the spaces before the paragraph.';
	if (node === 'link' && !written.startsWith('['))
		return 'A reading version has no links: put the address between grave accents, as code.';
	if (node === 'link' || node === 'image')
		return 'A reading version has no links and no images: write the words alone.';
	if (node === 'heading' && !written.startsWith('#'))
		return 'Put a backslash before the line of signs below the words, or remove it.';
	const escaped = /^(\d+)([.)])/.exec(written)?.slice(1).join('\\') ?? `\\${written.slice(0, 1)}`;
	return node === 'table'
		? 'Put a backslash before each upright line, or write a sentence.'
		: `If it is meant as text, put a backslash before the sign: \`${escaped}\`${node === 'delete' ? ', and the same at the end' : ''}.`;
}
