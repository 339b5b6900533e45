import { formatReadingState, parseReadingState } from './format-reading-state.ts';

/**
 * Keep what a reader chose above the text in the address, so that it lasts over a reload and travels with a
 * link: `#p3&layer=reading&severity=critical`. The part before the first `&` is a place as ever.
 */
export function keepReadingState(form: HTMLFormElement): void {
	restore(form);
	form.addEventListener('change', () => {
		rememberReadingState(form);
	});
	// A link within the page leads to a bare place; what was chosen goes with it.
	addEventListener('hashchange', () => {
		if (location.hash.includes('&')) restore(form);
		else rememberReadingState(form);
	});
}

/** Write the place and what was chosen into the address, and nothing else. */
export function rememberReadingState(form: HTMLFormElement): void {
	const fragment = formatReadingState(location.hash, stateOf(form));
	history.replaceState(null, '', location.pathname + fragment);
}

function restore(form: HTMLFormElement): void {
	const { place, state: kept } = parseReadingState(location.hash);
	// A search says in the query which layer it found, and leaves the fragment a bare place.
	const state = { ...Object.fromEntries(new URLSearchParams(location.search)), ...kept };
	for (const field of fieldsOf(form)) {
		const value = state[field.name];
		if (value === undefined) continue;
		if (field instanceof HTMLSelectElement) {
			if ([...field.options].some((option) => option.value === value)) field.value = value;
		} else if (field.type === 'checkbox') field.checked = true;
		else if (field.value === value) field.checked = true;
	}
	// The browser looks for the whole fragment as an id and finds none.
	if (location.hash.includes('&') && place) document.getElementById(place)?.scrollIntoView();
}

/** List what differs from the page as it comes. */
function stateOf(form: HTMLFormElement): Record<string, string> {
	const state: Record<string, string> = {};
	for (const field of fieldsOf(form)) {
		if (field instanceof HTMLSelectElement) {
			if (field.value) state[field.name] = field.value;
		} else if (field.checked && !field.defaultChecked)
			state[field.name] = field.type === 'checkbox' ? 'yes' : field.value;
	}
	return state;
}

function fieldsOf(form: HTMLFormElement): (HTMLInputElement | HTMLSelectElement)[] {
	return [...form.querySelectorAll<HTMLInputElement | HTMLSelectElement>('input, select')];
}
