import { Readability } from '@mozilla/readability';
import { cleanLine } from './clean-line.ts';
import { parsePage } from './parse-page.ts';
import { Refusal } from './refusal.ts';

/** The article of a page, one line for each paragraph, and how it was found. */
export type Extracted = { lines: string[]; headline?: string | undefined; evidence: string };

const skipped = new Set(
	'SCRIPT STYLE NOSCRIPT TEMPLATE SVG HEAD IFRAME OBJECT SELECT BUTTON TEXTAREA'.split(' '),
);
const blocks = new Set(
	'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY BR CAPTION DD DIV DL DT FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR HTML LI MAIN NAV OL P PRE SECTION TABLE TBODY TD TFOOT TH THEAD TR UL'.split(
		' ',
	),
);
/** Pages draw icons with letters that mean nothing elsewhere; no reader of the page sees a letter. */
const UNSEEN = /[\p{Cs}\p{Co}\p{Noncharacter_Code_Point}\0]/gu;
const MAX_ELEMENTS = 100_000;
/** No page of an article is nested so deeply, and Readability takes the square of it. */
const MAX_DEPTH = 500;

/**
 * Extract the text of a page's article: what Readability takes for it, else all that the page says. A headline
 * that the page shows once and Readability left out comes first, as it was printed.
 */
export function extractText(html: string): Extracted {
	try {
		const page = parsePage(html);
		refuseDeep(page);
		const headline = findHeadline(page);
		// Readability takes the page apart that it is given.
		const article = new Readability(parsePage(html), {
			charThreshold: 100,
			maxElemsToParse: MAX_ELEMENTS,
			serializer: (node) => node,
		}).parse();
		const read = article?.content ? linesOf(article.content) : [];
		const lines = read.length > 0 ? read : linesOf(page);
		if (lines.length === 0) throw new Refusal('The page holds no text.');
		const isPrinted = lines.slice(0, 3).some((line) => line === headline);
		return {
			lines: headline !== undefined && !isPrinted ? [headline, ...lines] : lines,
			headline,
			evidence: read.length > 0 ? 'Readability' : 'all text of the page',
		};
	} catch (error) {
		if (error instanceof Refusal) throw error;
		if (error instanceof Error && /^Aborting parsing document/.test(error.message))
			throw new Refusal(`The page has more than ${MAX_ELEMENTS} elements.`);
		throw error;
	}
}

/** Measure without recursion, which such a page would exhaust. */
function refuseDeep(page: Document): void {
	const { documentElement } = page;
	let depth = 0;
	let element: Element | null = documentElement;
	while (element) {
		let next: Element | null = element.firstElementChild;
		if (next) depth++;
		else {
			while (element && element !== documentElement && !element.nextElementSibling) {
				element = element.parentElement;
				depth--;
			}
			next = element === documentElement ? null : (element?.nextElementSibling ?? null);
		}
		if (depth > MAX_DEPTH)
			throw new Refusal('The page’s elements are nested too deeply to be read.');
		element = next;
	}
}

/** Find the headline that a page shows; returns nothing where it shows none or several. */
function findHeadline(page: Document): string | undefined {
	const headings = [...page.querySelectorAll('h1')]
		.map((heading) => cleanLine(linesOf(heading).join(' '), 1000))
		.filter(Boolean);
	return new Set(headings).size === 1 ? headings[0] : undefined;
}

function linesOf(root: Node): string[] {
	const lines = [''];
	const walk = (node: Node): void => {
		if (node.nodeType === 3) lines.push(`${lines.pop() ?? ''}${node.nodeValue ?? ''}`);
		const name = node.nodeName.toUpperCase();
		if (skipped.has(name)) return;
		const isBlock = blocks.has(name);
		if (isBlock) lines.push('');
		for (const child of node.childNodes) walk(child);
		if (isBlock) lines.push('');
	};
	walk(root);
	return lines
		.map((line) =>
			line
				.replace(UNSEEN, '')
				.replace(/[ \t\r\n\f\v]+/g, ' ')
				.replace(/^ | $/g, ''),
		)
		.filter((line) => line.trim() !== '');
}
