import { describeType, isTypeId } from '../model/typology.ts';
import { make, makeButton } from './make-element.ts';
import type { ChangeAnswer, NearNote, ToldProblem } from './messages.ts';

type AnswerOf<Kind extends ChangeAnswer['kind']> = Extract<ChangeAnswer, { kind: Kind }>;

/** Show the problems that the archive would have, each with what its rule states. */
export function showProblems({ problems }: AnswerOf<'refused'>): HTMLElement[] {
	const count = problems.length === 1 ? 'one problem' : `${problems.length} problems`;
	return [
		heading(`Not written: there would be ${count}`),
		make('ul', {}, ...problems.map(showProblem)),
	];
}

function showProblem({ rule, states, message, evidence, hint }: ToldProblem): HTMLElement {
	return make(
		'li',
		{},
		make('p', {}, make('strong', {}, message)),
		...evidence.map(({ label, value }) =>
			make('p', { class: 'hint' }, `${label} `, make('span', { class: 'machine' }, value)),
		),
		make('p', {}, hint),
		...(states === '' ? [] : [make('p', { class: 'hint' }, make('code', {}, rule), ` ${states}`)]),
	);
}

/** Show the notes that a new one nearly repeats, and offer to write it all the same. */
export function showNear({ near, note }: AnswerOf<'warned'>, insist: () => unknown): HTMLElement[] {
	return [
		heading('Not written yet: it may repeat a note'),
		listNear(near),
		showSource('The note as it would be written', note),
		makeButton('Write it all the same', insist),
	];
}

/** Show what a change comes to that was only tried. */
export function showTrial({ note, near }: AnswerOf<'planned'>): HTMLElement[] {
	return [
		heading('It breaks no rule'),
		...(near.length > 0 ? [make('p', {}, 'It overlaps other notes:'), listNear(near)] : []),
		showSource('The note as it would be written', note),
	];
}

/** Show the file as it is now and the note beside it, and offer to go on from there. */
export function showConflict(
	{ path, text, note }: AnswerOf<'conflict'>,
	goOn: () => unknown,
): HTMLElement[] {
	return [
		heading('Not written: the file was changed in the meantime'),
		make(
			'p',
			{},
			`${path} is no longer what this page was made of. Nothing of it was touched, and what is filled in here is kept.`,
		),
		showSource('The file as it is now', text),
		showSource(
			'Your note',
			note ?? 'It does not fit into the file as it is now: go on to see why.',
		),
		makeButton('Go on from the file as it is now', goOn),
	];
}

/** Show a reason in the server’s own words. */
export function showFailure(reason: string): HTMLElement[] {
	return [heading('Not written'), make('p', {}, reason)];
}

function heading(text: string): HTMLElement {
	return make('h3', { tabindex: -1 }, text);
}

function listNear(near: readonly NearNote[]): HTMLElement {
	return make(
		'ul',
		{},
		...near.map(({ id, type, captured, isSameType }) =>
			make(
				'li',
				{},
				make('span', { class: 'machine' }, captured),
				` ${isSameType ? 'has the same type' : 'has a related type'}, ${isTypeId(type) ? describeType(type).label.toLowerCase() : type}: note `,
				make('code', {}, id),
			),
		),
	);
}

function showSource(label: string, text: string): HTMLElement {
	return make(
		'figure',
		{},
		make('figcaption', {}, label),
		make('pre', { tabindex: 0, role: 'region', 'aria-label': label }, text),
	);
}
