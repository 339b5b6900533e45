import type { Nodes } from 'mdast';
import { parseReadingTree } from '../../src/edition/markdown.ts';
import type { ArticleSource } from '../../src/edition/read-archive.ts';
import type { PageSource } from '../../src/edition/read-page.ts';
import type { Problem } from '../../src/model/problem.ts';
import type { ArchiveParts, Rule } from '../checks/rule.ts';

/** A link or an image as an author wrote it, in the commentary, a reading version or a page. */
export type Link = {
	file: string;
	line: number;
	column: number;
	url: string;
	kind: 'link' | 'image';
};

const found = new WeakMap<ArticleSource, Link[]>();

/** List every link and image of an article. */
export function listLinks(article: ArticleSource): Link[] {
	const links = found.get(article) ?? findAllLinks(article);
	found.set(article, links);
	return links;
}

/** List every link and image of a hand-written page. */
export function listLinksOfPage({ body, path }: PageSource): Link[] {
	return body.flatMap((node) => findLinks(node, path));
}

/** Judge every link and image of the archive, each by itself. */
export function overLinks(
	judge: (link: Link, archive: ArchiveParts) => Problem[],
): Pick<Rule, 'check' | 'checkArticle'> {
	return {
		check: (archive) =>
			archive.pages.flatMap(listLinksOfPage).flatMap((link) => judge(link, archive)),
		checkArticle: (article, archive) => listLinks(article).flatMap((link) => judge(link, archive)),
	};
}

function findAllLinks({ commentary, reading }: ArticleSource): Link[] {
	const bodies: Nodes[] = [...commentary.prose, ...commentary.written.flatMap(({ body }) => body)];
	return [
		...bodies.flatMap((node) => findLinks(node, commentary.path)),
		...linksOfReading(reading.file?.text, reading.path),
	];
}

/** Take the scheme of an address the way a browser reads it, which skips white space and control characters. */
export function schemeOf(url: string): string | undefined {
	return /^([a-z][a-z0-9+.-]*):/i.exec(url.replace(/[\u0000-\u0020]/g, ''))?.[1]?.toLowerCase();
}

/** Without any of these Markdown has no link, no image and no address that becomes a link by itself. */
const signsOfLinks = /[[<@]|:\/\/|www\./i;

function linksOfReading(text = '', file: string): Link[] {
	if (!signsOfLinks.test(text)) return [];
	try {
		return findLinks(parseReadingTree(text.replace(/^\uFEFF/, '')), file);
	} catch {
		// What cannot be parsed is reported by the rules about syntax.
		return [];
	}
}

function findLinks(node: Nodes, file: string): Link[] {
	const { line = 1, column = 1 } = node.position?.start ?? {};
	const place = { file, line, column };
	const inside =
		'children' in node ? (node.children as Nodes[]).flatMap((child) => findLinks(child, file)) : [];
	switch (node.type) {
		case 'link':
		case 'definition':
			return [{ ...place, url: node.url, kind: 'link' }, ...inside];
		case 'image':
			return [{ ...place, url: node.url, kind: 'image' }];
		case 'mdxJsxFlowElement':
		case 'mdxJsxTextElement': {
			const addresses = node.attributes.flatMap((attribute) =>
				attribute.type === 'mdxJsxAttribute' &&
				(attribute.name === 'href' || attribute.name === 'src') &&
				typeof attribute.value === 'string'
					? [
							{
								...place,
								url: attribute.value,
								kind: attribute.name === 'src' ? ('image' as const) : ('link' as const),
							},
						]
					: [],
			);
			return [...addresses, ...inside];
		}
		default:
			return inside;
	}
}
