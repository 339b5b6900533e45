import { confidences, dimensions, severities, typology } from '../model/typology.ts';
import { make, makeChoice, makeField } from './make-element.ts';
import type { NoteDraft, OpenedArticle } from './messages.ts';
import { makeQuoteField } from './quote-field.ts';
import type { SelectedPlace } from './selected-place.ts';

const confidenceHints: { [confidence in (typeof confidences)[number]]: string } = {
	certain: 'It can be told from the English alone, or from the original that is held.',
	likely: 'A reconstruction that little speaks against.',
	possible: 'A reconstruction among others.',
};

/** What is filled in, whether or not it is a note yet. */
export type FormState = { place: SelectedPlace | undefined; values: { [name: string]: string } };

export type NoteForm = {
	element: HTMLElement;
	/** Where the focus goes first: to the words, or past them where they are given. */
	focus: () => void;
	read: () => FormState;
	show: (state: FormState) => void;
	/** The note as filled in; nothing where its words are not found. */
	draft: () => NoteDraft | undefined;
};

/** Make the fields of a note. */
export function makeNoteForm(article: () => OpenedArticle): NoteForm {
	const type = make(
		'select',
		{},
		...Object.entries(dimensions).map(([family, label]) =>
			make(
				'optgroup',
				{ label },
				...typology
					.filter(({ id }) => id.startsWith(`${family}/`))
					.map(({ id, label }) => make('option', { value: id }, label)),
			),
		),
	);
	const definition = make('p', { class: 'hint' });
	const definitions = make(
		'details',
		{},
		make('summary', {}, 'All types'),
		make(
			'dl',
			{},
			...typology.flatMap(({ label, definition }) => [
				make('dt', {}, label),
				make('dd', {}, definition),
			]),
		),
	);
	const severity = makeChoice(severities);
	const confidence = makeChoice(confidences);
	const sureness = make('p', { class: 'hint' });
	const correction = make('input', { type: 'text', autocomplete: 'off' });
	const original = make('input', { type: 'text', autocomplete: 'off' });
	const originalOccurrence = make('input', { type: 'number', min: 1 });
	const explanation = make('textarea', { rows: 4, required: true });
	const reading = make('input', { type: 'text', autocomplete: 'off' });
	const readingText = make('p', { class: 'hint' });
	const term = make(
		'select',
		{},
		make('option', { value: '' }, 'none'),
		...article().terms.map(({ id, source }) => make('option', { value: id }, `${source} (${id})`)),
	);
	const layers = make(
		'datalist',
		{ id: 'calque-layers' },
		...article().layers.map((value) => make('option', { value })),
	);
	const by = make('input', { type: 'text', required: true, list: layers.id, autocomplete: 'off' });
	const controls = {
		...{ type, severity, confidence, correction, original, originalOccurrence },
		...{ explanation, reading, term, by },
	};
	const quote = makeQuoteField(article, (paragraph) => {
		readingText.textContent = article().paragraphs[paragraph - 1]?.reading ?? '';
	});
	const explain = () => {
		definition.textContent = typology.find(({ id }) => id === type.value)?.definition ?? '';
		sureness.textContent = confidenceHints[confidence.value as keyof typeof confidenceHints];
	};
	for (const control of [type, confidence]) control.addEventListener('change', explain);
	const isHeld = article().isOriginalHeld;
	const element = make(
		'div',
		{ class: 'fields' },
		quote.element,
		makeField('Type', type, definition),
		definitions,
		make(
			'div',
			{ class: 'pair' },
			makeField('Severity', severity),
			makeField('Confidence', confidence, sureness),
		),
		makeField('Correction', correction),
		makeField(isHeld ? 'Original wording' : 'Likely source wording', original),
		...(isHeld
			? [
					makeField(
						'Which place in the original',
						originalOccurrence,
						make(
							'p',
							{ class: 'hint' },
							'Only where the wording recurs in its paragraph; 1 is the first.',
						),
					),
				]
			: []),
		makeField(
			'Explanation',
			explanation,
			make('p', { class: 'hint' }, 'What is wrong and why, in Markdown.'),
		),
		makeField('Phrase of the reading version', reading, readingText),
		makeField('Term', term),
		makeField('Layer of work', by),
		layers,
	);
	return {
		element,
		focus() {
			(quote.words.value === '' ? quote.words : type).focus();
		},
		read: () => ({
			place: quote.read(),
			values: {
				words: quote.words.value,
				...Object.fromEntries(
					Object.entries(controls).map(([name, control]) => [name, control.value]),
				),
			},
		}),
		show({ place, values }) {
			for (const [name, control] of Object.entries(controls)) control.value = values[name] ?? '';
			if (type.selectedIndex < 0) type.selectedIndex = 0;
			if (severity.selectedIndex < 0) severity.selectedIndex = 0;
			if (confidence.selectedIndex < 0) confidence.selectedIndex = 0;
			quote.show(place);
			explain();
		},
		draft() {
			const place = quote.read();
			const occurrence = Number(originalOccurrence.value);
			return (
				place && {
					...place,
					type: type.value,
					severity: severity.value,
					confidence: confidence.value,
					explanation: explanation.value,
					by: by.value,
					...optional({ correction, original, reading, term }),
					...(occurrence > 0 ? { originalOccurrence: occurrence } : {}),
				}
			);
		},
	};
}

function optional(controls: { [name: string]: HTMLInputElement | HTMLSelectElement }) {
	return Object.fromEntries(
		Object.entries(controls)
			.filter(([, control]) => control.value.trim() !== '')
			.map(([name, control]) => [name, control.value]),
	);
}
