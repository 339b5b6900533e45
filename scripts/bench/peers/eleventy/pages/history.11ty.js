import { crumbsOf, escape, time } from '../includes/parts.js';

export const data = {
	layout: 'page.11ty.js',
	pagination: { data: 'articles', size: 1, alias: 'article' },
	permalink: ({ article }) => `/a/${article.number}/history/index.html`,
	head: ({ article }) => ({
		title: `History of no. ${article.number}`,
		description: `Every revision of “${article.title}”: when it was published, why, and what differs from the one before it.`,
		crumbs: crumbsOf(article, ['History', `/a/${article.number}/history/`]),
	}),
};

export const render = ({ article: { number, title, revision } }) =>
	`<h1>History</h1><p class="statement">The revisions of <a href="/a/${number}/">${escape(title)}</a>, the newest first. A revision keeps its address for good and is what citations carry. The captured text is the same in all of them.</p><section class="revision-entry" id="v${revision.number}"><h2><a href="/a/${number}/v${revision.number}/">Revision ${revision.number}</a></h2><p><span class="label">${time(revision)} · not released yet, may still change.</span> ${escape(revision.reason)}</p></section>`;
