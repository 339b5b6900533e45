import { splitsCharacter } from '../text/code-points.ts';

/** Words of one paragraph of the captured text, in UTF-16 code units of it. */
export type SelectedPlace = { paragraph: number; startCodeUnit: number; endCodeUnit: number };

/** Find what of the captured text is selected, without the space around it; nothing where it is not in one paragraph. */
export function findSelectedPlace(selection: Selection | null): SelectedPlace | undefined {
	if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined;
	const range = selection.getRangeAt(0);
	const text = textAround(range.commonAncestorContainer) ?? onlyTextIn(range);
	const paragraph = Number(text?.closest('.paragraph')?.id.slice(1));
	if (!text || !Number.isInteger(paragraph)) return undefined;
	const within = document.createRange();
	within.selectNodeContents(text);
	const start = range.compareBoundaryPoints(Range.START_TO_START, within) > 0 ? range : within;
	const end = range.compareBoundaryPoints(Range.END_TO_END, within) < 0 ? range : within;
	const words = text.textContent;
	const startCodeUnit = offsetOf(text, start.startContainer, start.startOffset);
	const endCodeUnit = offsetOf(text, end.endContainer, end.endOffset);
	return trim(words, { paragraph, startCodeUnit, endCodeUnit });
}

/** A selection by three clicks ends at the beginning of what follows the paragraph. */
function onlyTextIn(range: Range): Element | undefined {
	const texts = [...document.querySelectorAll('.paragraph .captured')].filter((text) => {
		const inside = document.createRange();
		inside.selectNodeContents(text);
		return (
			range.compareBoundaryPoints(Range.END_TO_START, inside) < 0 &&
			range.compareBoundaryPoints(Range.START_TO_END, inside) > 0
		);
	});
	return texts.length === 1 ? texts[0] : undefined;
}

function textAround(node: Node): Element | undefined {
	const element = node instanceof Element ? node : node.parentElement;
	return element?.closest('.paragraph .captured') ?? undefined;
}

/** Count what stands in `text` before a point; cues and links of marks hold no characters. */
function offsetOf(text: Element, node: Node, offset: number): number {
	const before = document.createRange();
	before.setStart(text, 0);
	before.setEnd(node, offset);
	return before.cloneContents().textContent.length;
}

function trim(words: string, place: SelectedPlace): SelectedPlace | undefined {
	let { startCodeUnit, endCodeUnit } = place;
	while (startCodeUnit < endCodeUnit && /\s/u.test(words[startCodeUnit] ?? '')) startCodeUnit++;
	while (endCodeUnit > startCodeUnit && /\s/u.test(words[endCodeUnit - 1] ?? '')) endCodeUnit--;
	if (splitsCharacter(words, startCodeUnit)) startCodeUnit--;
	if (splitsCharacter(words, endCodeUnit)) endCodeUnit++;
	return startCodeUnit < endCodeUnit ? { ...place, startCodeUnit, endCodeUnit } : undefined;
}
