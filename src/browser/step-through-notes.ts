/** Make “previous” and “next” in a note pass over the notes that are hidden at the time. */
export function stepThroughNotes(edition: HTMLElement): void {
	edition.addEventListener('click', (event) => {
		const step = event.target instanceof Element ? event.target.closest('.facts a[rel]') : null;
		const note = step?.closest('.note');
		if (!(step instanceof HTMLAnchorElement) || !note) return;
		const notes = [...edition.querySelectorAll<HTMLElement>('.note')];
		const at = notes.indexOf(note as HTMLElement);
		const ahead = step.rel === 'next' ? notes.slice(at + 1) : notes.slice(0, at).reverse();
		const shown = ahead.find((other) => getComputedStyle(other).visibility === 'visible');
		if (!shown) return;
		event.preventDefault();
		location.hash = shown.id;
		shown.querySelector<HTMLElement>('.back')?.focus({ preventScroll: true });
	});
}
