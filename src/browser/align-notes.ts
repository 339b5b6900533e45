/**
 * Set the notes of a paragraph level with their marks where they all find room beside it. They keep the
 * order of the text and the flow of the page, so that none can cover another: a note that finds its line
 * taken stands right after the one before it. Where notes are too many for that, nothing is moved.
 */
export function alignNotes(edition: HTMLElement, form: HTMLFormElement): void {
	const align = () => {
		for (const paragraph of edition.querySelectorAll<HTMLElement>('.paragraph')) alignIn(paragraph);
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

/** How much further than its text a paragraph's last note may reach, in CSS pixels. */
const SLACK = 24;

function alignIn(paragraph: HTMLElement): void {
	const notes = [...paragraph.querySelectorAll<HTMLElement>('.note')];
	for (const note of notes) note.style.removeProperty('margin-block-start');
	const text = paragraph.querySelector<HTMLElement>('.layer-texts');
	const list = paragraph.querySelector<HTMLElement>('.notes');
	if (!text || !list) return;
	const [textBox, listBox] = [text.getBoundingClientRect(), list.getBoundingClientRect()];
	const isBeside = listBox.left >= textBox.right && getComputedStyle(list).columnCount === 'auto';
	if (!isBeside || listBox.height > textBox.height + SLACK) return;

	const boxes = notes.map((note) => note.getBoundingClientRect());
	const tops: number[] = [];
	// From the last up: how low a note may stand, so that those after it still find room.
	let lowest = textBox.bottom + SLACK;
	const latest = boxes.map(() => 0);
	for (let at = boxes.length - 1; at >= 0; at--) {
		lowest -= heightOf(boxes, at, listBox.bottom);
		latest[at] = lowest;
	}
	let free = listBox.top;
	for (const [at, note] of notes.entries()) {
		const wanted = markOf(note, text)?.getBoundingClientRect().top ?? free;
		const top = Math.max(free, Math.min(wanted, latest[at] ?? wanted));
		tops.push(top - free);
		free = top + heightOf(boxes, at, listBox.bottom);
	}
	for (const [at, note] of notes.entries())
		note.style.setProperty('margin-block-start', `${Math.max(0, tops[at] ?? 0)}px`);
}

/** How much of the column a note takes, its distance to the next included. */
function heightOf(boxes: readonly DOMRect[], at: number, bottom: number): number {
	return (boxes[at + 1]?.top ?? bottom) - (boxes[at]?.top ?? bottom);
}

function markOf(note: HTMLElement, text: HTMLElement): Element | undefined {
	const marks = [...text.querySelectorAll(`.ref[href="#${note.id}"]`)];
	return marks.find((mark) => mark.checkVisibility());
}
