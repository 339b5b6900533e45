import { citations, crumbsOf, escape, facts, lemma, typeOf, weight } from '../includes/parts.js';

export const data = {
	layout: 'page.11ty.js',
	pagination: {
		data: 'articles',
		size: 1,
		alias: 'entry',
		before: (articles, { scope }) =>
			scope === 'all'
				? articles.flatMap((article) => article.notes.map((note) => ({ article, note })))
				: [],
	},
	permalink: ({ entry: { article, note } }) => `/a/${article.number}/n/${note.id}/index.html`,
	head: ({ site, entry: { article, note } }) => ({
		title: `Note ${note.n} on “${article.title}”`,
		description: `Note ${note.n} on “${article.title}”, ${typeOf(site, note.type).label.toLowerCase()}, ${note.severity}: ${note.text}`,
		crumbs: crumbsOf(article, [`Note ${note.n}`, `/a/${article.number}/n/${note.id}/`]),
	}),
};

export function render({ site, entry: { article, note } }) {
	const { number, title, notes } = article;
	const type = typeOf(site, note.type);
	const step = (to, rel) =>
		to
			? `<a rel="${rel}" href="/a/${number}/n/${to.id}/"><span class="label">Note ${to.n}</span> ${escape(to.exact)}</a>`
			: '';
	return `<article class="note-page"><h1>Note ${note.n}: ${type.label.toLowerCase()}</h1><p class="statement"><a href="/a/${number}/#p${note.p}">Paragraph ${note.p}</a> of <a href="/a/${number}/#note-${note.id}">${escape(title)}</a><br>${article.status} ${article.warning}</p><div class="note ${note.severity}">${lemma(note)}<div class="why">${note.html}</div>${facts(site, article, note, `<a href="/types/${note.type}/">${type.label}</a> ${weight(note)}`)}</div><section class="prose"><h2>Where it stands</h2><p class="captured machine" dir="auto">${note.captured}</p><p class="reading">${note.reading}</p><p class="label">The paragraph as captured, then in the reading version.</p></section><section><h2>Cite</h2>${citations(article.citations.note, note)}</section></article><p class="said" role="status"></p><nav class="neighbours" aria-label="Neighbouring notes">${step(notes[note.n - 2], 'prev')}${step(notes[note.n], 'next')}</nav>`;
}
