import { countOf, each } from '../includes/parts.js';

export const data = {
	layout: 'page.11ty.js',
	permalink: ({ scope }) => (scope === 'all' ? '/types/index.html' : false),
	head: ({ site }) => ({
		title: 'Artifacts by type',
		description: `Every note of the archive by error type: ${countOf(site.archive.counts.notes, 'note')}.`,
		crumbs: [['Types', '/types/']],
	}),
};

export function render({ site, articles }) {
	const counts = Object.groupBy(
		articles.flatMap(({ notes }) => notes),
		({ type }) => type,
	);
	const met = site.types.filter(({ id }) => counts[id]);
	const families = site.families.filter(({ id }) => met.some(({ family }) => family === id));
	return `<h1>Artifacts by type</h1><p class="statement">${countOf(site.archive.counts.notes, 'note')} of ${met.length} types. Calque uses MQM; <a href="/typology/">the typology</a> says which types are its and which are ours. <a href="/suggestions/">Rules that suggest notes</a> are measured on these.</p>${each(
		families,
		(family) =>
			`<section><h2><a href="/types/${family.id}/">${family.label}</a></h2>${typeList(
				met.filter((type) => type.family === family.id),
				counts,
			)}</section>`,
	)}`;
}

function typeList(types, counts) {
	return `<ul class="index-list">${each(types, ({ id, label, definition }) => `<li><a href="/types/${id}/">${label}</a> <span class="label">${countOf(counts[id].length, 'note')}</span><br>${definition}</li>`)}</ul>`;
}
