import { countOf, each, escape, pager, time, weight } from '../includes/parts.js';

const MAX_ARTICLES = 12;
const addressOf = ({ id }, page) => `/terms/${id}/${page > 1 ? `${page}/` : ''}`;

/** A term with its renderings in context, page by page. */
export const data = {
	layout: 'page.11ty.js',
	pagination: {
		data: 'site.terms',
		size: 1,
		alias: 'shown',
		before: (terms, { scope }) =>
			scope !== 'all'
				? []
				: terms.flatMap((term) => {
						const pages = Math.max(1, Math.ceil(term.lines.length / term.linesPerPage));
						return Array.from({ length: pages }, (_, index) => ({
							term,
							page: index + 1,
							pages,
							lines: term.lines.slice(index * term.linesPerPage, (index + 1) * term.linesPerPage),
						}));
					}),
	},
	permalink: ({ shown: { term, page } }) => `${addressOf(term, page)}index.html`,
	head: ({ shown: { term, page } }) => ({
		title: `${term.source}: ${term.gloss}${page > 1 ? `, page ${page}` : ''}`,
		description: `${countOf(term.count, 'rendering')} of a term, in context. In English: ${term.right}.`,
		crumbs: [
			['Terms', '/terms/'],
			[term.source, addressOf(term)],
		],
	}),
};

export function render({ shown: { term, page, pages, lines } }) {
	return `<h1><i lang="${term.language}">${escape(term.source)}</i></h1><p class="statement">${escape(term.gloss)}</p><div class="prose"><p><span class="label">In English</span> <b>${escape(term.right)}</b></p><p>${escape(term.explanation)}</p></div>${page === 1 ? renderings(term) : ''}<section><h2 id="concordance">In context</h2><p class="prose">${countOf(term.count, 'rendering')} in ${countOf(term.articles, 'article')}, by date.</p><ol class="concordance contexts">${each(
		lines,
		(line) =>
			`<li><p class="line machine"><bdi class="before">${escape(line.before)}</bdi><span class="after"><mark class="${line.severity}"><bdi>${escape(line.keyword)}</bdi></mark><bdi>${escape(line.after)}</bdi></span></p><p class="facts"><a href="/a/${line.number}/#note-${line.id}">No. ${line.number}, ¶&nbsp;${line.p}, note&nbsp;${line.n}</a> <span>${time(line)}</span> <span>${escape(line.outlet)}</span> ${weight(line)}${line.correction && ` <span>we read <b>${escape(line.correction)}</b></span>`}</p></li>`,
	)}</ol>${pager(page, pages, (number) => addressOf(term, number))}</section>`;
}

function renderings({ renderings }) {
	return `<section><h2 id="renderings">Renderings</h2><div class="table-scroll" tabindex="0" role="region" aria-labelledby="renderings"><table class="renderings"><thead><tr><th scope="col">As printed</th><th scope="col">Times</th><th scope="col">Articles</th></tr></thead><tbody>${each(
		renderings,
		({ words, count, articles }) =>
			`<tr><th scope="row"><bdi class="machine">${escape(words)}</bdi></th><td>${count}</td><td>${each(articles.slice(0, MAX_ARTICLES), (number) => `<a href="/a/${number}/">No. ${number}</a> `)}${articles.length > MAX_ARTICLES ? `and ${articles.length - MAX_ARTICLES} more` : ''}</td></tr>`,
	)}</tbody></table></div></section>`;
}
