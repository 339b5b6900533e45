import { getCollection, render } from 'astro:content';

/** A hand-written page; `render` gives its component. */
export type PageEntry = {
	id: string;
	title: string;
	description: string;
	render: () => ReturnType<typeof render>;
};

/** List the hand-written pages as paths for a route with the parameter `page`. */
export async function getStaticPagePaths() {
	const pages = await getCollection('pages');
	return pages.map((page) => ({
		params: { page: page.id },
		props: { entry: { ...page.data, id: page.id, render: () => render(page) } satisfies PageEntry },
	}));
}
