import { catalogue, each } from '../includes/parts.js';

/** The catalogue, page by page, of an archive that has more articles than the home page lists. */
const addressOf = (page) => (page === 1 ? '/articles/' : `/articles/${page}/`);

const rangeOf = ({ sliced, site }) => {
	const total = site.archive.counts.articles;
	const size = site.archive.articlesPerPage;
	const start = (sliced.page - 1) * size;
	return `${start + 1} to ${Math.min(start + size, total)} of ${total}`;
};

export const data = {
	layout: 'page.11ty.js',
	pagination: {
		data: 'articles',
		size: 1,
		alias: 'sliced',
		before: (articles, { site }) => {
			const size = site.archive.articlesPerPage;
			if (articles.length <= size) return [];
			return Array.from({ length: Math.ceil(articles.length / size) }, (_, index) => ({
				page: index + 1,
				articles: articles.slice(index * size, (index + 1) * size),
			}));
		},
	},
	permalink: ({ sliced }) => `${addressOf(sliced.page)}index.html`,
	head: (all) => ({
		title: all.sliced.page === 1 ? 'Articles' : `Articles, page ${all.sliced.page}`,
		description: `The catalogue of the archive by number: articles ${rangeOf(all)}, each with outlet, date and kind of text.`,
		crumbs: [['Articles', '/articles/']],
	}),
};

export const render = (all) =>
	`<h1>Articles</h1><p class="statement">Articles ${rangeOf(all)}, in the order of their numbers.</p>${catalogue(all.sliced.articles)}<nav class="catalogue-pages" aria-label="Pages of the catalogue"><ol>${each(
		all.pagination.hrefs,
		(href, index) =>
			`<li><a href="${href}"${index + 1 === all.sliced.page ? ' aria-current="page"' : ''}>${index + 1}</a></li>`,
	)}</ol></nav>`;
