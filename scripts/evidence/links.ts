import type { Nodes } from 'mdast';
import { parseReadingTree } from '../../src/edition/markdown.ts';
import type { ArchiveSource, ArticleSource } from '../../src/edition/read-archive.ts';
import type { PageSource } from '../../src/edition/read-page.ts';

/** A link or an image as an author wrote it, in the commentary, a reading version or a page. */
export type Link = {
	file: string;
	line: number;
	column: number;
	url: string;
	kind: 'link' | 'image';
	/** The article or the page that it stands in. */
	owner: { article: ArticleSource } | { page: PageSource };
};

const found = new WeakMap<ArchiveSource, Link[]>();

/** List every link and image of the archive. */
export function listLinks(archive: ArchiveSource): Link[] {
	const links = found.get(archive) ?? findAllLinks(archive);
	found.set(archive, links);
	return links;
}

function findAllLinks(archive: ArchiveSource): Link[] {
	const ofArticles = archive.articles.flatMap((article) => {
		const { commentary, reading } = article;
		const bodies: Nodes[] = [
			...commentary.prose,
			...commentary.written.flatMap(({ body }) => body),
		];
		return [
			...bodies.flatMap((node) => findLinks(node, commentary.path, { article })),
			...linksOfReading(reading.file?.text, reading.path, { article }),
		];
	});
	return [
		...ofArticles,
		...archive.pages.flatMap((page) =>
			page.body.flatMap((node) => findLinks(node, page.path, { page })),
		),
	];
}

/** Take the scheme of an address the way a browser reads it, which skips white space and control characters. */
export function schemeOf(url: string): string | undefined {
	return /^([a-z][a-z0-9+.-]*):/i.exec(url.replace(/[\u0000-\u0020]/g, ''))?.[1]?.toLowerCase();
}

function linksOfReading(text: string | undefined, file: string, owner: Link['owner']): Link[] {
	try {
		return findLinks(parseReadingTree((text ?? '').replace(/^\uFEFF/, '')), file, owner);
	} catch {
		// What cannot be parsed is reported by the rules about syntax.
		return [];
	}
}

function findLinks(node: Nodes, file: string, owner: Link['owner']): Link[] {
	const { line = 1, column = 1 } = node.position?.start ?? {};
	const place = { file, line, column, owner };
	const inside =
		'children' in node
			? (node.children as Nodes[]).flatMap((child) => findLinks(child, file, owner))
			: [];
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
