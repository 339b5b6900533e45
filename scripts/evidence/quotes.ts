import { quoteOf } from '../../src/edition/place-notes.ts';
import type { ArticleSource, CaptureSource } from '../../src/edition/read-archive.ts';
import type { NoteAttributes, QuotationAttributes } from '../../src/model/note.ts';
import { codePointLength } from '../../src/text/code-points.ts';
import { findQuote, listPlaces, MAX_PLACES } from '../../src/text/find-quote.ts';
import type { Paragraph } from '../../src/text/paragraphs.ts';
import type { CaptureAtHand } from './captures-at-hand.ts';
import { positionAt, quoted, timesOf } from './show.ts';
import { suggestPassages } from './suggest-passages.ts';

type Attributes = NoteAttributes | QuotationAttributes;

/** A note or a quotation of the commentary: both quote the captured text, and the same rules hold for both. */
export type QuotingElement = {
	/** “Note “lock””; a quotation has no name of its own. */
	name: string;
	article: ArticleSource;
	attributes: Attributes;
	/** Where an attribute stands in the commentary. */
	at: (attribute: 'captured' | 'p') => { file: string; line: number; column: number };
};

/** List the notes and quotations of an article. */
export function listQuotingElements(article: ArticleSource): QuotingElement[] {
	const { notes, quotations, path } = article.commentary;
	const place = (position: { line: number; column: number }) => ({ file: path, ...position });
	return [
		...notes.map(({ attributes, at }) => ({
			name: `Note ${quoted(attributes.id)}`,
			article,
			attributes,
			at: (attribute: 'captured' | 'p') => place(at(attribute)),
		})),
		...quotations.map(({ attributes, at }) => ({
			name: 'A <Quotation>',
			article,
			attributes,
			at: (attribute: 'captured' | 'p') => place(at(attribute)),
		})),
	];
}

/** How a quote stands to the captured text; offsets are UTF-16 code units of the paragraph. */
export type QuoteOutcome =
	| { kind: 'found' }
	| { kind: 'ambiguous'; paragraph: Paragraph; startCodeUnits: number[] }
	/** Not in its paragraph, but in these. */
	| { kind: 'elsewhere'; paragraphs: Paragraph[] }
	/** The passage is in its paragraph, but not between this prefix and suffix or not so often. */
	| { kind: 'context'; paragraph: Paragraph; startCodeUnits: number[] }
	| { kind: 'missing'; paragraph: Paragraph | undefined };

/** A quote with its outcome and the capture it was looked for in. */
export type JudgedQuote<Kind extends QuoteOutcome['kind']> = QuotingElement & {
	capture: CaptureSource;
	/** Whether the capture's bytes are those that the record names. */
	isRecorded: boolean;
	outcome: Extract<QuoteOutcome, { kind: Kind }>;
};

/**
 * List the quotes of an article that come out as `kinds`; none where its capture is not at hand. Quotes that
 * an altered capture lost are not among them: the capture is to be mended, not the notes.
 */
export function listQuotes<Kind extends QuoteOutcome['kind']>(
	atHand: CaptureAtHand | undefined,
	article: ArticleSource,
	...kinds: Kind[]
): JudgedQuote<Kind>[] {
	if (!atHand) return [];
	const { capture, isRecorded } = atHand;
	return listQuotingElements(article).flatMap((element) => {
		const outcome = judgeQuote(capture, element.attributes);
		if (!isRecorded && isLost(element, capture, outcome)) return [];
		return isOneOf(outcome, kinds) ? [{ ...element, capture, isRecorded, outcome }] : [];
	});
}

/** List the quotes that an altered capture has lost. */
export function listLostQuotes(article: ArticleSource, capture: CaptureSource): QuotingElement[] {
	return listQuotingElements(article).filter((element) =>
		isLost(element, capture, judgeQuote(capture, element.attributes)),
	);
}

/** No quote of an altered capture is taken for unchanged that resembles nothing there by so much. */
const MIN_RESEMBLANCE = 0.6;

/** Say whether a quote is as it was when anchors.json was written, so that the capture and not the quote changed. */
function isLost(
	{ article, attributes }: QuotingElement,
	capture: CaptureSource,
	outcome: QuoteOutcome,
): boolean {
	if (outcome.kind === 'found' || outcome.kind === 'ambiguous') return false;
	const { notes = [], paragraphs = [] } = article.anchors.value ?? {};
	const anchor = 'id' in attributes ? notes.find(({ note }) => note === attributes.id) : undefined;
	const [start, end] = paragraphs[attributes.p - 1] ?? [0, 0];
	const isUnchanged = anchor
		? anchor.exact === attributes.captured && anchor.start >= start && anchor.end <= end
		: !('id' in attributes);
	if (!isUnchanged || outcome.kind === 'elsewhere') return isUnchanged;
	const paragraph = capture.paragraphs[attributes.p - 1];
	if (end > start && codePointLength(paragraph?.text ?? '') !== end - start) return true;
	return suggestPassages(paragraph ? [paragraph] : [], attributes.captured).some(
		({ similarity }) => similarity >= MIN_RESEMBLANCE,
	);
}

/** Judge how a quote stands to a captured text. */
export function judgeQuote({ paragraphs }: CaptureSource, attributes: Attributes): QuoteOutcome {
	const quote = quoteOf(attributes);
	const paragraph = paragraphs[attributes.p - 1];
	const place = paragraph ? findQuote(paragraph.text, quote) : undefined;
	if (place?.kind === 'found') return { kind: 'found' };
	if (place?.kind === 'ambiguous' && paragraph)
		return { kind: 'ambiguous', paragraph, startCodeUnits: place.startCodeUnits };
	const others = paragraphs.filter(
		(other) =>
			other !== paragraph &&
			findQuote(other.text, { ...quote, occurrence: undefined }).kind !== 'missing',
	);
	if (others.length > 0 && attributes.occurrence === undefined)
		return { kind: 'elsewhere', paragraphs: others };
	const bare = listPlaces(
		paragraph?.text ?? '',
		{ exact: quote.exact },
		quote.occurrence ?? MAX_PLACES,
	);
	if (paragraph && bare.length > 0) return { kind: 'context', paragraph, startCodeUnits: bare };
	return others.length > 0
		? { kind: 'elsewhere', paragraphs: others }
		: { kind: 'missing', paragraph };
}

/**
 * Take the paragraphs that a note may belong to: its own and, where its quote stands in others alone, those.
 * A note in the wrong paragraph is reported for that, and not for what it says of the right one.
 */
export function paragraphsOf(capture: CaptureSource | undefined, note: NoteAttributes): number[] {
	const outcome = capture && judgeQuote(capture, note);
	return outcome?.kind === 'elsewhere'
		? [note.p, ...outcome.paragraphs.map(({ number }) => number)]
		: [note.p];
}

/** Say how often a quote stands in a text; of very many places the search lists only the first. */
export function howOften(startCodeUnits: readonly number[]): string {
	return startCodeUnits.length < MAX_PLACES
		? timesOf(startCodeUnits.length)
		: `${MAX_PLACES} times or more`;
}

/** Say where a place in a capture stands, for a terminal to link: `capture.txt:7`. */
export function whereInCapture(capture: CaptureSource, codeUnit: number): string {
	return `${capture.path}:${positionAt(capture.text, codeUnit).line}`;
}

/** Show a passage with the words around it, the passage itself in square brackets. */
export function showInContext(text: string, startCodeUnit: number, length: number): string {
	const before =
		/(?:\S+\s+){0,3}\S*$/u.exec(text.slice(Math.max(0, startCodeUnit - 60), startCodeUnit))?.[0] ??
		'';
	const after =
		/^\S*(?:\s+\S+){0,3}/u.exec(
			text.slice(startCodeUnit + length, startCodeUnit + length + 60),
		)?.[0] ?? '';
	return `${before}[${text.slice(startCodeUnit, startCodeUnit + length)}]${after}`;
}

/** Say what to do where the capture at hand is itself in doubt; empty where it is the recorded one. */
export function doubtOf({ isRecorded }: { isRecorded: boolean }): string {
	return isRecorded
		? ''
		: ' The capture at hand is not the recorded one: mend that first (capture-matches-record).';
}

function isOneOf<Kind extends QuoteOutcome['kind']>(
	outcome: QuoteOutcome,
	kinds: readonly Kind[],
): outcome is Extract<QuoteOutcome, { kind: Kind }> {
	return (kinds as readonly string[]).includes(outcome.kind);
}
