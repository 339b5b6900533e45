import CSL, { type StyleNode } from 'citeproc';
import { citeByShape } from './cite-by-shape.ts';
import { sayNoAddress } from './citable.ts';
import type { CslItem } from './csl-item.ts';
import type { DateParts } from './date-forms.ts';
import { pruneStyle } from './prune-style.ts';

/** A citation in a style: the entry of a list of references, and what stands in the text or in a note. */
export type StyledCitation = { reference: string; referenceHtml: string; inText: string };

export type StyleFormatter = (
	item: CslItem,
	locator?: { paragraph: number | undefined },
) => StyledCitation;

export type Style = {
	cite: StyleFormatter;
	/** Set the capitals of a title as the style does where it sets any. */
	setCase: (title: string, textCase: 'title' | 'capitalize-first') => string;
};

type CslTexts = { style: string; locale: string };

/**
 * Format in a style, given as the text of its CSL file and of the CSL locale `en-US`. The engine is started when
 * something is asked that `answers`, the style’s answers by shape, do not hold.
 */
export function createStyleFormatter(
	texts: CslTexts,
	answers?: Map<string, StyledCitation>,
): StyleFormatter {
	let started: Style | undefined;
	return citeByShape(
		{
			cite: (item, locator) => (started ??= startStyle(texts, pruneStyle)).cite(item, locator),
			setCase: createCaseSetter(texts.locale),
		},
		answers,
	);
}

/** Titles get their capitals from the locale alone: a style with nothing in it is started in a moment. */
export function createCaseSetter(locale: string): Style['setCase'] {
	const style =
		'<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><info><title>None</title><id>none</id><updated>2000-01-01T00:00:00+00:00</updated></info><citation><layout><text variable="title"/></layout></citation></style>';
	let setCase: Style['setCase'] | undefined;
	return (title, textCase) => (setCase ??= startStyle({ style, locale }).setCase)(title, textCase);
}

/**
 * Start a style whose every citation is the engine’s own, as it is written or as `read` alters it; see
 * `createStyleFormatter`.
 */
export function startStyle(
	texts: CslTexts,
	read: (style: string) => string | StyleNode = (style) => style,
): Style {
	let cited: CslItem | undefined;
	const engine = new CSL.Engine<CslItem | undefined>(
		{ retrieveLocale: () => texts.locale, retrieveItem: () => cited },
		read(texts.style),
		'en-US',
		true,
	);
	const hasNotes = /<style[^>]* class="note"/.test(texts.style);
	const splitsDates = texts.style.includes('citation-format="author-date"');
	let asked = 0;

	const cite: StyleFormatter = (item, locator) => {
		// The engine keeps by its id what it has read, so that each question has an id of its own.
		const id = `cited-${(asked += 1)}`;
		cited = { ...shieldItem(sayInterval(item, splitsDates)), id };
		const citation =
			locator?.paragraph === undefined
				? { id }
				: { id, locator: String(locator.paragraph), label: 'paragraph' };
		engine.updateItems([id]);
		const ending = item.URL === undefined ? ` ${sayWhere(item)}` : '';

		engine.setOutputFormat('html');
		const [, htmlEntries] = engine.makeBibliography();
		engine.setOutputFormat('text');
		const [, textEntries] = engine.makeBibliography();
		const html = htmlEntries.join('').replace(/^\s*<div class="csl-entry">|<\/div>\s*$/g, '');
		return {
			reference: unshield(textEntries.join('').trim(), '<') + ending,
			referenceHtml: unshield(html, '&lt;') + escapeHtml(ending),
			inText: unshield(engine.makeCitationCluster([citation]), '<') + (hasNotes ? ending : ''),
		};
	};
	return { cite, setCase: (title, textCase) => CSL.Output.Formatters[textCase](engine, title) };
}

/** Name the archive, which styles name beside an address only, and say that it has none. */
function sayWhere({ source, custom }: CslItem): string {
	const archive = source === undefined ? '' : `${source}. `;
	return `${archive}${sayNoAddress(String(custom['path'] ?? ''))}.`;
}

/**
 * An interval is a day that is known no better, not a span: it is set as the doubtful date that it is. A style
 * that parts the year from the day, as in “(2024–2025, August 28–27)”, gets the years alone of several years.
 */
function sayInterval(item: CslItem, splitsDates: boolean): CslItem {
	const [first, last] = item.issued?.['date-parts'] ?? [];
	if (!first || !last) return item;
	const isToTheYear = splitsDates && first[0] !== last[0];
	const parts: DateParts[] = isToTheYear ? [[first[0]], [last[0]]] : [first, last];
	return { ...item, issued: { 'date-parts': parts, circa: true } };
}

/**
 * Stand for signs that the engine would not print: `<`, which it reads as markup, and `$`, which it hands on to
 * `String.replace`. No text has these characters.
 */
const shields: { [sign: string]: string } = { '<': '\ufdd0', $: '\ufdd1' };

/** Keep what looks like markup in an item as the text that it is; the one span that an item may have stays. */
function shieldItem(item: CslItem): CslItem {
	const shieldName = (name: NonNullable<CslItem['author']>[number]) =>
		'literal' in name
			? { literal: shield(name.literal) }
			: {
					family: shield(name.family),
					...(name.given !== undefined && { given: shield(name.given) }),
				};
	return {
		...item,
		// A note’s title quotes.
		title: item.type === 'webpage' ? keepCase(shield(item.title)) : shield(item.title),
		...(item.author && { author: item.author.map(shieldName) }),
		...(item.translator && { translator: item.translator.map(shieldName) }),
		...(item['container-title'] !== undefined && {
			'container-title': keepCase(shield(item['container-title'])),
		}),
		...(item['original-title'] !== undefined && {
			'original-title': item['original-title'].replace(
				/^(<span class="nocase">)(.*)(<\/span>)$/s,
				(_, start: string, text: string, end: string) => start + shield(text) + end,
			),
		}),
		...(item.source !== undefined && { source: shield(item.source) }),
	};
}

/** Keep a style from setting a text in the capitals of an English title: “Example.Com” is nobody’s name. */
function keepCase(text: string): string {
	return `<span class="nocase">${text}</span>`;
}

function shield(text: string): string {
	return text.replace(/[<$]/g, (sign) => shields[sign] ?? sign);
}

function unshield(text: string, less: '<' | '&lt;'): string {
	return text.replaceAll('\ufdd0', less).replaceAll('\ufdd1', () => '$');
}

function escapeHtml(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
