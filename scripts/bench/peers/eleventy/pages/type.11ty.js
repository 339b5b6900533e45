import { countOf, each, escape, facts, lemma, weight } from '../includes/parts.js';

/** A page for each type, with all its notes, and one for each family. */
export const data = {
	layout: 'page.11ty.js',
	pagination: {
		data: 'site.types',
		size: 1,
		alias: 'typed',
		before: (types, { site, articles, scope }) => {
			if (scope !== 'all') return [];
			const notes = articles.flatMap((article) => article.notes.map((note) => ({ article, note })));
			const byType = Map.groupBy(notes, ({ note }) => note.type);
			return [
				...types.map((type) => ({ ...type, notes: byType.get(type.id) ?? [] })),
				...site.families.map((family) => ({
					...family,
					types: types
						.filter((type) => type.family === family.id && byType.has(type.id))
						.map((type) => ({ ...type, count: byType.get(type.id).length })),
					notes: notes.filter(({ note }) => note.family === family.id),
				})),
			];
		},
	},
	permalink: ({ typed }) => `/types/${typed.id}/index.html`,
	head: ({ typed }) => ({
		title: `${typed.label}: ${summaryOf(typed)}`,
		description: `${typed.label} in the archive: ${summaryOf(typed)}. ${typed.definition ?? 'The types of this family and where each was met.'}`,
		crumbs: [
			['Types', '/types/'],
			[typed.label, `/types/${typed.id}/`],
		],
	}),
};

const summaryOf = ({ notes }) =>
	`${countOf(notes.length, 'note')} in ${countOf(new Set(notes.map(({ article }) => article)).size, 'article')}`;

export function render({ site, typed }) {
	const { label, definition = '', origin, types, notes } = typed;
	return `<h1>${label}</h1><p class="statement">${definition}<br>${notes.length === 0 ? 'No note of the archive is of it at present' : summaryOf(typed)}</p>${origin === 'calque' ? '<p class="label">A type of our own, not part of MQM.</p>' : ''}${
		types
			? `<ul class="index-list">${each(types, (type) => `<li><a href="/types/${type.id}/">${type.label}</a> <span class="label">${countOf(type.count, 'note')}</span><br>${type.definition}</li>`)}</ul>`
			: each(
					[...Map.groupBy(notes, ({ article }) => article)],
					([article, own]) =>
						`<section id="article-${article.number}"><h2><a href="/a/${article.number}/">No. ${article.number}</a> ${escape(article.title)}</h2><ol class="notes note-list">${each(
							own,
							({ note }) =>
								`<li class="note">${lemma(note)}<div class="why">${note.html}</div>${facts(site, article, note, `<a href="/a/${article.number}/#note-${note.id}">Note ${note.n}, paragraph ${note.p}</a> ${weight(note)}`)}</li>`,
						)}</ol></section>`,
				)
	}`;
}
