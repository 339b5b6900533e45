import type { Element, ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Severity } from '../model/typology.ts';
import { splitBySpans, type Segment } from '../text/split-by-spans.ts';
import { formatCodePoint } from '../text/stray-characters.ts';

/** A note's mark in a text; offsets are UTF-16 code units of that text. */
export type Mark = {
	/** The note's id. */
	id: string;
	ordinal: number;
	severity: Severity;
	isCaptureDamage: boolean;
	isMasked: boolean;
	startCodeUnit: number;
	endCodeUnit: number;
};

/**
 * Render a text with its marks as HTML whose text content is `text`, character for character. Every mark
 * ends in one empty link to its note, which shows the note's number; marks may nest, cross or coincide.
 * `idPrefix` begins the links' ids, so that two layers of one paragraph keep theirs apart.
 */
export function markedTextHtml(text: string, marks: readonly Mark[], idPrefix: string): string {
	const byId = new Map(marks.map((mark) => [mark.id, mark]));
	const marksOf = (ids: string[]) => ids.flatMap((id) => byId.get(id) ?? []);
	const content = splitBySpans(text, marks).flatMap((segment: Segment) => [
		...wrapInMarks(showCharacters(segment.text), marksOf(segment.covering)),
		...marksOf(segment.ending).map((mark) => linkToNote(mark, idPrefix)),
	]);
	// A parser of HTML turns a carriage return into a line feed unless it is written as a reference.
	return toHtml({ type: 'root', children: content }).replaceAll('\r', '&#13;');
}

function wrapInMarks(content: ElementContent[], outermostFirst: Mark[]): ElementContent[] {
	return outermostFirst.reduceRight(
		(inner, mark) => [
			element(
				'mark',
				{ className: classesOf(mark), ...(mark.isMasked ? maskProperties : {}) },
				mark.isMasked ? [element('span', {}, inner)] : inner,
			),
		],
		content,
	);
}

/** A masked string is a picture of something covered; what it covers is there, and CSS never shows it. */
const maskProperties = { role: 'img', ariaLabel: 'masked: words planted by the host' };

function classesOf({ severity, isCaptureDamage, isMasked }: Mark): string[] {
	return [isCaptureDamage ? 'damage' : severity, ...(isMasked ? ['masked'] : [])];
}

function linkToNote({ id, ordinal, severity }: Mark, idPrefix: string): Element {
	const label = severity === 'minor' ? `Note ${ordinal}` : `Note ${ordinal}, ${severity}`;
	return element(
		'a',
		{
			className: ['ref'],
			id: `${idPrefix}-${id}`,
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
