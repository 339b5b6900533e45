/**
 * Find where a page's layout fails, measured in the page itself: it scrolls sideways, text lies outside the
 * window or is cut off, or two texts lie over one another. Runs in the browser, so it holds all that it needs.
 */
export function findLayoutFaults(): string[] {
	const tolerance = 2;
	const faults: string[] = [];
	type Box = { left: number; top: number; right: number; bottom: number };
	type TextBox = Box & { block: Element; text: string };
	const everywhere = { left: -Infinity, top: -Infinity, right: Infinity, bottom: Infinity };
	const meet = (a: Box, b: Box): Box => ({
		left: Math.max(a.left, b.left),
		top: Math.max(a.top, b.top),
		right: Math.min(a.right, b.right),
		bottom: Math.min(a.bottom, b.bottom),
	});
	const isOpen = ({ left, top, right, bottom }: Box) => right > left && bottom > top;
	const nameOf = ({ tagName, id, classList }: Element) =>
		`${tagName.toLowerCase()}${id ? `#${id}` : ''}${[...classList].map((one) => `.${one}`).join('')}`;
	const quote = (text: string) => `“${text.replace(/\s+/g, ' ').trim().slice(0, 24)}”`;

	/** What of an element's box its ancestors and itself let be seen. */
	const windows = new Map<Element | null, Box>([[null, everywhere]]);
	function windowOf(element: Element | null): Box {
		const known = windows.get(element);
		if (known || !element) return known ?? everywhere;
		const outer = windowOf(element.parentElement);
		const { overflowX, clipPath, contentVisibility } = getComputedStyle(element);
		const isRoot = element === document.documentElement || element === document.body;
		const isWindow = !isRoot && (overflowX !== 'visible' || contentVisibility === 'auto');
		const shown = isWindow ? meet(outer, element.getBoundingClientRect()) : outer;
		windows.set(
			element,
			clipPath === 'inset(50%)' ? meet(shown, { ...everywhere, right: -Infinity }) : shown,
		);
		return windows.get(element) ?? everywhere;
	}

	const blocks = new Map<Element, Element>();
	function blockOf(element: Element): Element {
		const known = blocks.get(element);
		if (known) return known;
		const { display } = getComputedStyle(element);
		const isInline = ['inline', 'contents', 'ruby', 'ruby-text'].includes(display);
		const block = isInline && element.parentElement ? blockOf(element.parentElement) : element;
		blocks.set(element, block);
		return block;
	}

	/** The part of a text's box that its line gives it: faces are taller than their lines. */
	function lineOf({ left, top, right, bottom }: DOMRect, lineHeight: number): Box {
		const spare = Math.max(0, (bottom - top - lineHeight) / 2 || 0);
		return { left, top: top + spare, right, bottom: bottom - spare };
	}

	const isShown = (element: Element) =>
		element.checkVisibility({
			visibilityProperty: true,
			opacityProperty: true,
		});
	const boxes: TextBox[] = [];
	function add(element: Element, rects: Iterable<DOMRect>, text: string): void {
		const lineHeight = parseFloat(getComputedStyle(element).lineHeight);
		for (const rect of rects) {
			const seen = meet(lineOf(rect, lineHeight), windowOf(element));
			if (isOpen(seen)) boxes.push({ ...seen, block: blockOf(element), text });
		}
	}
	const nodes = document.createTreeWalker(
		document.body,
		NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT,
	);
	const range = document.createRange();
	while (nodes.nextNode()) {
		const node = nodes.currentNode;
		if (node instanceof Element) {
			const isControl = node.matches('input, select, textarea');
			const isWrittenBySheet = () =>
				!node.hasChildNodes() && /["(]/.test(getComputedStyle(node, '::before').content);
			if ((isControl || isWrittenBySheet()) && isShown(node))
				add(node, node.getClientRects(), nameOf(node));
			const { overflowX, clipPath, contentVisibility } = getComputedStyle(node);
			const isClipping = ['hidden', 'clip'].includes(overflowX) || contentVisibility === 'auto';
			const isCut = isClipping && clipPath === 'none' && !isControl;
			if (isCut && isShown(node) && node.scrollWidth > node.clientWidth + tolerance)
				faults.push(`cut off: ${nameOf(node)} ${quote(node.textContent)}`);
		} else if (node.nodeValue?.trim() && node.parentElement && isShown(node.parentElement)) {
			if (node.parentElement.closest('option, script, style, title, desc')) continue;
			range.selectNodeContents(node);
			add(node.parentElement, range.getClientRects(), node.nodeValue);
		}
	}

	const { scrollWidth, clientWidth } = document.documentElement;
	if (scrollWidth > clientWidth)
		faults.push(`sideways: the page is ${scrollWidth} px wide in a window of ${clientWidth} px`);
	for (const { left, right, block, text } of boxes)
		if (left < -tolerance || right > clientWidth + tolerance)
			faults.push(`outside: ${nameOf(block)} ${quote(text)}`);

	boxes.sort((a, b) => a.top - b.top);
	let open: TextBox[] = [];
	for (const box of boxes) {
		open = open.filter(({ bottom }) => bottom - tolerance > box.top);
		for (const other of open) {
			const common = meet(box, other);
			const isOver =
				common.right - common.left > tolerance && common.bottom - common.top > tolerance;
			if (isOver && box.block !== other.block)
				faults.push(
					`over one another: ${nameOf(other.block)} ${quote(other.text)} and ${nameOf(box.block)} ${quote(box.text)}`,
				);
		}
		open.push(box);
	}
	return [...new Set(faults)].slice(0, 12);
}
