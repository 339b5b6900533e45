import { alignNotes } from './align-notes.ts';
import { copyWithWarning } from './copy-with-warning.ts';
import { keepReadingState, rememberReadingState } from './reading-state.ts';
import { showFound } from './show-found.ts';
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
	const passage = document.getElementById(location.hash.slice(1));
	if (passage && new URLSearchParams(location.search).has('h')) {
		showFound(passage);
		// What a reader copies from there is the address that stays. A browser looks for its target until then.
		addEventListener('load', () => {
			rememberReadingState(form);
		});
	}
}
