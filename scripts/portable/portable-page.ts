import { posix } from 'node:path';
import { defaultTreeAdapter as tree, parse, type DefaultTreeAdapterMap } from 'parse5';
import { PORTABLE_EDITION, portableLink } from '../../src/offline/portable-link.ts';

type Element = DefaultTreeAdapterMap['element'];
type Node = DefaultTreeAdapterMap['node'];

/** A change of a page's HTML: what stands in [start, end), in UTF-16 units, becomes `text`. */
type Edit = { start: number; end: number; text: string };

/** What only a host, or a script that fetches, has a use for. */
const DROPPED_LINKS = new Set(['preload', 'search']);
const LINK_ATTRIBUTES = ['href', 'src', 'action', 'poster', 'data'];
/** Shown where the sheet that hides it is not beside the page, as when one file was opened within the zip. */
const ALONE =
	'This page was opened alone, so its style sheets, its scripts and the pages it links to are not there. Unpack the whole zip into a folder first, on a computer, and open index.html in that folder.';
/** Shown until the search runs. */
const SEARCH_WAITS =
	'If nothing happens while you type, this browser cannot run the search from a folder, or files of this copy are missing. START-HERE.html says what can be done.';
const OFFLINE_PAGE =
	'<h1>Offline</h1> <p class="statement">This is the portable edition: all pages of the archive are in this copy, and its search as well. Nothing needs a network.</p>';

/**
 * Make a page of the site one of the portable edition, which is opened from a folder: links name files, scripts
 * are no modules, and what would be fetched is left out. Text is not touched. `path` is that of the page's file
 * from the site's root, `exists` tells which files the portable edition has; throws naming what a link misses.
 */
export function portablePage(
	html: string,
	path: string,
	exists: (path: string) => boolean,
): string {
	const root = '../'.repeat(path.split('/').length - 1) || './';
	const edits: Edit[] = [];
	const address = publicAddressOf(html) ?? `/${path.replace(/index\.html$/, '')}`;
	const visit = (node: Node): void => {
		if (tree.isElementNode(node)) edits.push(...editElement(node, { path, root, address, exists }));
		if ('childNodes' in node) node.childNodes.forEach(visit);
	};
	visit(parse(html, { sourceCodeLocationInfo: true }));
	return applyEdits(html, edits);
}

/** Find the public address that a page states of itself. */
function publicAddressOf(html: string): string | undefined {
	return /<meta property="og:url" content="([^"]+)"/.exec(html)?.[1];
}

/** What is known of a page while its elements are edited. */
type Context = {
	path: string;
	/** The way from the page to the site's root. */
	root: string;
	address: string;
	exists: (path: string) => boolean;
};

function editElement(element: Element, { path, root, address, exists }: Context): Edit[] {
	const place = element.sourceCodeLocation;
	// What the parser supplied by itself stands nowhere.
	if (!place?.startTag) return [];
	const attribute = (name: string) => element.attrs.find((one) => one.name === name)?.value;
	const insert = (at: number, text: string): Edit => ({ start: at, end: at, text });
	const { tagName } = element;
	if (tagName === 'link' && DROPPED_LINKS.has(attribute('rel') ?? ''))
		return [{ start: place.startOffset, end: place.endOffset, text: '' }];
	if (tagName === 'main' && path === 'offline/index.html' && place.endTag)
		return [{ start: place.startTag.endOffset, end: place.endTag.startOffset, text: OFFLINE_PAGE }];
	const edits: Edit[] = LINK_ATTRIBUTES.flatMap((name) => {
		const value = attribute(name);
		const at = place.attrs?.[name];
		if (value === undefined || !at || !isOfSite(value)) return [];
		const link = portableLink(value);
		requireFile(link, path, exists);
		return link === value
			? []
			: [{ start: at.startOffset, end: at.endOffset, text: `${name}="${escapeAttribute(link)}"` }];
	});
	if (attribute('srcset') !== undefined)
		throw new Error(`${path} has a srcset, which the portable edition does not know.`);
	const startsAt = place.startTag.startOffset + 1 + tagName.length;
	if (tagName === 'html')
		edits.push(
			insert(
				startsAt,
				` data-edition="${PORTABLE_EDITION}" data-address="${escapeAttribute(address)}"`,
			),
		);
	const refresh = /^(\d+; *url=)(.*)$/.exec(attribute('content') ?? '');
	const content = place.attrs?.['content'];
	if (attribute('http-equiv') === 'refresh' && refresh && content)
		edits.push({
			start: content.startOffset,
			end: content.endOffset,
			text: `content="${escapeAttribute((refresh[1] ?? '') + portableLink(refresh[2] ?? ''))}"`,
		});
	if (tagName === 'head' && place.endTag)
		edits.push(
			insert(place.endTag.startOffset, `<link rel="stylesheet" href="${root}portable.css">`),
		);
	if (tagName === 'body')
		edits.push(insert(place.startTag.endOffset, ` <p class="opened-alone">${ALONE}</p>`));
	if (tagName === 'script' && attribute('type') === 'module') {
		const type = place.attrs?.['type'];
		if (!type || attribute('src') === undefined)
			throw new Error(`${path} has a module within the page, which cannot be run from a folder.`);
		edits.push({ start: type.startOffset, end: type.endOffset, text: 'defer' });
	}
	if (attribute('data-search-status') !== undefined && place.endTag)
		edits.push(insert(place.endTag.startOffset, SEARCH_WAITS));
	if (attribute('data-search') !== undefined)
		edits.push(
			insert(
				place.startTag.startOffset,
				`<script defer src="${root}pagefind/portable-index.js"></script>`,
			),
		);
	return edits;
}

/** Whether a link leads to the site itself and not elsewhere or to another kind of thing. */
function isOfSite(link: string): boolean {
	return !/^(?:[a-z][a-z0-9+.-]*:|\/\/|#)/i.test(link) && link !== '';
}

function requireFile(link: string, page: string, exists: (path: string) => boolean): void {
	const [file = ''] = link.split(/[?#]/, 1);
	if (file === '') return;
	const target = file.startsWith('/')
		? undefined
		: posix.normalize(posix.join(posix.dirname(page), decodeURI(file)));
	if (target === undefined || !exists(target))
		throw new Error(`${page} links to ${link}, which is not in the portable edition.`);
}

function applyEdits(html: string, edits: readonly Edit[]): string {
	let at = 0;
	let text = '';
	for (const edit of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
		// What lies within something that is replaced goes with it.
		if (edit.start < at) continue;
		text += html.slice(at, edit.start) + edit.text;
		at = edit.end;
	}
	return text + html.slice(at);
}

function escapeAttribute(value: string): string {
	return value.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
}
