import { toCodeUnit } from '../text/code-points.ts';
import { splitBySpans } from '../text/split-by-spans.ts';
import { describeType } from '../model/typology.ts';
import type { RatedDocument, RatedError, RatedSegment, Rating, Side } from '../model/ratings.ts';
import { countOf } from './wording.ts';

/** What HTML may say of the languages of a set; a tag that is none is left out. */
export type Languages = { source: string | undefined; target: string | undefined };

export function languagesOf(languages: RatedDocument['languages']): Languages {
	const tagOf = (tag: string | undefined) =>
		tag !== undefined && /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(tag) ? tag : undefined;
	return { source: tagOf(languages?.source), target: tagOf(languages?.target) };
}

/**
 * An imported segment as HTML: its source beside its translation, and each rater's marks as a layer of their
 * own, with what the rater called them. Made as text, since there may be thousands to a page.
 */
export function segmentHtml(segment: RatedSegment, number: number, languages: Languages): string {
	const { id, source, target, ratings } = segment;
	const shown = ratings.filter(({ errors }) => errors.some(isShown));
	const silent = ratings.filter(({ errors }) => !errors.some(isShown));
	return [
		`<section class="segment" id="p${number}">`,
		`<h2><a href="#p${number}">${number}</a>${id === String(number) ? '' : ` <span class="label">${escape(id)}</span>`}</h2>`,
		textHtml('source', source, [], languages.source),
		'<div class="raters">',
		shown.length === 0 ? textHtml('target', target, [], languages.target) : '',
		...shown.map((rating, index) =>
			layerHtml(segment, rating, `p${number}-${index + 1}`, languages),
		),
		silent.length > 0
			? `<p class="label">Nothing marked by ${escape(silent.map(({ rater }) => rater || 'a rater without a name').join(', '))}.</p>`
			: '',
		'</div></section>',
	].join('');
}

/** A translation among others of the same text, and where it stands. */
export type Compared = { system: string; segment: RatedSegment; href: string };

/**
 * A segment as HTML in several translations: its source, and under it each system's translation with the marks
 * of all its raters.
 */
export function comparedHtml(
	compared: readonly Compared[],
	number: number,
	languages: Languages,
): string {
	const [first] = compared;
	if (!first) return '';
	return [
		`<section class="segment" id="p${number}">`,
		`<h2><a href="#p${number}">${number}</a></h2>`,
		textHtml('source', first.segment.source, [], languages.source),
		'<div class="raters">',
		...compared.map(({ system, segment, href }) => {
			const errors = segment.ratings.flatMap((rating) => rating.errors.filter(isShown));
			return [
				`<h3><a href="${escape(href)}">${escape(system)}</a> <span class="label">${countOf(errors.length, 'error')}</span></h3>`,
				textHtml('target', segment.target, errors, languages.target),
				errors.length === 0
					? ''
					: `<ol>${errors.map((error) => errorHtml(error, segment)).join('')}</ol>`,
			].join('');
		}),
		'</div></section>',
	].join('');
}

function layerHtml(
	{ source, target }: RatedSegment,
	{ rater, score, errors }: Rating,
	id: string,
	languages: Languages,
): string {
	const shown = errors.filter(isShown);
	const inSource = shown.some(({ spans }) => spans.some(({ side }) => side === 'source'));
	return [
		`<div class="layer"><h3 id="${id}">${escape(rater || 'A rater without a name')} <span class="label">${countOf(shown.length, 'error')}${score === undefined ? '' : `, score ${score}`}</span></h3>`,
		inSource ? textHtml('source', source, shown, languages.source) : '',
		textHtml('target', target, shown, languages.target),
		`<ol>${shown.map((error) => errorHtml(error, { source, target })).join('')}</ol></div>`,
	].join('');
}

/** Attention checks are never shown, and that nothing was found is said of the rater. */
function isShown({ kind }: RatedError): boolean {
	return kind === 'error';
}

function textHtml(
	side: Side,
	text: string,
	errors: readonly RatedError[],
	language: string | undefined,
): string {
	const spans = errors.flatMap((error, index) =>
		error.spans
			.filter((span) => span.side === side && span.start < span.end)
			.map((span, part) => ({
				id: `${index}.${part}`,
				startCodeUnit: toCodeUnit(text, span.start),
				endCodeUnit: toCodeUnit(text, span.end),
			})),
	);
	const attributes = `${language === undefined ? '' : ` lang="${escape(language)}"`} dir="auto" class="${side}"`;
	if (text === '') return `<p${attributes}><span class="label">No text.</span></p>`;
	const parts = splitBySpans(text, spans).map(({ text: words, covering, ending }) => {
		const inner = covering.reduceRight((html, id) => {
			const error = errors[Number.parseInt(id)];
			return error
				? `<mark class="${error.level ?? 'none'}" title="${escape(labelOf(error))}">${html}</mark>`
				: html;
		}, escape(words));
		return inner + ending.map((id) => `<sup>${Number.parseInt(id) + 1}</sup>`).join('');
	});
	return `<p${attributes}>${parts.join('')}</p>`;
}

function labelOf({ category, severity }: RatedError): string {
	return [severity, category].filter(Boolean).join(', ') || 'no label';
}

function errorHtml(error: RatedError, texts: { source: string; target: string }): string {
	const { type, level, spans, correction, explanation, side } = error;
	const ours = [level, type && describeType(type).label.toLowerCase()].filter(Boolean).join(', ');
	const places = spans.map((span) => {
		const text = texts[span.side];
		const words = text.slice(toCodeUnit(text, span.start), toCodeUnit(text, span.end));
		return `${span.side === 'source' ? 'in the source ' : ''}“<q>${escape(words)}</q>”`;
	});
	const place =
		places.length > 0
			? places.join(', ')
			: error.extra?.['setAside'] === undefined
				? `the whole ${side === 'source' ? 'source' : 'segment'}`
				: 'set aside: its mark has no end';
	return [
		`<li><b>${escape(labelOf(error))}</b> <span class="label">${ours === '' ? 'no type of ours' : `here: ${ours}`}</span> ${place}`,
		correction === undefined ? '' : ` → ${escape(correction)}`,
		explanation === undefined ? '' : `. ${escape(explanation)}`,
		'</li>',
	].join('');
}

const references: { [character: string]: string } = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	'\r': '&#13;',
};

/** Escape a text for HTML; what HTML cannot hold is shown as U+FFFD. */
function escape(text: string): string {
	return text
		.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\p{Cs}\p{Noncharacter_Code_Point}]/gu, '\ufffd')
		.replace(/[&<>"\r]/g, (character) => references[character] ?? character);
}
