import CSL, { type StyleNode } from 'citeproc';
import { expect, test } from 'vitest';
import type { Citable } from '../../../src/citing/citable.ts';
import { makeCslItem } from '../../../src/citing/csl-item.ts';
import { startStyle } from '../../../src/citing/format-styles.ts';
import { pruneStyle } from '../../../src/citing/prune-style.ts';
import { cases, styleTexts } from './citables.ts';

/** What is left of the branches of a choice, each by its name and its text or condition. */
function pruneBranches(branches: string): string[] {
	const [choose] = pruneStyle(
		`<style><citation><layout><choose>${branches}</choose></layout></citation></style>`,
	)
		.children.filter(isNode)
		.flatMap(({ children }) => children.filter(isNode))
		.flatMap(({ children }) => children.filter(isNode));
	return (choose?.children ?? []).filter(isNode).map(({ name, children }) => {
		const [text] = children.filter(isNode);
		return `${name} ${text?.attrs['value'] ?? ''}`;
	});
}

const isNode = (child: StyleNode | string): child is StyleNode => typeof child !== 'string';

const text = (value: string) => `<text value="${value}"/>`;

test.for([
	['<if type="book">a</if>', []],
	['<if type="book webpage">a</if>', ['if']],
	['<if type="webpage" variable="title volume">a</if>', []],
	['<if match="any" variable="title volume">a</if>', ['if']],
	['<if match="any" variable="volume issue">a</if>', []],
	['<if match="any" type="book" variable="volume title">a</if>', ['if']],
	['<if match="none" variable="title volume">a</if>', ['if']],
	['<if is-numeric="volume">a</if>', ['if']],
	['<if variable="locator">a</if>', ['if']],
	['<if type="book" position="first">a</if>', []],
] as const)('of %s is left: %s', ([branch, left]) => {
	expect(pruneBranches(branch.replace('>a<', `>${text('a')}<`))).toEqual(
		left.map((name) => `${name} a`),
	);
});

test('a branch that is always taken is the last, and one that is left alone begins its choice', () => {
	const branches = [
		`<if type="book">${text('a')}</if>`,
		`<else-if variable="title">${text('b')}</else-if>`,
		`<else-if match="none" variable="volume">${text('c')}</else-if>`,
		`<else>${text('d')}</else>`,
	];
	expect(pruneBranches(branches.join(''))).toEqual(['if b', 'else-if c']);
	expect(pruneBranches(`${branches[0] ?? ''}${branches[3] ?? ''}`)).toEqual(['if d']);
});

test.for(Object.keys(styleTexts).filter((name) => name !== 'locale'))(
	'%s has no branch for other types alone, and cites all that it did',
	(name) => {
		const style = styleTexts[name as keyof typeof styleTexts];
		const texts = { style, locale: styleTexts.locale };
		const isForOthers = ({ attrs: { type, match } }: StyleNode) =>
			type !== undefined &&
			(match ?? 'all') === 'all' &&
			!/\b(?:article-newspaper|webpage)\b/.test(type);
		const countForOthers = (node: StyleNode): number =>
			node.children
				.filter(isNode)
				.reduce((sum, child) => sum + countForOthers(child), isForOthers(node) ? 1 : 0);
		expect(countForOthers(CSL.setupXml(style).dataObj)).toBeGreaterThan(0);
		expect(countForOthers(pruneStyle(style))).toBe(0);
		const [whole, pruned] = [startStyle(texts), startStyle(texts, pruneStyle)];
		for (const [title, citable] of Object.entries(cases) as [string, Citable][])
			for (const paragraph of [undefined, 12]) {
				const item = makeCslItem(citable);
				expect(pruned.cite(item, { paragraph }), title).toEqual(whole.cite(item, { paragraph }));
			}
	},
);

test('what is no style is refused', () => {
	expect(() => pruneStyle('')).toThrow();
});
