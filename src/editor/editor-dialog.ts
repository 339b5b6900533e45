import type { EditorServer } from './ask-server.ts';
import { make, makeButton, makeField } from './make-element.ts';
import type { Change, OpenedArticle, ShownNote } from './messages.ts';
import { makeNoteForm, type FormState } from './note-form.ts';
import type { SelectedPlace } from './selected-place.ts';
import { showConflict, showFailure, showNear, showProblems, showTrial } from './show-answer.ts';

/** What the dialog is open for, so that it can be opened again after the page was loaded anew. */
export type Work = { id: string | undefined; sha256: string; state: FormState };

export type EditorDialog = {
	isOpen: () => boolean;
	write: (place: SelectedPlace | undefined) => void;
	edit: (note: ShownNote) => void;
	resume: (work: Work) => void;
	/** What is being worked on, where the dialog is open. */
	work: () => Work | undefined;
};

type Options = {
	number: number;
	article: OpenedArticle;
	server: EditorServer;
	onOpen: () => void;
	onWritten: (id: string, isWithdrawn: boolean) => void;
};

/** Make the dialog in which a note is written, edited and taken back. */
export function makeEditorDialog({
	number,
	article,
	server,
	onOpen,
	onWritten,
}: Options): EditorDialog {
	let opened = article;
	let id: string | undefined;
	let sha256 = article.sha256;
	let before = '';
	let isWarned = false;
	const form = makeNoteForm(() => opened);
	const title = make('h2', { id: 'calque-editor-title' });
	const answer = make('div', { class: 'answer', role: 'alert' });
	const date = make('input', { type: 'date', required: true });
	const because = make('input', { type: 'text', autocomplete: 'off' });
	const replacedBy = make('select');
	const takeBack = make(
		'details',
		{ class: 'take-back' },
		make('summary', {}, 'Take the note back'),
		makeField('Day', date),
		makeField(
			'Reason',
			because,
			make('p', { class: 'hint' }, 'Whoever followed a citation here will read it.'),
		),
		makeField('The note that stands in its place', replacedBy),
		makeButton('Withdraw the note', () => {
			void send(
				id === undefined
					? undefined
					: {
							...{ kind: 'withdraw', id, date: date.value, because: because.value },
							...(replacedBy.value === '' ? {} : { replacedBy: replacedBy.value }),
						},
			);
		}),
	);
	const fields = make(
		'form',
		{ novalidate: true },
		form.element,
		make(
			'p',
			{ class: 'actions' },
			make('button', { type: 'submit' }, 'Write the note'),
			makeButton('Try it', () => send(change(), { isTrial: true })),
			makeButton('Cancel', () => {
				dialog.close();
			}),
		),
	);
	const dialog = make(
		'dialog',
		{ class: 'note-editor', 'aria-labelledby': title.id },
		title,
		fields,
		answer,
		takeBack,
	);
	document.body.append(dialog);

	fields.addEventListener('submit', (event) => {
		event.preventDefault();
		void send(change());
	});
	dialog.addEventListener('cancel', (event) => {
		if (isWarned || JSON.stringify(form.read()) === before) return;
		event.preventDefault();
		isWarned = true;
		tell([
			make('p', {}, 'What is filled in is not written yet. Press Escape again to discard it.'),
		]);
	});
	dialog.addEventListener('close', () => {
		answer.replaceChildren();
	});

	function change(): Change | undefined {
		const draft = form.draft();
		if (!draft) return undefined;
		return id === undefined ? { kind: 'add', draft } : { kind: 'edit', id, draft };
	}

	async function send(
		wanted: Change | undefined,
		{ isTrial = false, accepted = [] as string[] } = {},
	): Promise<void> {
		if (!wanted) {
			tell(showFailure('The captured words are not found in their paragraph.'));
			return;
		}
		dialog.setAttribute('aria-busy', 'true');
		const said = await server.change({
			...{ article: number, sha256, isTrial, accepted },
			change: wanted,
		});
		dialog.removeAttribute('aria-busy');
		if (said.kind === 'written') {
			sha256 = said.sha256;
			opened.sha256 = sha256;
			dialog.close();
			onWritten(said.id, wanted.kind === 'withdraw');
		} else if (said.kind === 'planned') tell(showTrial(said));
		else if (said.kind === 'refused') tell(showProblems(said));
		else if (said.kind === 'warned')
			tell(showNear(said, () => send(wanted, { accepted: said.near.map((other) => other.id) })));
		else if (said.kind === 'conflict')
			tell(
				showConflict(said, async () => {
					const now = await server.open(number);
					if ('kind' in now) tell(showFailure(now.reason));
					else {
						opened = now;
						({ sha256 } = said);
						tell([make('p', {}, 'What is filled in here is kept; write it when it is right.')]);
						form.focus();
					}
				}),
			);
		else tell(showFailure(said.reason));
	}

	function tell(content: HTMLElement[]): void {
		answer.replaceChildren(...content);
		answer.scrollIntoView({ block: 'nearest' });
		answer.querySelector<HTMLElement>('h3')?.focus();
	}

	function show(note: string | undefined, state: FormState): void {
		id = note;
		isWarned = false;
		title.textContent = id === undefined ? 'New note' : `Edit note ${id}`;
		answer.replaceChildren();
		takeBack.hidden = id === undefined;
		takeBack.open = false;
		date.value = new Date().toISOString().slice(0, 10);
		because.value = '';
		replacedBy.replaceChildren(
			...['', ...opened.notes.filter((other) => !other.isWithdrawn).map((other) => other.id)]
				.filter((other) => other !== id)
				.map((value) => make('option', { value }, value || 'none')),
		);
		form.show(state);
		before = JSON.stringify(form.read());
		onOpen();
		dialog.showModal();
		form.focus();
	}

	return {
		isOpen: () => dialog.open,
		write(place) {
			const by = localStorage.getItem('calque-layer') ?? opened.layers[0] ?? '';
			show(undefined, { place, values: { by } });
		},
		edit({ id: edited, paragraph, startCodeUnit, endCodeUnit, isWithdrawn: _, ...rest }) {
			const values = Object.entries(rest).map(([name, value]) => [name, String(value)]);
			const place = { paragraph, startCodeUnit, endCodeUnit };
			show(edited, { place, values: Object.fromEntries(values) as { [name: string]: string } });
		},
		resume(work) {
			show(work.id, work.state);
			({ sha256 } = work);
			before = '';
		},
		work: () => (dialog.open ? { id, sha256, state: form.read() } : undefined),
	};
}
