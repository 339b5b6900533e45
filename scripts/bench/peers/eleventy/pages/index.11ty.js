import markdownIt from 'markdown-it';
import { catalogue, countOf, each, escape } from '../includes/parts.js';

const markdown = markdownIt();
const sections = [
	[
		'Search',
		'/search/',
		'Every text and note; a garbled word is found through what it should have been.',
	],
	['Notes', '/notes/', 'Everything that was flagged, by how severe it is and how sure.'],
	[
		'Types',
		'/types/',
		'The same fault side by side: role reversal, false friend, omission and the rest.',
	],
	['Terms', '/terms/', 'One source word and everything the machines made of it.'],
	['Events', '/events/', 'What happened when; two reports of one event compared.'],
	[
		'Quality',
		'/quality/',
		'How good each translation is, scored and charted, critical errors first.',
	],
	['Method', '/method/', 'How a text is read, what a note must hold, how sure it may be.'],
	['Data', '/data/', 'All of it as files, free to use.'],
];

const holdings = ({ articles, notes, critical }) =>
	`${countOf(articles, 'article')}, ${countOf(notes, 'note')}, ${critical} of them critical`;

export const data = {
	layout: 'page.11ty.js',
	permalink: '/index.html',
	head: ({ site: { archive } }) => ({
		title: archive.title,
		description: `${archive.summary} ${holdings(archive.counts)}; each with an address that never changes.`,
	}),
};

export function render({ site, articles }) {
	const { counts, articlesPerPage, example } = site.archive;
	return `<div class="opening-page"><h1 class="purpose">News that a machine put into English and nobody edited, with what it got wrong marked and explained, so that journalists, historians and translation scholars can use it without being misled.</h1><form class="search-box" role="search" action="/search/" method="get"><label for="search-box">Search the archive</label> <span class="query"><input type="search" id="search-box" name="q" required> <button type="submit">Search</button></span> <small class="label">A garbled word is found through what it should have been.</small></form>${example ? exhibit(site, example) : ''}</div><section id="articles"><div class="section-head"><h2>Articles</h2><p class="label">${holdings(counts)}</p></div>${catalogue(articles.slice(0, articlesPerPage))}${counts.articles > articlesPerPage ? `<p class="catalogue-rest"><a href="/articles/">All ${counts.articles} articles</a></p>` : ''}</section><section><h2>Other ways in</h2><dl class="sections">${each(sections, ([label, path, what]) => `<div><dt><a href="${path}">${label}</a></dt><dd>${what}</dd></div>`)}</dl></section>`;
}

function exhibit(site, note) {
	const type = site.types.find(({ id }) => id === note.type);
	return `<figure class="exhibit"><div class="hand"><p class="lead">The machine wrote</p><blockquote class="machine"><mark class="${note.severity} ${note.family}">${escape(note.exact)}</mark></blockquote></div><div class="hand"><p class="lead">${note.lead}</p>${note.correction && `<p class="meaning">${escape(note.correction)}</p>`}<p class="source"><small>${note.languageName}, reconstructed</small> <i>${escape(note.original)}</i></p></div><figcaption id="note-${note.id}"><p class="fault"><a href="/types/${note.type}/">${type.label}</a> <span>${note.severity}</span></p><div class="why">${markdown.renderInline(note.text)}<p class="label"><a href="/a/${note.number}/#note-${note.id}">No. ${note.number}, paragraph ${note.p}, note ${note.n}</a></p></div></figcaption></figure>`;
}
