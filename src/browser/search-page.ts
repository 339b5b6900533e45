import {
	filterNames,
	findHits,
	prepareQuery,
	MIN_QUERY_LENGTH,
	type Filters,
	type Findings,
	type Hit,
	type Pagefind,
} from '../search/find-hits.ts';

/** The search page: takes words and filters, shows what is found, and keeps both in the address. */

const page = need('[data-search]', document, HTMLElement);
const form = need('form', page, HTMLFormElement);
const input = need('input[type=search]', page, HTMLInputElement);
const status = need('[data-search-status]', page, HTMLElement);
const list = need('[data-search-results]', page, HTMLOListElement);
const template = need('[data-search-hit]', page, HTMLTemplateElement);
const root = page.dataset['root'] ?? '/';
const names = JSON.parse(page.dataset['names'] ?? '[]') as string[][];
const layerLabels: Record<Hit['layer'], string> = {
	reading: 'reading version',
	captured: 'captured text',
	original: 'original',
	notes: 'note',
};

let pagefind: Promise<Pagefind> | undefined;
/** Only the newest search may show its results. */
let newest = 0;

restore();
form.addEventListener('submit', (event) => {
	event.preventDefault();
	void search();
});
form.addEventListener('input', () => void search());
addEventListener('popstate', restore);

function restore(): void {
	const address = new URLSearchParams(location.search);
	input.value = address.get('q') ?? '';
	for (const name of filterNames) selectOf(name).value = address.get(name) ?? '';
	if (input.value) void search();
}

async function search(): Promise<void> {
	const turn = ++newest;
	const query = input.value.trim();
	const filters = chosenFilters();
	remember(query, filters);
	if (prepareQuery(query).length < MIN_QUERY_LENGTH) {
		list.replaceChildren();
		status.textContent =
			query === '' && Object.keys(filters).length > 0
				? 'Type a word to search within the chosen filters.'
				: '';
		return;
	}
	try {
		pagefind ??= loadPagefind();
		const findings = await findHits(await pagefind, query, filters, names);
		if (turn === newest) show(query, findings);
	} catch {
		pagefind = undefined;
		if (turn === newest)
			status.textContent =
				'The search index could not be loaded. Nothing can be said of what the archive holds; try again when it can be reached.';
	}
}

async function loadPagefind(): Promise<Pagefind> {
	const base = new URL(`${root}pagefind/`, location.href).href;
	const loaded: Pagefind = (await import(/* @vite-ignore */ `${base}pagefind.js`)) as Pagefind;
	await loaded.options({ basePath: base, excerptLength: 28 });
	return loaded;
}

function show(query: string, { hits, hasMore, otherSpellings, unknownWords }: Findings): void {
	const found =
		hits.length === 0
			? `Nothing found for ${query}.`
			: `${hits.length} ${hits.length === 1 ? 'passage' : 'passages'} found.`;
	const unknown =
		unknownWords.length > 0 ? ` Nowhere in the archive: ${unknownWords.join(', ')}.` : '';
	const others = otherSpellings.length > 0 ? ` Searched too: ${otherSpellings.join(', ')}.` : '';
	status.textContent =
		found + (hasMore ? ' There are more; add a word or a filter.' : '') + others + unknown;
	list.replaceChildren(...hits.map(itemOf));
}

function itemOf(hit: Hit): Node {
	const item = document.importNode(template.content, true);
	const link = need('a', item, HTMLAnchorElement);
	link.href = root + hit.path.slice(1);
	link.textContent = `${hit.label}: ${hit.title}`;
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
	need('.label', item, HTMLElement).textContent = [
		layerLabels[hit.layer],
		hit.layer === 'notes' ? hit.severities[0] : undefined,
	]
		.filter(Boolean)
		.join(', ');
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

function remember(query: string, filters: Filters): void {
	const address = new URLSearchParams({ ...(query ? { q: query } : {}), ...filters }).toString();
	history.replaceState(null, '', address ? `?${address}` : location.pathname);
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
