import '../styles/editor.css';
import { connect, type EditorServer } from './ask-server.ts';
import { makeEditorDialog, type EditorDialog, type Work } from './editor-dialog.ts';
import { make, makeButton } from './make-element.ts';
import type { OpenedArticle } from './messages.ts';
import { findSelectedPlace, type SelectedPlace } from './selected-place.ts';

/** The server shows a change by loading the page again; where it does not, the page does after this time. */
const RELOAD_AFTER_MILLISECONDS = 6000;

/** What outlives a page that is loaded again: what was being written, and what was written last. */
const WORK = 'calque-editor-work';
const WRITTEN = 'calque-editor-written';
type Written = { number: number; id: string; isWithdrawn: boolean };
/** How often the page was loaded again because it was older than the files. */
const STALE = 'calque-editor-stale';
const MAX_STALE = 8;
const STALE_MILLISECONDS = 700;

const [, number] = /^\/a\/(\d+)\/$/.exec(location.pathname) ?? [];
const text = document.querySelector<HTMLElement>('.edition #text');
if (text && number !== undefined) void start(text, Number(number));

async function start(text: HTMLElement, number: number): Promise<void> {
	const server = await connect();
	if (!server) return;
	const article = await server.open(number);
	if ('kind' in article)
		addBar(text, make('p', {}, `No notes can be written here. ${article.reason}`));
	else edit(text, number, article, server);
}

function addBar(text: HTMLElement, ...content: HTMLElement[]): void {
	text.before(make('section', { class: 'annotate', 'aria-label': 'Editor' }, ...content));
	document.documentElement.classList.add('is-edited');
}

function edit(
	text: HTMLElement,
	number: number,
	article: OpenedArticle,
	server: EditorServer,
): void {
	let selected: SelectedPlace | undefined;
	let reloading: ReturnType<typeof setTimeout> | undefined;
	const said = make(
		'p',
		{ role: 'status' },
		'Select words of the captured text, or find them in the note.',
	);
	const button = makeButton('New note', () => {
		dialog.write(selected);
	});
	// The press of a button must not take the selection away.
	button.addEventListener('mousedown', (event) => {
		event.preventDefault();
	});
	addBar(text, button, said);
	const dialog = makeEditorDialog({
		...{ number, article, server },
		onOpen() {
			clearTimeout(reloading);
			said.textContent = '';
		},
		onWritten(id, isWithdrawn) {
			keep(WRITTEN, { number, id, isWithdrawn });
			said.textContent = `Note ${id} was ${isWithdrawn ? 'withdrawn' : 'written'}.`;
			reloading = setTimeout(() => {
				if (!dialog.isOpen()) location.reload();
			}, RELOAD_AFTER_MILLISECONDS);
		},
	});
	document.addEventListener('selectionchange', () => {
		if (dialog.isOpen()) return;
		selected = findSelectedPlace(getSelection());
		button.textContent = selected ? 'Note on the selection' : 'New note';
	});
	addEditButtons(article, dialog);
	const written = resume(number, dialog, said);
	if (text.dataset['digest'] === article.digest) take(STALE);
	else reloadSoon(dialog, written);
	addEventListener('pagehide', () => {
		const work = dialog.work();
		if (work) keep(WORK, { number, work });
	});
}

/** Put a button to each note that can be edited. */
function addEditButtons({ notes }: OpenedArticle, dialog: EditorDialog): void {
	for (const note of notes) {
		const facts = document.querySelector(`#note-${note.id} .facts`);
		const button = makeButton(
			'edit',
			() => {
				dialog.edit(note);
			},
			{ class: 'edit-note', 'aria-label': `edit note ${note.id}` },
		);
		facts?.append(make('span', {}, button));
	}
}

/** Go on with what was being written when the page was loaded again, and show what was written. */
function resume(number: number, dialog: EditorDialog, said: HTMLElement): Written | undefined {
	const written = take(WRITTEN) as Written | undefined;
	if (written?.number === number) {
		said.textContent = `Note ${written.id} was ${written.isWithdrawn ? 'withdrawn' : 'written'}.`;
		const note = document.querySelector<HTMLElement>(`#note-${written.id}`);
		const details = note?.querySelector('details');
		if (details) details.open = true;
		note?.scrollIntoView({ block: 'center' });
		note?.querySelector<HTMLElement>('.edit-note')?.focus({ preventScroll: true });
	}
	const kept = take(WORK) as { number: number; work: Work } | undefined;
	if (kept?.number === number) dialog.resume(kept.work);
	return written;
}

/**
 * Load a page again that the server made before it had read the newest state of the article, which the editor
 * knows; what was written last is shown then.
 */
function reloadSoon(dialog: EditorDialog, written: Written | undefined): void {
	const times = (take(STALE) as { times: number } | undefined)?.times ?? 0;
	if (times === MAX_STALE) return;
	setTimeout(() => {
		if (dialog.isOpen()) return;
		keep(STALE, { times: times + 1 });
		if (written) keep(WRITTEN, written);
		location.reload();
	}, STALE_MILLISECONDS);
}

function keep(key: string, value: object): void {
	sessionStorage.setItem(key, JSON.stringify(value));
}

function take(key: string): unknown {
	const value = sessionStorage.getItem(key);
	sessionStorage.removeItem(key);
	return value === null ? undefined : JSON.parse(value);
}
