/** The parts that several pages are made of. */

export const escape = (text) =>
	String(text)
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;');
export const each = (items, write) => items.map(write).join('');
export const countOf = (count, noun) => `${count} ${count === 1 ? noun : `${noun}s`}`;
export const time = ({ day, date }) => `<time datetime="${day}">${date}</time>`;

/** Find a type by its id. */
export const typeOf = (site, id) => site.types.find((type) => type.id === id);

export const lemma = (note, before = '') =>
	`<p class="lemma">${before} <bdi>${escape(note.exact)}</bdi>${note.correction && ` <small>we read</small> <b>${escape(note.correction)}</b>`}</p>`;

export const weight = ({ severity, confidence }) =>
	`<span${severity === 'critical' ? ' class="critical"' : ''}>${severity}</span> <span>${confidence}</span>`;

export function facts(site, article, note, before, after = '') {
	const term = note.term && site.terms.find(({ id }) => id === note.term);
	const original =
		note.original &&
		`<span>${article.languageName}, reconstructed <i lang="${article.language}">${escape(note.original)}</i></span> `;
	const named =
		term &&
		`<span>term <i lang="${term.language}"><a href="/terms/${term.id}/">${escape(term.source)}</a></i></span> `;
	return `<p class="facts">${before} ${original}${named}<span>${escape(note.by)}</span>${after}</p>`;
}

/** Fill in what a citation says of a paragraph or a note. */
export function citations(list, values = {}) {
	const fill = (text) =>
		text.replace(/\{(p|n|id|exact)\}/g, (whole, name) =>
			values[name] === undefined ? whole : escape(values[name]),
		);
	return `<dl class="citations">${each(
		list,
		({ label, lang, inTextLabel, reference, inText }) =>
			`<div><dt>${label}</dt><dd><p class="citation" lang="${lang}">${fill(reference)}</p>${
				inText &&
				`<p class="in-text"><span class="label">${inTextLabel}</span> <span class="citation" lang="${lang}">${fill(inText)}</span></p>`
			}</dd></div>`,
	)}</dl>`;
}

/** List the numbers that lead to other pages: the first, the last and those near; `0` stands for a gap. */
function pageNumbers(page, pages) {
	const shown = [...new Set([1, page - 1, page, page + 1, pages])]
		.filter((number) => number >= 1 && number <= pages)
		.sort((a, b) => a - b);
	return shown.flatMap((number, index) => {
		const gap = number - (shown[index - 1] ?? number - 1) - 1;
		if (gap === 0) return [number];
		return gap === 1 ? [number - 1, number] : [0, number];
	});
}

export function pager(page, pages, addressOf) {
	if (pages < 2) return '';
	const step = (number, rel, label) =>
		number < 1 || number > pages
			? ''
			: `<li><a rel="${rel}" href="${addressOf(number)}">${label}</a></li>`;
	return `<nav class="choices pager" aria-label="Pages"><ul>${step(page - 1, 'prev', 'previous page')}${each(
		pageNumbers(page, pages),
		(number) =>
			`<li>${number === 0 ? '…' : `<a href="${addressOf(number)}" aria-label="Page ${number}"${number === page ? ' aria-current="true"' : ''}>${number}</a>`}</li>`,
	)}${step(page + 1, 'next', 'next page')}</ul></nav>`;
}

export const catalogue = (articles) =>
	`<ol class="catalogue">${each(
		articles,
		({ number, title, headline, outlet, date, kind, counts }) =>
			`<li><span class="accession">${number}</span><div class="entry"><a href="/a/${number}/">${escape(title)}</a> <span class="machine">${escape(headline)}</span></div><p class="particulars"><span><span>${escape(outlet.name)}</span> <span>${date}</span></span> <span><span>${kind}</span> <span>${counts.critical > 0 ? `<strong class="critical">${counts.critical} critical</strong> of ` : ''}<span>${countOf(counts.all, 'note')}</span></span></span></p></li>`,
	)}</ol>`;

export const articleLinks = (articles) =>
	articles.length === 0
		? 'no article'
		: `<ul class="article-links">${each(
				articles,
				(article) =>
					`<li><a href="/a/${article.number}/">No. ${article.number}: ${escape(article.title)}</a> <span class="label">${article.remark ? `${article.remark}, ` : ''}${time(article)}</span></li>`,
			)}</ul>`;

export const crumbsOf = (article, ...more) => [
	['Articles', '/#articles'],
	[`No. ${article.number}`, `/a/${article.number}/`],
	...more,
];
