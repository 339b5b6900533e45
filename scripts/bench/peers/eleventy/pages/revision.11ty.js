import { articleHtml } from '../includes/article.js';
import { crumbsOf } from '../includes/parts.js';

export const data = {
	layout: 'page.11ty.js',
	pagination: { data: 'articles', size: 1, alias: 'article' },
	isRevision: true,
	permalink: ({ article }) => `/a/${article.number}/v${article.revision.number}/index.html`,
	head: ({ article }) => ({
		title: `${article.title} (revision ${article.revision.number})`,
		description: `Revision ${article.revision.number}. ${article.status} Reading version: ${article.paragraphs[0].plain}`,
		crumbs: crumbsOf(article, [
			`Revision ${article.revision.number}`,
			`/a/${article.number}/v${article.revision.number}/`,
		]),
	}),
};
export const render = articleHtml;
