import { articleLinks, each, escape } from '../includes/parts.js';

const registers = [
	{
		path: 'people',
		title: 'People',
		statement: (count) =>
			`People whom the articles name: ${count} ${count === 1 ? 'person' : 'people'}, each with every spelling that was printed.`,
	},
	{
		path: 'organisations',
		title: 'Organisations',
		statement: (count) =>
			`Organisations that the articles name: ${count} ${count === 1 ? 'organisation' : 'organisations'}, each with every spelling that was printed.`,
	},
	{
		path: 'outlets',
		title: 'Outlets',
		statement: (count) =>
			`Who put the captured pages on the web, and who probably wrote what was translated: ${count} ${count === 1 ? 'outlet' : 'outlets'}.`,
	},
];

/** People, organisations and outlets, each with the articles that have to do with them. */
export const data = {
	layout: 'page.11ty.js',
	registers,
	pagination: {
		data: 'registers',
		size: 1,
		alias: 'register',
		before: (all, { scope }) => (scope === 'all' ? all : []),
	},
	permalink: ({ register }) => `/${register.path}/index.html`,
	head: ({ register }) => ({
		title: register.title,
		description: `${register.title} named in the articles.`,
		crumbs: [[register.title, `/${register.path}/`]],
	}),
};

export function render({ site, register: { path, title, statement } }) {
	const items = site[path];
	return `<h1>${title}</h1><p class="statement">${statement(items.length)}</p><ul class="register">${each(items, path === 'outlets' ? outlet : name)}</ul>`;
}

const role = (label, said) => `<div><dt>${label}</dt><dd>${said}</dd></div>`;

function name({ id, name, description, spellings, articles }) {
	return `<li id="${id}"><h2>${escape(name)}</h2><p>${escape(description)}</p><dl>${role(spellings.length === 1 ? 'Spelling seen' : 'Spellings seen', `<ul class="spellings">${each(spellings, (spelling) => `<li><bdi class="machine">${escape(spelling)}</bdi></li>`)}</ul>`)}${role('Named in', articleLinks(articles))}</dl></li>`;
}

function outlet({ id, name, host, kind, description, published, wrote }) {
	return `<li id="${id}"><h2>${escape(name)} <span class="label">${kind}</span></h2><p>${escape(description)}${host !== 'none' && host !== name ? ` Host: <code>${host}</code>.` : ''}</p><dl>${published.length > 0 ? role('Published', articleLinks(published)) : ''}${wrote.length > 0 ? role('Wrote the original of', articleLinks(wrote)) : ''}</dl></li>`;
}
