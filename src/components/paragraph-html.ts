import { aiAttributesOf } from '../citing/ai-disclosure.ts';
import type { Article, ArticleParagraph, Note } from '../model/article.ts';
import { addressOf } from '../model/article.ts';
import type { Term } from '../model/authorities.ts';
import { escapeHtml } from './escape-html.ts';
import { estimateRoom } from './estimate-room.ts';
import { markedTextHtml } from './marked-text.ts';
import { noteItemHtml } from './note-html.ts';
import { notesOf, placeInCaptured, placeInOriginal, placeInReading } from './place-marks.ts';
import { langAttribute } from './wording.ts';

/** More notes than this do not stand beside a paragraph in one column. */
const MANY_NOTES = 4;

/** The paragraphs of the article that was shown last: its own page and that of its newest revision show the same. */
let last: { article: Article; terms: ReadonlyMap<string, Term>; html: string } | undefined;

/**
 * Write the paragraphs of an article, each in its layers and with its notes, as HTML whose links begin at the root of
 * the site. Those of an older revision lead to the same paragraphs of the newest.
 */
export function paragraphsHtml(
	article: Article,
	terms: ReadonlyMap<string, Term>,
	{ isOlder }: { isOlder: boolean },
): string {
	const write = () =>
		article.paragraphs
			.map((paragraph) => paragraphHtml(article, paragraph, terms, isOlder))
			.join('');
	if (isOlder) return write();
	if (last?.article !== article || last.terms !== terms) last = { article, terms, html: write() };
	return last.html;
}

function paragraphHtml(
	article: Article,
	paragraph: ArticleParagraph,
	terms: ReadonlyMap<string, Term>,
	isOlder: boolean,
): string {
	const { record, notes: allNotes } = article;
	const { number, captured, original, reading } = paragraph;
	const notes = notesOf(article, number);
	const readingMarks = placeInReading(paragraph, notes);
	const markedInReading = new Set(readingMarks.map((mark) => mark.id));
	const itemOf = (note: Note) =>
		noteItemHtml(
			note,
			{
				language: record.source_language,
				isOriginalHeld: record.original.held,
				term: note.term === undefined ? undefined : terms.get(note.term),
			},
			{
				isMarkedInCaptured: captured !== undefined,
				isMarkedInReading: markedInReading.has(note.id),
				previous: allNotes[note.ordinal - 2],
				next: allNotes[note.ordinal],
			},
		);
	const disclosing = (layer: Parameters<typeof aiAttributesOf>[0]) =>
		Object.entries(aiAttributesOf(layer, record))
			.map(([name, value]) => ` ${name}="${value}"`)
			.join('');
	const newer = isOlder
		? ` <a class="newer" href="${addressOf.paragraph(article.number, number)}" aria-label="Paragraph ${number} in the newest revision">now</a>`
		: '';
	const capturedHtml =
		captured === undefined
			? ''
			: `<p class="captured machine" dir="auto"${disclosing('captured')}>${markedTextHtml(captured, placeInCaptured(paragraph, notes), 'mark')}</p>`;
	const originalHtml =
		original === undefined
			? ''
			: `<p class="original" lang="${escapeHtml(langAttribute(record.source_language))}">${markedTextHtml(original, placeInOriginal(paragraph, notes), 'source')}</p>`;
	const readingHtml = `<p class="reading"${disclosing('reading')}>${markedTextHtml(reading, readingMarks, 'read')}</p>`;
	const notesHtml =
		notes.length === 0
			? ''
			: `<ol class="notes" aria-label="Notes on paragraph ${number}"${disclosing('notes')}>${notes.map(itemOf).join('')}</ol>`;
	const dense = notes.length > MANY_NOTES ? ' dense' : '';
	return `<div class="paragraph${dense}" id="p${number}" data-letters="${estimateRoom(captured ?? reading, notes)}"><div class="layer-texts"><h3 class="number"><a href="#p${number}" aria-label="Paragraph ${number}">${number}</a>${newer}</h3>${capturedHtml}${originalHtml}${readingHtml}</div>${notesHtml}</div>`;
}
