import { articleHtml } from '../includes/article.js';
import { crumbsOf } from '../includes/parts.js';

export const data = {
	layout: 'page.11ty.js',
	pagination: { data: 'articles', size: 1, alias: 'article' },
	permalink: ({ article }) => `/a/${article.number}/index.html`,
	head: ({ article }) => ({
		title: article.title,
		description: `${article.status} Reading version: ${article.paragraphs[0].plain}`,
		crumbs: crumbsOf(article),
		isSearched: true,
	}),
};
export const render = articleHtml;
