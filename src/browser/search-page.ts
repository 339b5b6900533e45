import { addressOfHit } from '../search/address-of-hit.ts';
import { describeFindings } from '../search/describe-findings.ts';
import {
	filterNames,
	findHits,
	isSearchable,
	sortOrders,
	type Filters,
	type Findings,
	type Hit,
	type HitGroup,
	type SortOrder,
} from '../search/find-hits.ts';
import { openIndex, type SearchIndex } from '../search/open-index.ts';
import { linkHere } from './edition.ts';
import { watchIndex } from './watch-index.ts';

/** The search page: takes words and filters, shows what is found, and keeps both in the address. */

/** A search begins when nobody has typed for this long, in milliseconds. */
const PAUSE = 120;

const page = need('[data-search]', document, HTMLElement);
const form = need('form', page, HTMLFormElement);
const input = need('input[type=search]', page, HTMLInputElement);
const status = need('[data-search-status]', page, HTMLElement);
const list = need('[data-search-results]', page, HTMLOListElement);
const groupTemplate = need('[data-search-group]', page, HTMLTemplateElement);
const hitTemplate = need('[data-search-hit]', page, HTMLTemplateElement);
const root = page.dataset['root'] ?? '/';
const names = JSON.parse(page.dataset['names'] ?? '[]') as string[][];
const layerLabels: Record<Hit['layer'], string> = {
	reading: 'reading version',
	captured: 'captured text',
	original: 'original',
	notes: 'note',
};

/** Opens more of a large archive than a search does at first. */
const further = document.createElement('button');
further.type = 'button';
further.textContent = 'Look further';

const base = new URL(`${root}pagefind/`, location.href).href;
const watch = watchIndex(base);
let opened: SearchIndex | undefined;
/** Only the newest search may show its results. */
let newest = 0;
let pause: ReturnType<typeof setTimeout> | undefined;
/** How far to look; see `findHits`. */
let steps = 1;

restore();
form.addEventListener('submit', (event) => {
	event.preventDefault();
	void search();
});
form.addEventListener('input', ({ target }) => {
	clearTimeout(pause);
	if (target === input) pause = setTimeout(() => void search(), PAUSE);
	else void search();
});
addEventListener('popstate', restore);
further.addEventListener('click', () => void search(steps * 2));
// The worker of another edition answers from now on; what is loaded of this one does not fit it.
if ('serviceWorker' in navigator)
	navigator.serviceWorker.addEventListener('controllerchange', () => {
		newest++;
		location.reload();
	});

function restore(): void {
	const address = new URLSearchParams(location.search);
	input.value = address.get('q') ?? '';
	for (const name of [...filterNames, 'sort']) {
		const select = selectOf(name);
		select.value = address.get(name) ?? '';
		// What the address names and the page does not offer is no choice.
		if (select.selectedIndex === -1) select.selectedIndex = 0;
	}
	if (input.value) void search();
	else status.textContent = '';
}

async function search(far = 1): Promise<void> {
	clearTimeout(pause);
	const turn = ++newest;
	steps = far;
	const query = input.value.trim();
	const filters = chosenFilters();
	const sort = chosenOrder();
	remember(query, filters, sort);
	if (!isSearchable(query)) {
		clearList();
		status.textContent = promptFor(query, filters);
		return;
	}
	try {
		// What failed may be gone for good: a newer edition names its files anew.
		if (watch.failed().length > 0) opened = undefined;
		watch.forget();
		opened ??= openIndex((path) => watch.readFile(path));
		const findings = await findHits(opened, query, { filters, sort, names, steps });
		if (turn === newest) show(query, findings);
	} catch {
		opened = undefined;
		if (turn === newest) {
			clearList();
			status.textContent =
				'The search index could not be loaded. Nothing can be said of what the archive holds; press Search to try again.';
		}
	}
}

function promptFor(query: string, filters: Filters): string {
	if (/^\s*[-\u2212]\S/u.test(query)) return 'Type a word to find beside those to leave out.';
	return query === '' && Object.keys(filters).length > 0
		? 'Type a word to search within the chosen filters.'
		: '';
}

function show(query: string, findings: Findings): void {
	const { groups, counts, isCounted, missingPassages } = findings;
	const listed = groups.reduce((sum, { hits }) => sum + hits.length, 0);
	status.textContent = describeFindings(
		query,
		{ ...findings, listed },
		{
			isIndexMissing: watch.failed().some((path) => !path.startsWith('texts/')),
			passages: missingPassages,
		},
	);
	list.replaceChildren(...groups.map(groupOf));
	// A button that is put in again, or taken out, loses the focus of whoever pressed it.
	if (!findings.hasMore) {
		if (document.activeElement === further) input.focus();
		further.remove();
	} else if (!further.isConnected) list.after(further);
	showCounts(isCounted ? counts : undefined);
}

function clearList(): void {
	list.replaceChildren();
	further.remove();
	showCounts(undefined);
}

/** Say beside each choice how many hits it would leave; without a search, nothing. */
function showCounts(counts: Findings['counts'] | undefined): void {
	for (const name of filterNames)
		for (const option of selectOf(name).options) {
			option.dataset['label'] ??= option.text;
			const count = counts?.[name][option.value] ?? 0;
			const isCounted = counts !== undefined && option.value !== '';
			option.text = option.dataset['label'] + (isCounted ? ` (${count})` : '');
			option.disabled = isCounted && count === 0 && !option.selected;
		}
}

function groupOf({ article, title, day, hits }: HitGroup): Node {
	const item = document.importNode(groupTemplate.content, true);
	const link = need('a', item, HTMLAnchorElement);
	link.href = linkHere(`${root}a/${article}/`);
	link.textContent = title;
	need('small', item, HTMLElement).textContent = day.slice(0, 4);
	need('ol', item, HTMLOListElement).append(...hits.map(itemOf));
	return item;
}

function itemOf(hit: Hit): Node {
	const item = document.importNode(hitTemplate.content, true);
	const link = need('a', item, HTMLAnchorElement);
	link.href = linkHere(root + addressOfHit(hit).slice(1));
	link.textContent = hit.label;
	need('small', item, HTMLElement).textContent = [
		layerLabels[hit.layer],
		hit.layer === 'notes' ? hit.severities[0] : undefined,
	]
		.filter(Boolean)
		.join(', ');
	const lemma = need('.lemma', item, HTMLElement);
	if (hit.exact === undefined) lemma.remove();
	else {
		need('bdi', lemma, HTMLElement).textContent = hit.exact;
		need('b', lemma, HTMLElement).textContent = hit.correction ?? '';
		need('small', lemma, HTMLElement).hidden = hit.correction === undefined;
	}
	const excerpt = need('.excerpt', item, HTMLElement);
	if (hit.layer === 'captured') excerpt.classList.add('machine');
	excerpt.append(...hit.excerpt.map(({ text, isMatch }) => (isMatch ? markOf(text) : text)));
	if (hit.excerpt.length === 0) excerpt.remove();
	return item;
}

function markOf(text: string): HTMLElement {
	const mark = document.createElement('mark');
	mark.textContent = text;
	return mark;
}

function chosenFilters(): Filters {
	const chosen = filterNames.map((name): [string, string] => [name, selectOf(name).value]);
	return Object.fromEntries(chosen.filter(([, value]) => value !== ''));
}

function chosenOrder(): SortOrder {
	const { value } = selectOf('sort');
	return sortOrders.find((order) => order === value) ?? 'relevance';
}

function remember(query: string, filters: Filters, sort: SortOrder): void {
	const address = new URLSearchParams({
		...(query ? { q: query } : {}),
		...filters,
		...(sort === 'relevance' ? {} : { sort }),
	}).toString();
	try {
		history.replaceState(null, '', address ? `?${address}` : location.pathname);
	} catch {
		// WebKit refuses more than a hundred changes in ten seconds; the next search is in the address again.
	}
}

function selectOf(name: string): HTMLSelectElement {
	return need(`select[name=${name}]`, form, HTMLSelectElement);
}

function need<Found extends Element>(
	selector: string,
	within: ParentNode,
	kind: { new (): Found },
): Found {
	const found = within.querySelector(selector);
	if (!(found instanceof kind)) throw new Error(`The search page lacks ${selector}.`);
	return found;
}
