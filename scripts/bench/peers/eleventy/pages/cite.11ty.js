import { citations, crumbsOf, each, escape } from '../includes/parts.js';

const exports = [
	['article.json', 'JSON'],
	['article.tei.xml', 'TEI P5'],
	['annotations.jsonld', 'Web Annotations'],
	['notes.jsonl', 'notes, JSON Lines'],
	['notes.csv', 'notes, CSV'],
	['meta.jsonld', 'schema.org'],
	['ai-disclosure.json', 'what machines made'],
];

export const data = {
	layout: 'page.11ty.js',
	pagination: { data: 'articles', size: 1, alias: 'article' },
	permalink: ({ article }) => `/a/${article.number}/cite/index.html`,
	head: ({ article }) => ({
		title: `Cite no. ${article.number}`,
		description: `How to cite “${article.title}”, each of its paragraphs and its notes, in APA, MLA, Chicago, GOST and other styles, and as files.`,
		crumbs: crumbsOf(article, ['Cite', `/a/${article.number}/cite/`]),
	}),
};

export function render({ article }) {
	const { number, title, revision, paragraphs, notes } = article;
	const frozen = `/a/${number}/v${revision.number}/`;
	const files = article.files.filter(({ name }) => name.startsWith('cite.'));
	return `<h1>Cite</h1><p class="statement"><a href="/a/${number}/">${escape(title)}</a>. Citations name <a href="${frozen}">revision ${revision.number}</a>, which keeps its address for good, and say that the text is what it is.</p><section><h2 id="article">The article</h2>${citations(article.citations.article)}<p class="files"><span class="label">Files</span> ${each(files, ({ name, label }) => `<a href="${frozen}${name}">${label}</a> `)}</p><p class="files"><span class="label">The revision as</span> ${each(exports, ([name, label]) => `<a href="${frozen}${name}">${label}</a> `)}</p></section><section><h2 id="paragraphs">A paragraph</h2>${each(
		paragraphs,
		({ p }) =>
			`<details id="p${p}"><summary>Paragraph ${p}</summary><p><a href="${frozen}#p${p}">The paragraph in revision ${revision.number}</a></p>${citations(article.citations.paragraph, { p })}</details>`,
	)}</section>${
		notes.length === 0
			? ''
			: `<section><h2 id="notes">A note</h2><p>Each note has a page of its own, with its citations.</p><ol class="note-links">${each(notes, ({ id, n, exact }) => `<li><a href="/a/${number}/n/${id}/">${n} ${escape(exact)}</a></li>`)}</ol></section>`
	}<p class="said" role="status"></p>`;
}
