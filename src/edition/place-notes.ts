import type { Anchors } from '../model/anchors.ts';
import { MAX_QUOTED_WORDS, type NoteAttributes, type QuotationAttributes } from '../model/note.ts';
import { codePointLength, codePointsOf, toCodePoint } from '../text/code-points.ts';
import { countWords } from '../text/count-words.ts';
import { describeContext, type QuoteContext } from '../text/describe-quote.ts';
import { findQuote, type QuotePlace } from '../text/find-quote.ts';
import type { Paragraph } from '../text/paragraphs.ts';
import { splitSentences } from '../text/split-sentences.ts';
import type { ArticleSource, CaptureSource } from './read-archive.ts';

/** Find where an element of the commentary stands in its paragraph; offsets count from the paragraph. */
export function placeInParagraph(
	capture: CaptureSource,
	element: NoteAttributes | QuotationAttributes,
): QuotePlace {
	const paragraph = capture.paragraphs[element.p - 1];
	return paragraph ? findQuote(paragraph.text, quoteOf(element)) : { kind: 'missing' };
}

/** Take the quote selector out of an element's attributes. */
export function quoteOf({
	captured,
	prefix,
	suffix,
	occurrence,
}: NoteAttributes | QuotationAttributes) {
	return { exact: captured, prefix, suffix, occurrence };
}

/**
 * Find where the wording that a note gives stands in the original, in code points of the whole original.
 * Returns nothing where no original is held or the note gives no wording.
 */
export function placeInOriginal(
	{ original }: Pick<ArticleSource, 'original'>,
	{ p, original: exact, originalOccurrence: occurrence }: NoteAttributes,
): { start: number; end: number } | undefined {
	const paragraph = original?.paragraphs[p - 1];
	if (!original || !paragraph || exact === undefined) return undefined;
	const place = findQuote(paragraph.text, { exact, occurrence });
	if (place.kind !== 'found') return undefined;
	const start = toCodePoint(original.text, paragraph.startCodeUnit + place.startCodeUnit);
	return { start, end: start + codePointLength(exact) };
}

const computed = new WeakMap<ArticleSource, { capture: CaptureSource; anchors: Anchors }>();

/**
 * Compute the anchors of an article from its capture: what `anchors.json` holds. Notes whose quote is not
 * found are left out; the checks report them.
 */
export function computeAnchors(source: ArticleSource, capture: CaptureSource): Anchors {
	// A check compares them with what is written, and builds the article of them.
	const known = computed.get(source);
	if (known?.capture === capture) return known.anchors;
	const anchors = placeAll(source, capture);
	computed.set(source, { capture, anchors });
	return anchors;
}

function placeAll(source: ArticleSource, capture: CaptureSource): Anchors {
	const { text } = capture;
	const toPoint = codePointsOf(text);
	const maxWords = isDistributed(source) ? Infinity : MAX_QUOTED_WORDS;
	const notes = source.commentary.notes.flatMap(({ attributes }) => {
		const paragraph = capture.paragraphs[attributes.p - 1];
		const place = placeInParagraph(capture, attributes);
		if (place.kind !== 'found' || !paragraph) return [];
		const startCodeUnit = paragraph.startCodeUnit + place.startCodeUnit;
		const endCodeUnit = paragraph.startCodeUnit + place.endCodeUnit;
		const span: Span = [startCodeUnit, endCodeUnit];
		return [
			{
				note: attributes.id,
				start: toPoint(startCodeUnit),
				end: toPoint(endCodeUnit),
				exact: attributes.captured,
				...describeBriefly(text, span, paragraph, maxWords),
			},
		];
	});
	const paragraphs = placeParagraphs(capture);
	return {
		capture_sha256: capture.sha256,
		length: toPoint(text.length),
		words: countWords(text),
		paragraphs,
		sentences: placeSentences(capture, paragraphs),
		notes: notes.sort(compareAnchors),
	};
}

type Anchor = Pick<Anchors['notes'][number], 'note' | 'start' | 'end'>;

/** Compare two anchors by the order of the text, the wider first where two begin together. */
export function compareAnchors(a: Anchor, b: Anchor): number {
	return a.start - b.start || b.end - a.end || Number(a.note > b.note) - Number(a.note < b.note);
}

type Span = [startCodeUnit: number, endCodeUnit: number];

/**
 * Describe the context of a span, from its own paragraph where that is enough. Where no context of
 * `maxWords`, the span's included, makes it unique, it has none: start and end say where it is.
 */
function describeBriefly(
	text: string,
	[start, end]: Span,
	{ text: { length }, startCodeUnit }: Paragraph,
	maxWords: number,
): QuoteContext {
	return (
		describeContext(text, start, end, {
			maxWords,
			within: [startCodeUnit, startCodeUnit + length],
		}) ??
		describeContext(text, start, end, { maxWords }) ?? { prefix: '', suffix: '' }
	);
}

/** Say whether a record lets its capture be distributed; one that cannot be read does not. */
function isDistributed({ record }: ArticleSource): boolean {
	const data = record.data as { capture?: { distributed?: unknown } | null } | null | undefined;
	return data?.capture?.distributed === true;
}

function placeParagraphs({ text, paragraphs }: CaptureSource): [start: number, end: number][] {
	let codeUnit = 0;
	let codePoint = 0;
	return paragraphs.map((paragraph) => {
		const start = codePoint + codePointLength(text.slice(codeUnit, paragraph.startCodeUnit));
		codePoint = start + codePointLength(paragraph.text);
		codeUnit = paragraph.startCodeUnit + paragraph.text.length;
		return [start, codePoint];
	});
}

function placeSentences(
	capture: CaptureSource,
	paragraphs: readonly [start: number, end: number][],
): [start: number, end: number][] {
	return capture.paragraphs.flatMap(({ text }, index) => {
		const [from = 0] = paragraphs[index] ?? [];
		const toPoint = codePointsOf(text);
		return splitSentences(text).map(({ startCodeUnit, endCodeUnit }): [number, number] => [
			from + toPoint(startCodeUnit),
			from + toPoint(endCodeUnit),
		]);
	});
}

/** Write anchors the one way they are kept on disk, a note to a line. */
export function formatAnchors(anchors: Anchors): string {
	const { notes, paragraphs, sentences, ...rest } = anchors;
	const head = JSON.stringify(rest, null, '\t').slice(0, -2);
	const list = (rows: unknown[]) =>
		rows.length === 0
			? '[]'
			: `[\n${rows.map((row) => `\t\t${JSON.stringify(row)}`).join(',\n')}\n\t]`;
	return `${head},\n\t"paragraphs": ${list(paragraphs)},\n\t"sentences": ${list(sentences)},\n\t"notes": ${list(notes)}\n}\n`;
}
