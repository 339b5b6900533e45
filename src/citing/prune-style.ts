import CSL, { type StyleNode } from 'citeproc';
import type { CslItem } from './csl-item.ts';

/** The types and fields of our items; a branch for others is never taken. */
const TYPES: { [type in CslItem['type']]: true } = { 'article-newspaper': true, webpage: true };
const FIELDS: { [field in keyof Required<CslItem>]: true } = {
	id: true,
	type: true,
	title: true,
	author: true,
	translator: true,
	'container-title': true,
	issued: true,
	language: true,
	medium: true,
	'original-title': true,
	source: true,
	URL: true,
	custom: true,
};
/** What the engine adds to an item, and what only its citation has. */
const ADDED = [
	'citation-label',
	'citation-number',
	'container-title-short',
	'first-reference-note-number',
	'locator',
	'locator-extra',
	'page-first',
	'title-short',
	'year-suffix',
];
const fields = new Set([...Object.keys(FIELDS), ...ADDED]);
/** A condition that always holds, by the specification of CSL: no item of ours is a book. */
const ALWAYS = { match: 'none', type: 'book' };

/**
 * Read the text of a CSL style and leave out what no item of ours comes to: branches for other types and for fields
 * that ours never have, and the order of references, of which there is always one. The engine writes out every macro
 * wherever it is called: of a style for all kinds of works it makes a hundred megabytes in a second, of what is left
 * five in a tenth of one. Throws what the engine does where the text is no style.
 */
export function pruneStyle(style: string): StyleNode {
	const { dataObj } = CSL.setupXml(style);
	prune(dataObj);
	return dataObj;
}

function prune(node: StyleNode): void {
	node.children = node.children.filter((child) => {
		if (typeof child === 'string') return true;
		if (child.name === 'choose') child.children = pruneBranches(child.children);
		return child.name !== 'sort' && (child.name !== 'choose' || child.children.length > 0);
	});
	for (const child of node.children) if (typeof child !== 'string') prune(child);
}

/** Leave out the branches of a choice that are never taken, and those after one that always is. */
function pruneBranches(branches: StyleNode['children']): StyleNode['children'] {
	const left: StyleNode[] = [];
	for (const branch of branches) {
		if (typeof branch === 'string') continue;
		const holds = branch.name === 'else' || foretell(branch);
		if (holds === false) continue;
		// A choice begins with a condition.
		if (left.length === 0)
			Object.assign(branch, {
				name: 'if',
				...(branch.name === 'else' && { attrs: { ...ALWAYS } }),
			});
		left.push(branch);
		if (holds === true) break;
	}
	return left;
}

/** Say whether the condition of a branch holds for all items of ours, or for none; nothing where that depends. */
function foretell({ attrs }: StyleNode): boolean | undefined {
	const { match = 'all', ...conditions } = attrs;
	const areFalse = Object.entries(conditions).flatMap(([name, value]) => {
		const values = value.trim().split(/\s+/);
		if (name === 'type') return [!values.some((type) => type in TYPES)];
		return values.map((field) => name === 'variable' && !fields.has(field));
	});
	if (match === 'all' && areFalse.includes(true)) return false;
	const isNone = areFalse.length > 0 && !areFalse.includes(false);
	if (match === 'any' && isNone) return false;
	return match === 'none' && isNone ? true : undefined;
}
