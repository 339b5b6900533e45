import { findWords } from '../search/find-words.ts';

/** What of a note is searched: what is printed, its correction, the wording of the source and why. */
const NOTE_TEXTS = 'bdi, b, .why, .facts i';
/** What stands within a text and is none of its words. */
const NO_WORDS = 'sup, .planted';
/** The browser leaves less room than this above the passage that it scrolls to, in CSS pixels. */
const HEAD = 32;
/** The sheet is the page’s own only where something is marked. */
const MARKING = `@media screen {
	::highlight(found) { background-color: var(--found); color: var(--ink) }
	@media (forced-colors: active) { ::highlight(found) { background-color: Mark; color: MarkText } }
}`;

/**
 * Scroll to the passage that a search found and mark what was found in it, which stands in the query of the
 * address (`addressOfHit`). Nothing of the page is changed by that. Where the browser cannot mark, the passage
 * alone is shown.
 */
export function showFound(passage: HTMLElement): void {
	passage.scrollIntoView();
	if (!('highlights' in CSS)) return;
	const query = new URLSearchParams(location.search);
	const layer = query.get('layer') ?? '';
	const texts =
		layer === 'notes'
			? passage.querySelectorAll(NOTE_TEXTS)
			: passage.getElementsByClassName(layer);
	const ranges = [...texts].flatMap((text) => rangesIn(text, query.getAll('h')));
	const sheet = new CSSStyleSheet();
	sheet.replaceSync(MARKING);
	document.adoptedStyleSheets.push(sheet);
	CSS.highlights.set('found', new Highlight(...ranges));
	// Until the page is loaded the browser itself scrolls to the passage, and to its head.
	addEventListener('load', () => {
		void document.fonts.ready.then(() => {
			keepInSight(passage, ranges[0]);
		});
	});
}

/**
 * Move what was found back into the window: faces that come late change the lines above it, and of a long
 * passage the words may stand below the window. Where the reader has gone on meanwhile, nothing is moved.
 */
function keepInSight(passage: HTMLElement, range: Range | undefined): void {
	const found = range?.getBoundingClientRect();
	const isAtHead = Math.abs(passage.getBoundingClientRect().top) < HEAD;
	if (!found || !isAtHead) return;
	if (found.top < 0) passage.scrollIntoView();
	else if (found.bottom > innerHeight * 0.7) scrollBy(0, found.top - innerHeight / 3);
}

/** Find some words in the text of an element; they may begin in one of its nodes and end in another. */
function rangesIn(element: Element, sought: readonly string[]): Range[] {
	const nodes: { node: Node; from: number }[] = [];
	let text = '';
	const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
	for (let node = walker.nextNode(); node; node = walker.nextNode()) {
		const isText = !node.parentElement?.closest(NO_WORDS);
		if (isText) nodes.push({ node, from: text.length });
		text += isText ? (node.nodeValue ?? '') : ' ';
	}
	return findWords(text, sought).map(({ start, end }) => {
		const range = new Range();
		const first = nodes.findLast(({ from }) => from <= start);
		const last = nodes.findLast(({ from }) => from < end);
		if (first) range.setStart(first.node, start - first.from);
		if (last) range.setEnd(last.node, end - last.from);
		return range;
	});
}
