import { each, escape, facts, lemma, typeOf, weight, countOf } from './parts.js';

/** An article with all its layers; `isRevision` on the page of its revision. */
export function articleHtml({ site, article, isRevision }) {
	const { number, notes, paragraphs } = article;
	return `<article class="edition has-capture">${title(article)}${revision(article, isRevision)}${points(article)}${layers(article)}<div class="text" id="text"><h2 class="visually-hidden">Text and notes</h2>${each(
		paragraphs,
		({ p, captured, reading }) => {
			const own = notes.filter((note) => note.p === p);
			return `<div class="paragraph" id="p${p}"><div class="layer-texts"><h3 class="number"><a href="#p${p}" aria-label="Paragraph ${p}">${p}</a></h3><p class="captured machine" dir="auto">${captured}</p><p class="reading">${reading}</p></div>${own.length === 0 ? '' : `<ol class="notes" aria-label="Notes on paragraph ${p}">${each(own, (note) => noteItem(site, article, note))}</ol>`}</div>`;
		},
	)}</div>${article.proseHtml && `<section class="commentary prose"><h2>Commentary</h2>${article.proseHtml}</section>`}${quotations(article)}${scores(article)}${provenance(article)}<section class="cite"><h2>Cite</h2><p class="citation">${article.citations.article.find(({ label }) => label === 'Plain text').reference}</p><p><a href="/a/${number}/cite/">APA, MLA, Chicago, GOST, Wikipedia</a>, each paragraph and note too.</p><p class="files">${each(article.files, ({ name, label }) => `<a href="/a/${number}/v${article.revision.number}/${name}">${label}</a> `)}<a href="/data/">All data</a></p></section></article>${isRevision ? '' : neighbours(article)}<p class="copied" role="status" hidden><span></span><button type="button">Copy the words alone</button></p>`;
}

function title({
	number,
	title,
	headline,
	outlet,
	date,
	status,
	warning,
	confidence,
	counts,
	isNative,
}) {
	return `<header class="title"><p class="imprint"><span class="accession">No. ${number}</span> ${escape(outlet.name)} <span>${date}</span></p><h1>${escape(title)}</h1><p class="headline"><span class="label">Headline as printed</span> <span class="machine">${escape(headline)}</span></p><p class="status"><strong>${status}</strong> <span>Confidence ${confidence}.</span>${warning && ` <strong class="warning">${warning}</strong>`}</p><p class="counts"><span>${countOf(counts.all, 'note')}</span> <span${counts.critical > 0 ? ' class="critical"' : ''}>${counts.critical} critical</span> <span>${counts.major} major</span> <span>${counts.minor} minor</span>${counts.capture > 0 ? ` <span>${counts.capture} of them mark damage by the capture or the host, not by ${isNative ? 'the writers' : 'the translation'}</span>` : ''}${isNative ? ' <span>native says nothing of whether the text is accurate or neutral</span>' : ''}</p></header>`;
}

function revision({ number, revision }, isRevision) {
	const name = `Revision ${revision.number}`;
	const said = isRevision
		? `<strong>${name} of ${revision.number},</strong> <span>${revision.date}.</span> <span>It was not released yet and may still change until it is.</span>`
		: `<strong><a href="/a/${number}/v${revision.number}/">${name}</a></strong> <span>of ${revision.date}.</span>`;
	return `<p class="revision">${said} <a href="/a/${number}/history/">History</a></p>`;
}

function points({ points }) {
	if (points.length === 0) return '';
	return `<section class="points"><h2>What it gets wrong that matters</h2><ol>${each(points, ({ id, n, p, severity, html }) => `<li class="${severity}">${html} <a class="to-note" href="#p${p}">¶ ${p}</a> <a class="to-note" href="#note-${id}">note ${n}</a></li>`)}</ol></section>`;
}

function layers({ severities, families, notes }) {
	const radio = ([value, label], index) =>
		`<label><input type="radio" name="layer" id="layer-${value}" value="${value}"${index === 0 ? ' checked' : ''}> ${label}</label>`;
	const option = (value, label) => `<option value="${value}">${label}</option>`;
	return `<form class="layers" method="dialog" autocomplete="off"><fieldset><legend>Show</legend>${each(
		[
			['captured', 'as captured'],
			['reading', 'reading version'],
			['both', 'side by side'],
		],
		radio,
	)}</fieldset>${
		notes.length === 0
			? ''
			: `<fieldset><legend>Notes</legend><label><span class="visually-hidden">Severity</span><select name="severity">${option('', 'every severity')}${each(severities, (severity) => option(severity, severity))}${option('none', 'none, hide all')}</select></label> <label><span class="visually-hidden">Type</span><select name="family">${option('', 'every type')}${each(families, ({ id, label }) => option(id, label))}</select></label> <label><input type="checkbox" name="open" id="unfold-notes"> open minor notes</label></fieldset>`
	}<p class="hint"><span class="machine">Captured words look like this</span>, the editors’ like this. The reading version reports; it quotes nobody.</p></form>`;
}

function noteItem(site, article, note) {
	const { id, n, type, severity, confidence, isInReading, html, family } = note;
	const label = typeOf(site, type).label;
	const before = `<a class="back to-captured" href="#mark-${n}">${n}</a>${isInReading ? `<a class="back to-reading" href="#read-${n}">${n}</a>` : ''}`;
	const step = (to, rel, said) => (to ? ` <a rel="${rel}" href="#note-${to.id}">${said}</a>` : '');
	const steps = `${step(article.notes[n - 2], 'prev', 'previous')}${step(article.notes[n], 'next', 'next')}`;
	const inside = (first) =>
		`<div class="why">${html}</div>${facts(site, article, note, first, steps)}`;
	const link = (said) => `<a href="/types/${type}/">${said}</a>`;
	return `<li class="note ${severity} ${family}" id="note-${id}">${lemma(note, before)}${
		severity === 'minor'
			? `<details><summary>${[label, severity, confidence].join(', ')}</summary>${inside(link('more of this type'))}</details>`
			: inside(`${link(label)} ${weight(note)}`)
	}</li>`;
}

function quotations({ quotations, isNative }) {
	const list = `${isNative ? '' : '<p class="lead">Words between quotation marks went through the machine too. A correction in a note is the editors’ proposal, never what the speaker said.</p>'}<ol>${each(
		quotations,
		({ p, opening, speaker, status, label, html }) =>
			`<li class="${status}"><p class="opening"><a href="#p${p}" aria-label="Paragraph ${p}">¶&nbsp;${p}</a> <bdi class="machine">${escape(opening)} …</bdi> <span class="speaker">${escape(speaker)}</span></p><p><strong class="verdict">${label}</strong> ${html}</p></li>`,
	)}</ol>`;
	return `<section class="quotations"><h2>May it be quoted?</h2>${quotations.length === 0 ? '<p>The text has no direct quotation.</p>' : list}</section>`;
}

function scores({ number, score: { translation, words } }) {
	const of = translation
		? `<p class="lead">${
				translation.critical > 0
					? `<strong class="critical">Fails, whatever the score:</strong> <a href="/a/${number}/scores/#counted-critical">${translation.critical}</a> critical. A text that reads well may mislead most.`
					: 'No critical note. There is no pass mark, so this is not a pass.'
			}</p>${translation.band && `<p><strong>${translation.band}</strong> of 100, MQM 2.0 raw, 1/5/25, over ${words} words${words < 500 ? ', few for a score' : ''}; source not seen.</p>`}`
		: '<p class="lead">Not a translation, so there is no translation score.</p>';
	return `<section class="scores"><h2 id="scores">Scores</h2>${of}<p class="label"><a href="/a/${number}/scores/">The score card</a>: counts, weights, damage to the capture.</p></section>`;
}

function provenance({ provenance, outlet, date, day, isNative, languageName, confidence, words }) {
	const { publisher, original, engine, published, captured, capture, rights } = provenance;
	const link = (path, text) => `<a href="${path}">${escape(text)}</a>`;
	const claim = (label, values, evidence) =>
		`<div><dt>${label}</dt><dd>${each(values.filter(Boolean), (value) => `<span>${value}</span>`)}${evidence ? `<small>${escape(evidence)}</small>` : ''}</dd></div>`;
	const names = [
		...provenance.people.map(({ id, name }) => link(`/people/#${id}`, name)),
		...provenance.organisations.map(({ id, name }) => link(`/organisations/#${id}`, name)),
	];
	return `<section class="provenance"><h2>Provenance</h2><dl>${[
		claim(
			'Kind of text',
			[
				`${isNative ? 'native English' : `machine translation, ${languageName}`}; confidence ${confidence}`,
			],
			provenance.verdict_evidence,
		),
		claim(
			'Published by, as captured',
			[link(`/outlets/#${outlet.id}`, outlet.name), publisher.url],
			publisher.evidence,
		),
		...(isNative
			? []
			: [
					claim(
						'Probable original',
						[
							`${link(`/outlets/#${original.outlet}`, original.name)}, ${original.confidence}`,
							`address ${original.url}; not held`,
						],
						original.evidence,
					),
					claim('Engine', [engine.name, engine.profile], engine.evidence),
				]),
		claim('Published', [date], `EDTF ${day}. ${published.evidence}`),
		claim('Captured', [captured.date], captured.evidence),
		claim(
			'Events reported',
			provenance.events.map(
				({ id, date, title, isCompared }) =>
					`${date}: ${link(`/events/#${id}`, title)}${isCompared ? ` (${link(`/compare/${id}/`, 'compare')})` : ''}`,
			),
		),
		claim('Named in it', [names.join(', ')]),
		claim('Not checked', [provenance.not_checked]),
		claim(
			'Capture',
			[`${words} words`],
			'Attached to this copy of the archive. Never altered; offsets count its Unicode code points.',
		),
	].join(
		'',
	)}<div><dt>SHA-256 of the capture</dt><dd><code>${capture.sha256}</code></dd></div><div><dt>Rights in the captured text</dt><dd><a href="${rights.url}">${rights.label}</a></dd></div></dl></section>`;
}

function neighbours({ previous, next }) {
	const link = (article, rel) =>
		article
			? `<a rel="${rel}" href="/a/${article.number}/"><span class="label">No. ${article.number}</span> ${escape(article.title)}</a>`
			: '';
	return `<nav class="neighbours" aria-label="Neighbouring articles">${link(previous, 'prev')}${link(next, 'next')}</nav>`;
}
