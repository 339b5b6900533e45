import markdownIt from 'markdown-it';

const markdown = markdownIt();

/** The hand-written pages. */
export const data = {
	layout: 'page.11ty.js',
	pagination: { data: 'site.pages', size: 1, alias: 'written' },
	permalink: ({ written }) => `/${written.name}/index.html`,
	head: ({ written }) => ({
		title: written.title,
		description: written.description,
		crumbs: [[written.title, `/${written.name}/`]],
	}),
};

export const render = ({ written: { title, text } }) =>
	`<h1>${title}</h1><div class="prose">${markdown.render(text)}</div>`;
