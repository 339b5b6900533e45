import { alignNotes } from './align-notes.ts';
import { copyWithWarning } from './copy-with-warning.ts';
import { keepReadingState } from './reading-state.ts';
import { stepThroughNotes } from './step-through-notes.ts';

/** What an article's page does where scripts run; without them every layer and note is reached as well. */
const edition = document.querySelector<HTMLElement>('.edition');
const form = document.querySelector<HTMLFormElement>('form.layers');
const status = document.querySelector<HTMLElement>('.copied');

if (edition && form) {
	keepReadingState(form);
	alignNotes(edition, form);
	stepThroughNotes(edition);
	if (status) copyWithWarning(edition, status);
}
