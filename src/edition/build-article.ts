import { createHash } from 'node:crypto';
import type { Anchors } from '../model/anchors.ts';
import {
	plantedOf,
	type Article,
	type ArticleParagraph,
	type Note,
	type WithdrawnNote,
} from '../model/article.ts';
import type { NoteAttributes } from '../model/note.ts';
import { isRestricted, restrictArticle } from '../model/restrict-article.ts';
import { toCodePoint } from '../text/code-points.ts';
import { listWords } from '../text/count-words.ts';
import { coverPlaces, coverPlanted } from '../text/cover-planted.ts';
import { renderHtml, renderInlineHtml, textOf } from './markdown.ts';
import { computeAnchors, placeInOriginal } from './place-notes.ts';
import type { ArticleSource } from './read-archive.ts';

/** What was made of sources that are still at hand: a check and what keeps the checked both ask. */
const made = new WeakMap<ArticleSource, Article | undefined>();

/** Make an article out of its source, once: see `makeArticle`. */
export function buildArticle(source: ArticleSource): Article | undefined {
	if (!made.has(source)) made.set(source, makeArticle(source));
	return made.get(source);
}

/**
 * Make an article out of its source. Positions come from the capture where it is at hand, else from
 * `anchors.json`. Returns nothing where the source has a fault that leaves no whole article.
 */
function makeArticle(source: ArticleSource): Article | undefined {
	const { record, commentary, reading, capture } = source;
	const anchors = capture ? computeAnchors(source, capture) : source.anchors.value;
	const hasFaults = commentary.faults.length > 0 || commentary.fieldFaults.length > 0;
	if (!record.value || !anchors || hasFaults || !commentary.file || !reading.file) return undefined;
	if (reading.paragraphs.length !== anchors.paragraphs.length) return undefined;
	if (anchors.notes.length !== commentary.notes.length) return undefined;

	const { number } = record.value;
	const notes = buildNotes(source, number, anchors);
	const isLive = (id: string) => notes.some((note) => note.id === id);
	return restrictArticle({
		number,
		record: record.value,
		isCaptureAttached: capture !== undefined,
		words: anchors.words,
		paragraphs: buildParagraphs(source, anchors),
		notes,
		withdrawnNotes: commentary.notes.flatMap(({ attributes }) => describeWithdrawal(attributes)),
		quotations: commentary.quotations.map(({ attributes, body }, index) => ({
			paragraph: attributes.p,
			opening: coverPlanted(attributes.captured, plantedOf(notes)),
			speaker: attributes.speaker,
			status: attributes.status,
			reasonHtml: renderInlineHtml(body, scopeOf(number, `quotation.${index + 1}`)),
		})),
		sentences: anchors.sentences,
		length: anchors.length,
		readings: source.readings.value ?? [],
		decisions: source.decisions.value ?? [],
		points: commentary.points
			.map(({ attributes, body }, index) => ({
				...attributes,
				html: renderInlineHtml(body, scopeOf(number, `point.${index + 1}`)),
			}))
			.filter(({ note }) => isLive(note)),
		proseHtml:
			commentary.prose.length > 0 ? renderHtml(commentary.prose, scopeOf(number, 'prose.1')) : '',
		restrictedWords: !isRestricted(record.value)
			? []
			: [...new Set(listWords(capture?.text ?? ''))].sort(),
		digest: digestOf(source),
	});
}

/** Make an article out of its source; throws, naming the command that lists the faults. */
export function buildOrRefuse(source: ArticleSource): Article {
	const article = buildArticle(source);
	if (!article)
		throw new Error(
			`${source.path} has faults and cannot be published. Run: npm run check:content`,
		);
	return article;
}

function describeWithdrawal(attributes: NoteAttributes): WithdrawnNote[] {
	const { id, p, withdrawn, withdrawnBecause, replacedBy } = attributes;
	if (withdrawn === undefined) return [];
	return [{ id, paragraph: p, date: withdrawn, reason: withdrawnBecause ?? '', replacedBy }];
}

function buildParagraphs(
	{ reading, capture, original }: ArticleSource,
	anchors: Anchors,
): ArticleParagraph[] {
	return anchors.paragraphs.map(([start, end], index) => {
		return {
			number: index + 1,
			start,
			end,
			captured: capture?.paragraphs[index]?.text,
			original: original?.paragraphs[index]?.text,
			originalStart: toCodePoint(
				original?.text ?? '',
				original?.paragraphs[index]?.startCodeUnit ?? 0,
			),
			reading: reading.paragraphs[index]?.text ?? '',
		};
	});
}

function buildNotes(source: ArticleSource, number: number, anchors: Anchors): Note[] {
	const { commentary } = source;
	const elements = new Map(commentary.notes.map((element) => [element.attributes.id, element]));
	const planted = anchors.notes.filter(({ note }) => elements.get(note)?.attributes.masked);
	const live = anchors.notes.flatMap((anchor) => {
		const element = elements.get(anchor.note);
		return element && element.attributes.withdrawn === undefined ? [{ anchor, element }] : [];
	});
	return live.map(({ anchor, element }, index) => {
		const {
			captured,
			p,
			prefix: _prefix,
			suffix: _suffix,
			occurrence: _occurrence,
			originalOccurrence: _originalOccurrence,
			withdrawn: _withdrawn,
			withdrawnBecause: _withdrawnBecause,
			replacedBy: _replacedBy,
			...rest
		} = element.attributes;
		return {
			...rest,
			ordinal: index + 1,
			paragraph: p,
			start: anchor.start,
			end: anchor.end,
			exact: captured,
			shown: coverPlaces(captured, anchor.start, planted),
			prefix: anchor.prefix,
			suffix: anchor.suffix,
			originalPlace: placeInOriginal(source, element.attributes),
			comment: element.body.map(textOf).filter(Boolean).join('\n'),
			commentHtml: renderInlineHtml(element.body, scopeOf(number, rest.id)),
		};
	});
}

/**
 * Name the scope of a piece's footnotes. Lists of several articles show their notes on one page; the stops
 * keep the ids apart from each other and from every id in kebab-case.
 */
function scopeOf(number: number, piece: string): string {
	return `fn.${number}.${piece}`;
}

/** Hash the files of an article's folder, with the capture that is attached; 16 hexadecimal digits. */
export function digestOf(source: ArticleSource): string {
	const { record, commentary, reading, anchors, capture, original, readings, decisions } = source;
	return digestOfFiles(
		[
			record.file,
			commentary.file,
			reading.file,
			anchors.file,
			capture,
			original,
			readings.file,
			decisions.file,
		].map((file) => file?.bytes),
	);
}

/** Hash the files that an article is made of, in the order of `digestOf`. */
export function digestOfFiles(files: readonly (Uint8Array | undefined)[]): string {
	const hash = createHash('sha256');
	for (const bytes of files) hash.update(bytes ?? '').update('\0');
	return hash.digest('hex').slice(0, 16);
}
