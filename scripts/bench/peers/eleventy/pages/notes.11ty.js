import { countOf, each, escape, lemma, pager, typeOf } from '../includes/parts.js';

const severities = ['critical', 'major', 'minor'];
const confidences = ['certain', 'likely', 'possible'];
const orders = ['place', 'type', 'severity'];

const addressOf = ({ severity, confidence, order }, page = 1) =>
	`/notes/${severity ? `severity/${severity}/` : ''}${confidence ? `confidence/${confidence}/` : ''}${order === 'place' ? '' : `by-${order}/`}${page > 1 ? `${page}/` : ''}`;
const keyOf = ({ severity, confidence }) => `${severity ?? ''} ${confidence ?? ''}`;

/** Every list of notes, of a severity, a confidence or both, in each order, cut into pages. */
function listPages(articles, { site, scope }) {
	if (scope !== 'all') return [];
	const all = articles.flatMap((article) => article.notes.map((note) => ({ article, note })));
	const counts = {};
	const lists = [undefined, ...severities].flatMap((severity) =>
		[undefined, ...confidences].map((confidence) => {
			const notes = all.filter(
				({ note }) =>
					(!severity || note.severity === severity) &&
					(!confidence || note.confidence === confidence),
			);
			counts[keyOf({ severity, confidence })] = notes.length;
			return { severity, confidence, notes };
		}),
	);
	const rankOf = {
		place: () => 0,
		type: ({ note }) => typeOf(site, note.type).rank,
		severity: ({ note }) => severities.indexOf(note.severity),
	};
	const size = site.archive.notesPerPage;
	return lists
		.filter(({ notes, severity, confidence }) => notes.length > 0 || (!severity && !confidence))
		.flatMap((list) =>
			orders.flatMap((order) => {
				const sorted = list.notes.toSorted((a, b) => rankOf[order](a) - rankOf[order](b));
				const pages = Math.max(1, Math.ceil(sorted.length / size));
				return Array.from({ length: pages }, (_, index) => ({
					list: { severity: list.severity, confidence: list.confidence, order },
					counts,
					count: sorted.length,
					page: index + 1,
					pages,
					notes: sorted.slice(index * size, (index + 1) * size),
					last: sorted[index * size - 1],
				}));
			}),
		);
}

const headingOf = ({ severity, confidence }) => {
	const kind = [severity, confidence].filter(Boolean).join(' and ');
	return kind === '' ? 'All notes' : `Notes: ${kind}`;
};

export const data = {
	layout: 'page.11ty.js',
	pagination: { data: 'articles', size: 1, alias: 'listed', before: listPages },
	permalink: ({ listed: { list, page } }) => `${addressOf(list, page)}index.html`,
	head: ({ listed: { list, count, page, pages } }) => ({
		title: `${headingOf(list)}, by ${list.order}${page > 1 ? `, page ${page}` : ''}`,
		description: `${headingOf(list)}, by ${list.order}: ${countOf(count, 'note')}, each with what is printed, what we read and a link to its place. Page ${page} of ${pages}.`,
		crumbs: [['Notes', '/notes/'], ...(page > 1 ? [[`page ${page}`, addressOf(list, page)]] : [])],
	}),
};

export function render({ site, listed: { list, counts, count, page, pages, notes, last } }) {
	const heading = headingOf(list);
	return `<h1>${heading}</h1><p class="statement">${countOf(count, 'note')}, by ${list.order}${pages > 1 ? `, page ${page} of ${pages}` : ''}.</p>${choices(list, counts)}${notes.length === 0 ? '<p>The archive has no notes yet.</p>' : table(site, list, notes, last)}${pager(page, pages, (number) => addressOf(list, number))}<p class="label">Why each note stands is told at its place, and on the page of its <a href="/types/">type</a>.</p>`;
}

function choices(list, counts) {
	const row = (label, options) =>
		`<div><h2 class="label">${label}</h2><ul>${each(
			options.filter(({ to }) => counts[keyOf(to)] > 0),
			({ said, to, isCounted }) =>
				`<li><a href="${addressOf(to)}"${addressOf(to) === addressOf(list) ? ' aria-current="true"' : ''}>${said}</a>${isCounted ? ` <span class="label">${counts[keyOf(to)]}</span>` : ''}</li>`,
		)}</ul></div>`;
	return `<nav class="choices" aria-label="Lists of notes">${row(
		'Severity',
		[undefined, ...severities].map((severity) => ({
			said: severity ?? 'any',
			to: { ...list, severity },
			isCounted: true,
		})),
	)}${row(
		'Confidence',
		[undefined, ...confidences].map((confidence) => ({
			said: confidence ?? 'any',
			to: { ...list, confidence },
			isCounted: true,
		})),
	)}${row(
		'Order',
		orders.map((order) => ({ said: `by ${order}`, to: { ...list, order }, isCounted: false })),
	)}</nav>`;
}

function table(site, list, notes, last) {
	const groupOf = {
		place: ({ article }) => ({
			text: `No. ${article.number}: ${escape(article.title)}`,
			path: `/a/${article.number}/`,
		}),
		type: ({ note }) => ({ text: typeOf(site, note.type).label, path: `/types/${note.type}/` }),
		severity: ({ note }) => ({ text: note.severity }),
	}[list.order];
	const heads = ['As printed, and as we read it', 'Type', 'Severity', 'Confidence', 'Place'];
	const groups = Map.groupBy(notes, (entry) => groupOf(entry).text);
	return `<table class="stacking note-table"><caption class="visually-hidden">${headingOf(list)}, by ${list.order}</caption><thead><tr>${each(heads, (head) => `<th scope="col">${head}</th>`)}</tr></thead>${each(
		[...groups],
		([text, entries]) => {
			const { path } = groupOf(entries[0]);
			const continued = last && groupOf(last).text === text;
			return `<tbody><tr class="group"><th scope="rowgroup" colspan="5">${path ? `<a href="${path}">${text}</a>` : text}${continued ? '<span class="label"> continued</span>' : ''}</th></tr>${each(
				entries,
				({ article: { number }, note }) =>
					`<tr><td>${lemma(note)}</td><td><a href="/types/${note.type}/">${typeOf(site, note.type).label}</a></td><td${note.severity === 'critical' ? ' class="critical"' : ''}>${note.severity}</td><td>${note.confidence}</td><td class="place"><a href="/a/${number}/#note-${note.id}">No.&nbsp;${number}, ¶&nbsp;${note.p}, note&nbsp;${note.n}</a></td></tr>`,
			)}</tbody>`;
		},
	)}</table>`;
}
