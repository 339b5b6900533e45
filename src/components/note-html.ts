import type { Note } from '../model/article.ts';
import { addressOf } from '../model/article.ts';
import type { Term } from '../model/authorities.ts';
import { describeType, dimensionOf } from '../model/typology.ts';
import { escapeHtml } from './escape-html.ts';
import { correctionLead, COVER_LABEL, langAttribute, originalLead } from './wording.ts';

/**
 * Notes as HTML. They are by far most of what the pages of an archive are made of, and each has so many small parts
 * that components would take several times as long as everything else on a page.
 */

/**
 * Write the head of a note: the words as printed and what they should be, after its number or place, `before`. Words
 * that the host planted are covered, and can be shown only where `isRevealable`: where the page has the switch for it.
 */
export function noteLemmaHtml(
	{ exact, shown, correction }: Pick<Note, 'exact' | 'shown' | 'correction'>,
	{ before = '', isRevealable = false }: { before?: string; isRevealable?: boolean } = {},
): string {
	const corrected =
		correction === undefined
			? ''
			: `<small>${correctionLead}</small> <b>${escapeHtml(correction)}</b>`;
	return `<p class="lemma">${inRow(before, printed(exact, shown, isRevealable), corrected)}</p>`;
}

function printed(exact: string, shown: string, isRevealable: boolean): string {
	if (exact === '') return '<small>words of the captured text</small>';
	if (shown === exact || !isRevealable) return `<bdi>${escapeHtml(shown)}</bdi>`;
	return `<span class="masked"> <span class="cover" role="img" aria-label="${COVER_LABEL}"></span> <bdi class="planted">${escapeHtml(exact)}</bdi> </span>`;
}

/** Write how severe a note is and how sure; two items of a row of facts. */
export function noteWeightHtml({
	severity,
	confidence,
}: Pick<Note, 'severity' | 'confidence'>): string {
	const critical = severity === 'critical' ? ' class="critical"' : '';
	return `<span${critical}>${severity}</span> <span>${confidence}</span>`;
}

/** What the facts of a note need to be known besides the note. */
export type NoteContext = { language: string; isOriginalHeld: boolean; term: Term | undefined };

/**
 * Write the foot of a note, a row of facts parted by dots: `first`, then wording, term and layer, then `last`.
 */
export function noteFactsHtml(
	note: Note,
	{ language, isOriginalHeld, term }: NoteContext,
	{ link }: { link: (path: string) => string },
	{ first, last = '' }: { first: string; last?: string },
): string {
	const linked = (text: string) =>
		term ? `<a href="${link(addressOf.term(term.id))}">${escapeHtml(text)}</a>` : '';
	/** Where the wording is the term, one of them is enough. */
	const isTermItself = term !== undefined && term.source === note.original;
	const original =
		note.original === undefined
			? ''
			: `<span>${escapeHtml(originalLead(language, isOriginalHeld))} <i lang="${escapeHtml(langAttribute(language))}">${isTermItself ? linked(note.original) : escapeHtml(note.original)}</i></span>`;
	const named =
		term === undefined || isTermItself
			? ''
			: `<span>term <i lang="${escapeHtml(term.language)}">${linked(term.source)}</i></span>`;
	const by = `<span>${escapeHtml(note.by)}</span>`;
	return `<p class="facts">${inRow(first, original, named, by, last)}</p>`;
}

/** Put parts beside each other, those that are there. */
function inRow(...parts: string[]): string {
	return parts.filter((part) => part !== '').join(' ');
}

/**
 * Write one note beside its text: what is printed, what it should say, why, and how sure. The explanation of a minor
 * note is folded; it opens by itself when the note is followed to. `previous` and `next` are those of the article. Its
 * links begin at the root of the site.
 */
export function noteItemHtml(
	note: Note,
	context: NoteContext,
	{
		isMarkedInCaptured,
		isMarkedInReading,
		previous,
		next,
	}: {
		isMarkedInCaptured: boolean;
		isMarkedInReading: boolean;
		previous: Note | undefined;
		next: Note | undefined;
	},
): string {
	const { id, ordinal, paragraph, severity, confidence, type } = note;
	const { label } = describeType(type);
	const back = (kind: string, to: string) => `<a class="back${kind}" href="#${to}">${ordinal}</a>`;
	const toCaptured = isMarkedInCaptured ? back(' to-captured', `mark-${ordinal}`) : '';
	const toReading = isMarkedInReading
		? back(isMarkedInCaptured ? ' to-reading' : '', `read-${ordinal}`)
		: '';
	const before = toCaptured + toReading || back('', `p${paragraph}`);
	const lemma = noteLemmaHtml(note, { before, isRevealable: true });
	const why = `<div class="why">${note.commentHtml}</div>`;
	const step = (rel: string, to: Note | undefined, words: string) =>
		to ? `<a rel="${rel}" href="#note-${to.id}">${words}</a>` : '';
	const last = inRow(step('prev', previous, 'previous'), step('next', next, 'next'));
	const isFolded = severity === 'minor';
	const toType = `<a href="${addressOf.type(type)}">${isFolded ? 'more of this type' : escapeHtml(label)}</a>`;
	const first = isFolded ? toType : inRow(toType, noteWeightHtml(note));
	const facts = noteFactsHtml(note, context, { link: (path) => path }, { first, last });
	const body = isFolded
		? `<details><summary>${escapeHtml([label, severity, confidence].join(', '))}</summary>${why}${facts}</details>`
		: why + facts;
	return `<li class="note ${severity} ${dimensionOf(type)}" id="note-${id}">${lemma}${body}</li>`;
}
