/** The width from which notes stand beside their paragraph, as in edition.css. */
const WIDE = '(min-width: 60rem)';

/** How much further than its text a paragraph's last note may reach, in CSS pixels. */
const SLACK = 24;

/**
 * Set the notes of a paragraph level with their marks where they all find room beside it. They keep the
 * order of the text and the flow of the page, so that none can cover another: a note that finds its line
 * taken stands right after the one before it. Where notes are too many for that, nothing is moved.
 */
export function alignNotes(edition: HTMLElement, form: HTMLFormElement): void {
	const wide = matchMedia(WIDE);
	const paragraphs = [...edition.querySelectorAll<HTMLElement>('.paragraph')];
	const align = () => {
		for (const note of edition.querySelectorAll<HTMLElement>('.note'))
			note.style.removeProperty('margin-block-start');
		if (!wide.matches) return;
		// All is measured before anything is moved, so that the page is laid out once.
		for (const { note, distance } of paragraphs.flatMap(measureNotes))
			note.style.setProperty('margin-block-start', `${distance}px`);
	};
	align();
	void document.fonts.ready.then(align);
	form.addEventListener('change', align);
	// A note that opens or closes makes its neighbours move.
	edition.addEventListener('toggle', align, { capture: true });
	let width = innerWidth;
	addEventListener('resize', () => {
		if (width !== innerWidth) align();
		width = innerWidth;
	});
}

/** Find how far each note of a paragraph stands below the one before it; nothing where they stay as they are. */
function measureNotes(paragraph: HTMLElement): { note: HTMLElement; distance: number }[] {
	const notes = [...paragraph.querySelectorAll<HTMLElement>('.note')];
	const text = paragraph.querySelector<HTMLElement>('.layer-texts');
	const list = paragraph.querySelector<HTMLElement>('.notes');
	if (!text || !list) return [];
	const [textBox, listBox] = [text.getBoundingClientRect(), list.getBoundingClientRect()];
	const isBeside = listBox.left >= textBox.right && getComputedStyle(list).columnCount === 'auto';
	if (!isBeside || listBox.height > textBox.height + SLACK) return [];

	const boxes = notes.map((note) => note.getBoundingClientRect());
	// From the last up: how low a note may stand, so that those after it still find room.
	let lowest = textBox.bottom + SLACK;
	const latest = boxes.map(() => 0);
	for (let at = boxes.length - 1; at >= 0; at--) {
		lowest -= heightOf(boxes, at, listBox.bottom);
		latest[at] = lowest;
	}
	let free = listBox.top;
	return notes.map((note, at) => {
		const wanted = markOf(note, text)?.getBoundingClientRect().top ?? free;
		const top = Math.max(free, Math.min(wanted, latest[at] ?? wanted));
		const distance = Math.max(0, top - free);
		free = top + heightOf(boxes, at, listBox.bottom);
		return { note, distance };
	});
}

/** How much of the column a note takes, its distance to the next included. */
function heightOf(boxes: readonly DOMRect[], at: number, bottom: number): number {
	return (boxes[at + 1]?.top ?? bottom) - (boxes[at]?.top ?? bottom);
}

function markOf(note: HTMLElement, text: HTMLElement): Element | undefined {
	const marks = [...text.querySelectorAll(`.ref[href="#${note.id}"]`)];
	return marks.find((mark) => mark.checkVisibility());
}
