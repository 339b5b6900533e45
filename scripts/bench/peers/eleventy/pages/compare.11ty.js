import { countOf, each, escape, facts, lemma, time, typeOf, weight } from '../includes/parts.js';

/** What the articles say of one event, side by side. */
export const data = {
	layout: 'page.11ty.js',
	pagination: {
		data: 'site.events',
		size: 1,
		alias: 'event',
		before: (events, { scope }) =>
			scope === 'all' ? events.filter(({ isCompared }) => isCompared) : [],
	},
	permalink: ({ event }) => `/compare/${event.id}/index.html`,
	head: ({ event }) => ({
		title: `${event.title}: ${event.accounts.length} accounts`,
		description: `What ${event.accounts.length} articles say of one event of ${event.date}, paragraph against paragraph. ${event.description}`,
		crumbs: [
			['Events', '/events/'],
			[event.title, `/events/#${event.id}`],
			['Accounts', `/compare/${event.id}/`],
		],
	}),
};

export function render({ site, articles, event }) {
	const byNumber = (number) =>
		// Numbers are given in order and stay; a gap is rare.
		articles[number - 1]?.number === number
			? articles[number - 1]
			: articles.find((article) => article.number === number);
	return `<p class="imprint">${time(event)} <span>${event.accounts.length} accounts</span></p><h1 id="event">${escape(event.title)}</h1><p class="statement">${escape(event.description)}</p><p class="prose">Each account is one article’s, in its reading version: what it says, put into plain English by the editors. It quotes nobody.</p><div class="accounts-scroll" tabindex="0" role="region" aria-labelledby="event"><div class="accounts">${each(event.accounts, ({ article, paragraphs }) => account(site, byNumber(article), paragraphs))}</div></div><p><a href="/events/#${event.id}">This event among the others</a></p>`;
}

function account(site, article, numbers) {
	const { number, title, outlet, status, warning } = article;
	const notes = article.notes.filter(({ p }) => numbers.includes(p));
	const points = article.points.filter(({ id }) => notes.some((note) => note.id === id));
	const count = (severity) => notes.filter((note) => note.severity === severity).length;
	const counts = ['critical', 'major', 'minor']
		.map((severity) => `${count(severity)} ${severity}`)
		.join(', ');
	return `<section class="account" aria-labelledby="article-${number}"><header><h2 id="article-${number}"><a href="/a/${number}/">No. ${number}</a> ${escape(title)}</h2><p class="imprint"><span>${escape(outlet.name)}</span> <span>${time(article)}</span></p><p class="account-status"><strong>${status}</strong>${warning && ` <strong>${warning}</strong>`}</p>${points.length === 0 ? '' : `<ul class="account-points" aria-label="What is wrong here that matters">${each(points, ({ id, html }) => `<li>${html} <a href="/a/${number}/#note-${id}">note</a></li>`)}</ul>`}<p class="label">${countOf(numbers.length, 'paragraph')}; ${countOf(notes.length, 'note')}${notes.length === 0 ? '' : `: ${counts}`}</p></header><div>${each(
		article.paragraphs.filter(({ p }) => numbers.includes(p)),
		(paragraph) =>
			accountParagraph(
				site,
				article,
				paragraph,
				notes.filter(({ p }) => p === paragraph.p),
			),
	)}</div></section>`;
}

function accountParagraph(site, article, { p, plain, captured }, notes) {
	const { number } = article;
	const serious = notes.filter(({ severity }) => severity !== 'minor');
	const minor = notes.length - serious.length;
	return `<div class="account-paragraph"><p class="reading"><a class="place" href="/a/${number}/#p${p}" aria-label="Article ${number}, paragraph ${p}">¶ ${p}</a> ${escape(plain)}</p><p class="captured machine" dir="auto">${captured}</p>${
		serious.length === 0
			? ''
			: `<ol class="notes">${each(serious, (note) => `<li class="note ${note.severity}" id="article-${number}-note-${note.id}">${lemma(note, `<a class="back" href="/a/${number}/#note-${note.id}">${note.n}</a>`)}<div class="why">${note.html}</div>${facts(site, article, note, `<a href="/types/${note.type}/">${typeOf(site, note.type).label}</a> ${weight(note)}`)}</li>`)}</ol>`
	}${minor > 0 ? `<p class="minor-notes"><a href="/a/${number}/#p${p}">${countOf(minor, 'minor note')}</a></p>` : ''}</div>`;
}
