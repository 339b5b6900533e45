import { formatPassage } from '../citing/format-passage.ts';
import { addressOfPlace } from './edition.ts';

/**
 * Give whoever copies words of an article their warning, citation and address with them, and offer the words
 * alone by a button in `status`.
 */
export function copyWithWarning(edition: HTMLElement, status: HTMLElement): void {
	const button = status.querySelector('button');
	const message = status.querySelector('span');
	let words = '';
	const say = (text: string) => {
		status.hidden = false;
		if (message) message.textContent = text;
	};

	document.addEventListener('copy', (event) => {
		const selection = getSelection();
		const passage = selection && describeSelection(edition, selection);
		if (!passage || !event.clipboardData) return;
		words = passage.words;
		event.clipboardData.setData('text/plain', formatPassage(passage));
		event.preventDefault();
		say('Copied with its warning, citation and address.');
	});

	button?.addEventListener('click', () => {
		navigator.clipboard.writeText(words).then(
			() => {
				say('Copied the words alone.');
			},
			() => {
				say('The browser did not let the words be copied.');
			},
		);
	});
	// Only a page from a secure address may write to the clipboard by itself.
	if (button) button.hidden = !isSecureContext;

	addEventListener('keydown', ({ key }) => {
		if (key === 'Escape') status.hidden = true;
	});
}

function describeSelection(edition: HTMLElement, selection: Selection) {
	const words = selection.toString().trim();
	const start = placeOf(selection.anchorNode);
	const end = placeOf(selection.focusNode);
	const first = start ?? end;
	if (words === '' || !first || !edition.contains(first.paragraph)) return undefined;
	const ids = [start, end].flatMap((place) => (place ? [place.paragraph.id] : []));
	const numbers = ids.map((id) => Number(id.slice(1))).sort((a, b) => a - b);
	return {
		words,
		layer: first.layer,
		status: edition.dataset['status'] ?? '',
		citation: edition.dataset['citation'] ?? '',
		paragraphs: [...new Set(numbers)],
		address: addressOfPlace(`#p${numbers[0] ?? 1}`),
	};
}

/** Find the paragraph and the layer that a node stands in; nothing where it is not in the text. */
function placeOf(node: Node | null) {
	const element = node instanceof Element ? node : node?.parentElement;
	const paragraph = element?.closest<HTMLElement>('.paragraph');
	if (!element || !paragraph) return undefined;
	const layer = (['captured', 'original', 'reading', 'notes'] as const).find((name) =>
		element.closest(`.${name}`),
	);
	return layer && { paragraph, layer };
}
