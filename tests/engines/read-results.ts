import type { Filters, SortOrder } from '../../src/search/find-hits.ts';
import type { Session } from './engine.ts';

/** A query with its choices, as the search page takes them. */
export type Question = {
	query: string;
	filters?: Filters | undefined;
	sort?: SortOrder | undefined;
};

/** What the search page shows, in its order. */
export type Results = {
	status: string;
	/** Where each result leads, articles and passages; the same for a folder of files as for a host. */
	hrefs: string[];
	/** The words shown of each passage, as HTML: with what is marked in them. */
	excerpts: string[];
};

/** The address of a question on the site at `site`. */
export function addressOf(site: string, { query, filters = {}, sort }: Question): string {
	const page = site.startsWith('file:') ? 'search/index.html' : 'search/';
	return `${site}${page}?${new URLSearchParams({ q: query, ...filters, ...(sort ? { sort } : {}) })}`;
}

/** Open the search page with a question in its address and read what it shows. */
export async function readResults(session: Session, address: string): Promise<Results> {
	await session.goto(address);
	return session.evaluate(searchPage, undefined);
}

/** Put a question into the form of the search page that is open, and read what it shows. */
export async function askAgain(session: Session, question: Question): Promise<Results> {
	return session.evaluate(searchPage, question);
}

/** Runs in the page. The status is emptied before a question is put, so that the next one is its answer. */
async function searchPage(question: Question | undefined): Promise<Results> {
	const find = <Kind extends Element>(selector: string): Kind => {
		const found = document.querySelector<Kind>(`[data-search] ${selector}`);
		if (!found) throw new Error(`The search page lacks ${selector}.`);
		return found;
	};
	const status = find('[data-search-status]');
	const list = find('[data-search-results]');
	const form = find<HTMLFormElement>('form');
	if (question) {
		status.textContent = '';
		find<HTMLInputElement>('input[type=search]').value = question.query;
		const sort = question.sort === 'relevance' ? '' : (question.sort ?? '');
		const choices: Record<string, string> = { ...question.filters, sort };
		for (const select of form.querySelectorAll('select')) {
			select.value = choices[select.name] ?? '';
			if (select.value !== (choices[select.name] ?? ''))
				throw new Error(`There is no ${select.name} “${choices[select.name]}” to choose.`);
		}
		form.requestSubmit();
	}
	const start = performance.now();
	while (!/found|incomplete|could not be|^Type a word/i.test(status.textContent ?? '')) {
		if (performance.now() - start > 30_000) throw new Error('The search does not end.');
		await new Promise((later) => setTimeout(later, 5));
	}
	return {
		status: status.textContent ?? '',
		hrefs: [...list.querySelectorAll('a')].map((link) =>
			(link.getAttribute('href') ?? '').replace(/\/index\.html(?=[?#]|$)/, '/'),
		),
		excerpts: [...list.querySelectorAll('.hit')].map((hit) =>
			[...hit.querySelectorAll('.lemma, .excerpt')].map((part) => part.innerHTML).join('\n'),
		),
	};
}
