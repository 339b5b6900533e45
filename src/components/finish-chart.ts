import { parseHTML } from 'linkedom';

/** Make a document for Plot to draw in; it is never shown. */
export function makeDocument(): Document {
	return parseHTML('<!doctype html><html><body></body></html>').document;
}

/**
 * Make a drawing fit for the site: no sheet and no style of its own, which the policy forbids, links as HTML
 * writes them, and a name. Its looks are in charts.css.
 */
export function finishChart(svg: Element, name: string): string {
	for (const sheet of svg.querySelectorAll('style')) sheet.remove();
	for (const element of [svg, ...svg.querySelectorAll('*')]) {
		for (const attribute of ['style', 'xmlns:xlink', 'font-variant'])
			element.removeAttribute(attribute);
		if (element.getAttribute('fill') === 'inherit') element.removeAttribute('fill');
		for (const { name: attribute, value } of [...element.attributes])
			if (measures.test(attribute)) element.setAttribute(attribute, roundNumbers(value));
		// Plot names its layers; nobody needs to hear of them.
		if (element.tagName.toLowerCase() === 'g') element.removeAttribute('aria-label');
		const address = element.getAttribute('xlink:href');
		if (address !== null) {
			element.removeAttribute('xlink:href');
			element.setAttribute('href', address);
		}
	}
	svg.setAttribute('class', 'chart');
	// A group, not an image: what is in an image cannot be followed.
	svg.setAttribute('role', 'group');
	svg.setAttribute('aria-label', name);
	return svg.outerHTML;
}

/** Attributes in which a hundredth of a pixel is more than enough. */
const measures = /^(?:[xy][12]?|d[xy]|width|height|transform)$/;

function roundNumbers(value: string): string {
	return value.replace(/-?\d+\.\d+/g, (number) => String(Number(Number(number).toFixed(2))));
}

/** List the elements that a mark drew, in the order of its data; marks are told apart by their class. */
export function listDrawn(svg: Element, mark: string, name: string): Element[] {
	return [...svg.querySelectorAll(`.${mark} ${name}`)];
}

/**
 * Bring `others` into the link around `element`, so that a bar and its number are one link; they stay where
 * they were drawn. Throws where Plot drew no link.
 */
export function joinInLink(element: Element, others: readonly Element[], name: string): Element {
	const link = element.parentElement;
	if (link?.tagName.toLowerCase() !== 'a') throw new Error('A number of a chart has no link.');
	const [x, y] = offsetOf(element);
	for (const other of others) {
		const [otherX, otherY] = offsetOf(other);
		const own = other.getAttribute('transform') ?? '';
		const anchor = other.closest('[text-anchor]')?.getAttribute('text-anchor');
		if (anchor && other.tagName.toLowerCase() === 'text') other.setAttribute('text-anchor', anchor);
		other.setAttribute('transform', `translate(${otherX - x},${otherY - y})${own}`);
		link.prepend(other);
	}
	link.setAttribute('aria-label', name);
	return link;
}

/** Add up how far the groups around an element are moved. */
function offsetOf(element: Element): [x: number, y: number] {
	let [x, y] = [0, 0];
	for (let group = element.parentElement; group; group = group.parentElement) {
		const moved = /^translate\(([-\d.]+),([-\d.]+)\)/.exec(group.getAttribute('transform') ?? '');
		x += Number(moved?.[1] ?? 0);
		y += Number(moved?.[2] ?? 0);
	}
	return [x, y];
}
