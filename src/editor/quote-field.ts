import { countWords } from '../text/count-words.ts';
import { listPlaces } from '../text/find-quote.ts';
import { make, makeChoice, makeField } from './make-element.ts';
import type { OpenedArticle } from './messages.ts';
import type { SelectedPlace } from './selected-place.ts';

/** More places than these nobody would read through. */
const MAX_PLACES = 40;
/** How much of the paragraph is shown before and after a place, in UTF-16 code units. */
const CONTEXT_LENGTH = 40;

/** The words that a note is about: typed or selected, found in their paragraph, the place chosen where they recur. */
export type QuoteField = {
	element: HTMLElement;
	words: HTMLTextAreaElement;
	read: () => SelectedPlace | undefined;
	show: (place: SelectedPlace | undefined) => void;
};

/** Make the fields for paragraph, words and place; `onChange` runs when another paragraph is chosen. */
export function makeQuoteField(
	article: () => OpenedArticle,
	onChange: (paragraph: number) => void,
): QuoteField {
	const paragraph = makeChoice(article().paragraphs.map(({ number }) => String(number)));
	const words = make('textarea', {
		rows: 2,
		class: 'machine',
		required: true,
		spellcheck: 'false',
	});
	const found = make('p', { class: 'hint', role: 'status' });
	const places = make('fieldset', { class: 'places' });
	const textOf = (number: number) => article().paragraphs[number - 1]?.captured ?? '';

	const update = (wanted?: number) => {
		const number = Number(paragraph.value);
		const text = textOf(number);
		const starts = listPlaces(text, { exact: words.value }, MAX_PLACES);
		places.replaceChildren(make('legend', {}, 'Which place'));
		places.hidden = starts.length < 2;
		const chosen = starts.includes(wanted ?? -1) ? wanted : starts[0];
		for (const [index, start] of starts.entries()) {
			const end = start + words.value.length;
			const radio = make('input', {
				type: 'radio',
				name: 'place',
				value: start,
				checked: start === chosen,
			});
			places.append(
				make(
					'label',
					{ class: 'place' },
					radio,
					make('span', { class: 'visually-hidden' }, `place ${index + 1}: `),
					make(
						'span',
						{ class: 'machine' },
						before(text, start),
						make('strong', {}, words.value),
						after(text, end),
					),
				),
			);
		}
		found.textContent = describe(article(), number, words.value, starts.length);
		found.classList.toggle('fault', words.value !== '' && starts.length === 0);
	};

	words.addEventListener('input', () => {
		update();
	});
	paragraph.addEventListener('change', () => {
		update();
		onChange(Number(paragraph.value));
	});
	return {
		element: make(
			'div',
			{ class: 'quote' },
			makeField('Paragraph', paragraph),
			makeField('Captured words', words, found),
			places,
		),
		words,
		read() {
			const chosen = places.querySelector<HTMLInputElement>('input:checked');
			if (!chosen) return undefined;
			const startCodeUnit = Number(chosen.value);
			return {
				paragraph: Number(paragraph.value),
				startCodeUnit,
				endCodeUnit: startCodeUnit + words.value.length,
			};
		},
		show(place) {
			if (place) paragraph.value = String(place.paragraph);
			words.value = place
				? textOf(place.paragraph).slice(place.startCodeUnit, place.endCodeUnit)
				: '';
			update(place?.startCodeUnit);
			onChange(Number(paragraph.value));
		},
	};
}

/** Take whole words before a place, and mark that more stand there. */
function before(text: string, start: number): string {
	const from = Math.max(0, start - CONTEXT_LENGTH);
	return from === 0 ? text.slice(0, start) : `… ${text.slice(from, start).replace(/^\S*\s+/u, '')}`;
}

/** Take whole words after a place, and mark that more stand there. */
function after(text: string, end: number): string {
	const to = end + CONTEXT_LENGTH;
	return to >= text.length ? text.slice(end) : `${text.slice(end, to).replace(/\s+\S*$/u, '')} …`;
}

/** Say whether the words are found, and how many of those that may be quoted they are. */
function describe(
	{ paragraphs, quoteLimit }: OpenedArticle,
	number: number,
	words: string,
	count: number,
): string {
	if (words === '') return 'Select words in the text, or type them here as they stand there.';
	if (count === 0) {
		const other = paragraphs.find(({ captured }) => captured.includes(words));
		return other
			? `Not in paragraph ${number}, but in paragraph ${other.number}.`
			: `Not in paragraph ${number}, nor in any other: each character must be that of the captured text.`;
	}
	const stands = count === 1 ? 'Stands there once.' : `Stands there ${count} times.`;
	if (!quoteLimit) return stands;
	const length = countWords(words);
	return length > quoteLimit.words
		? `${length} words. ${quoteLimit.states}`
		: `${stands} ${length} of at most ${quoteLimit.words} words.`;
}
