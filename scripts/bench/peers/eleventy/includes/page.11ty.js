import { each, escape } from './parts.js';

const rooms = [
	['Articles', '/#articles'],
	['Notes', '/notes/'],
	['Types', '/types/'],
	['Terms', '/terms/'],
	['Events', '/events/'],
	['Quality', '/quality/'],
	['Search', '/search/'],
];
const more = ['People', 'Organisations', 'Outlets', 'Data', 'Method', 'Typology', 'About'];

/** Every page: head, masthead, footer with the licences. Only articles are searched. */
export function render(data) {
	const { archive } = data.site;
	const { title, description, crumbs = [], isSearched = false } = data.head(data);
	const trail = [[archive.title, '/'], ...crumbs];
	return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title === archive.title ? title : `${escape(title)} · ${archive.title}`}</title>
<meta name="description" content="${escape(description.slice(0, 300))}">
<meta property="og:title" content="${escape(title)}">
<meta property="og:type" content="${isSearched ? 'article' : 'website'}">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/style.css">
</head>
<body>
<a class="skip" href="#main">Skip to the text</a>
<header class="masthead"><p class="wordmark"><a href="/">${archive.title}</a></p>
<nav aria-label="Main"><ul>${each(rooms, ([label, path]) => `<li><a href="${path}">${label}</a></li>`)}</ul></nav></header>
${crumbs.length === 0 ? '' : `<nav class="crumbs" aria-label="Breadcrumb"><ol>${each(trail, ([label, path]) => `<li><a href="${path}">${escape(label)}</a></li>`)}</ol></nav>`}
<main id="main"${isSearched ? ' data-pagefind-body' : ''}>${data.content}</main>
<footer class="colophon"><p><span>Notes, reading versions and data by ${escape(archive.editors)}.</span> <a href="${archive.licence.url}" rel="license">${archive.licence.label}</a> <span>Captured texts belong to their publishers.</span></p>
<p>${each(more, (label) => `<a href="/${label.toLowerCase()}/">${label}</a> `)}</p></footer>
</body>
</html>
`;
}
