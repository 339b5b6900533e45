/** A page that searches: the first of ten results and how many there are. `open` loads an index when it is first asked. */
export function startPage(open) {
	const form = document.querySelector('form');
	const input = form.querySelector('input');
	const status = document.querySelector('[data-search-status]');
	const list = document.querySelector('ol');
	let opened;
	const search = async () => {
		opened ??= open();
		const hits = (await opened)(input.value);
		list.replaceChildren(
			...hits.slice(0, 10).map(({ id, title }) => {
				const item = document.createElement('li');
				const link = item.appendChild(document.createElement('a'));
				link.href = `/a/${id}/`;
				link.textContent = title;
				return item;
			}),
		);
		status.textContent = hits.length === 0 ? 'Nothing found.' : `${hits.length} articles found.`;
	};
	form.addEventListener('submit', (event) => {
		event.preventDefault();
		void search();
	});
	input.value = new URLSearchParams(location.search).get('q') ?? '';
	if (input.value) void search();
}

export const loadIndex = async () => (await fetch('index.json')).text();
/** The words of a query; what is between quotation marks is searched by its words too. */
export const wordsOf = (query) => query.match(/[\p{L}\p{N}]+/gu) ?? [];
