import { siteRootOf } from '../search/site-root.ts';
import { suggestPages, type ListedPage } from '../search/suggest-pages.ts';

/** The not-found page: lists the pages whose addresses are nearest to the one that was asked for. */

const place = document.querySelector<HTMLElement>('[data-suggestions]');
if (place) void suggest(place);

async function suggest(place: HTMLElement): Promise<void> {
	const root = siteRootOf(import.meta.url);
	const pages = await loadPages(root);
	const asked = location.pathname;
	const found = suggestPages(asked.startsWith(root) ? asked.slice(root.length) : asked, pages);
	if (found.length === 0) return;
	const heading = document.createElement('h2');
	heading.textContent = 'Did you mean';
	const list = document.createElement('ol');
	list.append(...found.map((page) => itemOf(page, root)));
	place.replaceChildren(heading, list);
}

/** Without the list there are no suggestions, and the page is what it is without this script. */
async function loadPages(root: string): Promise<ListedPage[]> {
	try {
		const response = await fetch(`${root}addresses.json`);
		return response.ok ? ((await response.json()) as ListedPage[]) : [];
	} catch {
		return [];
	}
}

function itemOf({ path, title }: ListedPage, root: string): HTMLElement {
	const link = document.createElement('a');
	link.href = root + path.slice(1);
	link.textContent = title;
	const address = document.createElement('code');
	address.textContent = path;
	const item = document.createElement('li');
	item.append(link, ' ', address);
	return item;
}
