import type { Element, ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Dimension, Severity } from '../model/typology.ts';
import { splitBySpans, type Segment } from '../text/split-by-spans.ts';
import { formatCodePoint } from '../text/stray-characters.ts';
import { widenToWords } from '../text/whole-words.ts';
import { COVER_LABEL } from './wording.ts';

/** A note's mark in a text; offsets are UTF-16 code units of that text. */
export type Mark = {
	/** The note's id. */
	id: string;
	ordinal: number;
	severity: Severity;
	family: Dimension;
	isMasked: boolean;
	startCodeUnit: number;
	endCodeUnit: number;
};

/**
 * Render a text with its marks as HTML whose text content is `text`, character for character; marks may
 * nest, cross or coincide. Before the words of a mark stands one empty cue that says to those who hear the
 * page that a note begins, and after them one empty link to the note, which shows its number. Where a mark
 * begins or ends inside a word, cue and link stand before and after the whole word. `idPrefix` begins the
 * links' ids, so that two layers of one paragraph keep theirs apart.
 */
export function markedTextHtml(text: string, marks: readonly Mark[], idPrefix: string): string {
	const byId = new Map(marks.map((mark) => [mark.id, mark]));
	const cued = new Map(marks.map((mark) => [cueIdOf(mark), mark]));
	const cues = marks.map((mark) => ({ ...mark, id: cueIdOf(mark) }));
	const segments = splitBySpans(text, [...marks, ...widenToWords(text, cues)]);
	const content = segments.flatMap((segment) => [
		...segment.beginning.flatMap((id) => cued.get(id) ?? []).map(startCue),
		...wrapInMarks(segment, byId),
		...segment.ending.flatMap((id) => cued.get(id) ?? []).map((mark) => linkToNote(mark, idPrefix)),
	]);
	// A parser of HTML turns a carriage return into a line feed unless it is written as a reference.
	return toHtml({ type: 'root', children: content }).replaceAll('\r', '&#13;');
}

/** Name the stretch between the cues of a mark; no note's id has a colon. */
function cueIdOf({ id }: Mark): string {
	return `cue:${id}`;
}

function wrapInMarks(segment: Segment, byId: ReadonlyMap<string, Mark>): ElementContent[] {
	const outermostFirst = segment.covering.flatMap((id) => byId.get(id) ?? []);
	return outermostFirst.reduceRight<ElementContent[]>((inner, mark) => {
		const isFirst = segment.beginning.includes(mark.id);
		const content = mark.isMasked
			? [...(isFirst ? [cover()] : []), element('span', { className: ['planted'] }, inner)]
			: inner;
		return [element('mark', { className: classesOf(mark) }, content)];
	}, showCharacters(segment.text));
}

/** What is shown in place of planted words; a sheet shows one or the other. */
function cover(): Element {
	return element('span', { className: ['cover'], role: 'img', ariaLabel: COVER_LABEL }, []);
}

function classesOf({ severity, family, isMasked }: Mark): string[] {
	return [severity, family, ...(isMasked ? ['masked'] : [])];
}

function startCue({ ordinal, severity, family }: Mark): Element {
	return element(
		'span',
		{
			className: ['cue', severity, family],
			role: 'img',
			ariaLabel: `note ${ordinal} begins`,
		},
		[],
	);
}

function linkToNote({ id, ordinal, severity, family }: Mark, idPrefix: string): Element {
	const label = severity === 'minor' ? `Note ${ordinal}` : `Note ${ordinal}, ${severity}`;
	return element(
		'a',
		{
			className: ['ref', severity, family],
			id: `${idPrefix}-${ordinal}`,
			href: `#note-${id}`,
			dataN: String(ordinal),
			ariaLabel: label,
		},
		[],
	);
}

/** Characters that steer the direction of text or cannot be seen; each is named where it stands. */
const HIDDEN =
	/[\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF\u0001-\u0008\u000E-\u001F\u007F-\u009F]/u;

/** Isolate and name hidden characters, so that none of them changes how the rest of the line is read. */
function showCharacters(text: string): ElementContent[] {
	return text.split(new RegExp(`(${HIDDEN.source})`, 'u')).flatMap((part): ElementContent[] => {
		if (part === '') return [];
		if (!HIDDEN.test(part)) return [{ type: 'text', value: part }];
		return [
			element(
				'span',
				{
					className: ['hidden-character'],
					dataCharacter: formatCodePoint(part.codePointAt(0) ?? 0),
				},
				[{ type: 'text', value: part }],
			),
		];
	});
}

function element(
	tagName: string,
	properties: Element['properties'],
	children: ElementContent[],
): Element {
	return { type: 'element', tagName, properties, children };
}
