import { countOf, each, escape, time } from '../includes/parts.js';

export const data = {
	layout: 'page.11ty.js',
	permalink: ({ scope }) => (scope === 'all' ? '/events/index.html' : false),
	head: ({ site }) => ({
		title: 'Events',
		description: `${countOf(site.events.length, 'event')}: what happened, when, and which paragraph of which article reports it.`,
		crumbs: [['Events', '/events/']],
	}),
};

export function render({ site: { events } }) {
	const reporting = new Set(
		events.flatMap(({ accounts }) => accounts.map(({ article }) => article)),
	);
	const compared = events.filter(({ isCompared }) => isCompared).length;
	return `<h1>Events</h1><p class="statement">${countOf(events.length, 'event')} reported in ${countOf(reporting.size, 'article')}. Dates and descriptions are the editors’, not the articles’. ${compared > 0 ? `Of ${countOf(compared, 'event')} there are two accounts or more, to be read side by side.` : ''}</p><h2 id="table">All events by date</h2><table class="stacking events" aria-labelledby="table"><thead><tr><th scope="col">Date</th><th scope="col">Event</th><th scope="col">Reported in</th></tr></thead><tbody>${each(
		events,
		(event) =>
			`<tr id="${event.id}"><td class="date">${time(event)}</td><td><strong>${escape(event.title)}</strong><p>${escape(event.description)}</p></td><td><ul class="reports">${each(event.accounts, ({ article, paragraphs }) => `<li><a href="/a/${article}/">No. ${article}</a> ${each(paragraphs, (p) => ` <a href="/a/${article}/#p${p}" aria-label="Article ${article}, paragraph ${p}">¶&nbsp;${p}</a>`)}</li>`)}</ul>${event.accounts.length > 1 ? `<p><a href="/compare/${event.id}/">${event.accounts.length} accounts side by side<span class="visually-hidden">: ${escape(event.title)}</span></a></p>` : ''}</td></tr>`,
	)}</tbody></table>`;
}
