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
	let html = '';
	for (const segment of segments) {
		for (const id of segment.beginning) html += startCue(cued.get(id));
		html += wrapInMarks(segment, byId);
		for (const id of segment.ending) html += linkToNote(cued.get(id), idPrefix);
	}
	return html;
}

/** Name the stretch between the cues of a mark; no note's id has a colon. */
function cueIdOf({ id }: Mark): string {
	return `cue:${id}`;
}

function wrapInMarks(segment: Segment, byId: ReadonlyMap<string, Mark>): string {
	return segment.covering.reduceRight((inner, id) => {
		const mark = byId.get(id);
		if (!mark) return inner;
		const { severity, family, isMasked } = mark;
		if (!isMasked) return `<mark class="${severity} ${family}">${inner}</mark>`;
		const cover = segment.beginning.includes(id) ? COVER : '';
		return `<mark class="${severity} ${family} masked">${cover}<span class="planted">${inner}</span></mark>`;
	}, showCharacters(segment.text));
}

/** What is shown in place of planted words; a sheet shows one or the other. */
const COVER = `<span class="cover" role="img" aria-label="${COVER_LABEL}"></span>`;

/* Of cues and links to notes a page has hundreds; their attributes stand in the order that deflates to the least. */

function startCue(mark: Mark | undefined): string {
	if (!mark) return '';
	const { ordinal, severity, family } = mark;
	return `<span aria-label="note ${ordinal} begins" role="img" class="cue ${severity} ${family}"></span>`;
}

function linkToNote(mark: Mark | undefined, idPrefix: string): string {
	if (!mark) return '';
	const { id, ordinal, severity, family } = mark;
	const label = severity === 'minor' ? `Note ${ordinal}` : `Note ${ordinal}, ${severity}`;
	return `<a id="${idPrefix}-${ordinal}" href="#note-${id}" aria-label="${label}" class="ref ${severity} ${family}" data-n="${ordinal}"></a>`;
}

/** Characters that steer the direction of text or cannot be seen; each is named where it stands. */
const HIDDEN =
	/[\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF\u0001-\u0008\u000E-\u001F\u007F-\u009F]/gu;

/** Isolate and name hidden characters, so that none of them changes how the rest of the line is read. */
function showCharacters(text: string): string {
	return escapeText(text).replace(HIDDEN, (character) => {
		const name = formatCodePoint(character.codePointAt(0) ?? 0);
		return `<span class="hidden-character" data-character="${name}">${character}</span>`;
	});
}

/** A parser of HTML turns a carriage return into a line feed unless it is written as a reference. */
const references: { [character: string]: string } = { '&': '&#x26;', '<': '&#x3C;', '\r': '&#13;' };

function escapeText(text: string): string {
	return text.replace(/[&<\r]/g, (character) => references[character] ?? character);
}
