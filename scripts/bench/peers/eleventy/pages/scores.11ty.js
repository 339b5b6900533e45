import { crumbsOf, each, escape } from '../includes/parts.js';

export const data = {
	layout: 'page.11ty.js',
	pagination: { data: 'articles', size: 1, alias: 'article' },
	permalink: ({ article }) => `/a/${article.number}/scores/index.html`,
	head: ({ article }) => ({
		title: `Scores of no. ${article.number}`,
		description: `The scores of “${article.title}” with the words, counts and weights that they were computed from.`,
		crumbs: crumbsOf(article, ['Scores', `/a/${article.number}/scores/`]),
	}),
};

export function render({ article: { number, title, score } }) {
	return `<h1>Score card</h1><p class="statement">Of <a href="/a/${number}/">${escape(title)}</a>, as it is now.</p><section class="scores"><h2 id="scores">The translation</h2>${translation(score)}<h2 id="capture-score">Damage to the capture, apart</h2>${
		score.capture.points === 0
			? '<p>None noted.</p>'
			: `<p>${score.capture.critical > 0 ? '<strong class="critical">Fails, whatever the score. </strong>' : ''}${score.capture.band} of 100, by the same formula, over notes on scraping and the host alone.</p>${table(score.capture, 'capture-score')}`
	}${counted(number, score.counted)}<p class="label"><a href="/method/#scores">How the scores are computed</a>, and <a href="/quality/">those of all articles</a>.</p></section>`;
}

function translation({ translation, words, wmt }) {
	if (!translation)
		return '<p class="lead">Not a translation, so there is no translation score.</p>';
	const { critical, band, isBelowZero } = translation;
	const lead =
		critical > 0
			? `<strong class="critical">Fails, whatever the score:</strong> <a href="#counted-critical">${critical}</a> critical. A text that reads well may mislead most.`
			: 'No critical note. There is no pass mark, so this is not a pass.';
	const row = (label, said) => `<div><dt>${label}</dt><dd>${said}</dd></div>`;
	return `<p class="lead">${lead}</p><dl class="scored">${row('Translation', `<strong>${band}</strong> of 100, MQM 2.0 raw, 1/5/25. The low end counts all notes, the high end those that are certain.${isBelowZero ? ' Below 0, the penalty points outnumber the words.' : ''}`)}${row('The sample', `${words} words.${words < 500 ? ' MQM advises 500 to 20,000: in so short a text each note weighs much.' : ''} Source not seen: what was left out is not charged, and the rest is judged from the English alone.`)}${wmt && row('As in WMT', `${wmt} penalty points per 100 words, the fewer the better; no segments were rated.`)}</dl>${table(translation, 'scores')}`;
}

function table({ rows, certain, points }, label) {
	const heads = [
		'Notes',
		'certain',
		'likely',
		'possible',
		'all',
		'weight',
		'points, certain',
		'points, all',
	];
	const figure = (severity, count) =>
		count === 0
			? '0'
			: `<a href="${severity === 'minor' ? '/notes/severity/minor/' : `#counted-${severity}`}">${count}</a>`;
	return `<div class="table-scroll" tabindex="0" role="region" aria-labelledby="${label}"><table class="figures"><thead><tr>${each(heads, (head) => `<th scope="col">${head}</th>`)}</tr></thead><tbody>${each(
		rows,
		(row) =>
			`<tr><th scope="row">${row.severity}</th>${each([...row.counts, row.all], (count) => `<td>${figure(row.severity, count)}</td>`)}<td>${row.weight}</td><td>${row.certain}</td><td>${row.points}</td></tr>`,
	)}<tr><th scope="row" colspan="6">Penalty points</th><td>${certain}</td><td>${points}</td></tr></tbody></table></div>`;
}

function counted(number, lists) {
	if (lists.length === 0) return '';
	return `<dl class="counted">${each(
		lists,
		({ severity, groups }) =>
			`<div id="counted-${severity}"><dt>${severity}</dt><dd>${each(groups, ({ label, notes }) => `<i>${label}</i> ${each(notes, ({ id, n }) => `<a href="/a/${number}/#note-${id}">${n}</a> `)}`)}</dd></div>`,
	)}</dl>`;
}
