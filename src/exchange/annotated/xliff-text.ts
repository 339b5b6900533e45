import type { Side } from '../../model/ratings.ts';
import { toCodeUnit } from '../../text/code-points.ts';
import { xml, type XmlElement } from '../xml.ts';

/** What XML 1.0 cannot hold; XLIFF has `<cp>` for it in texts, and our own attributes an escape. */
const forbidden = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Surrogate}/gu;

/** A span of a text with the attributes that its start carries. */
export type MarkedSpan = {
	id: string;
	side: Side;
	start: number;
	end: number;
	attributes: XmlElement['attributes'];
};

/** Write a text with its spans as the content of `<source>` or `<target>`; spans may nest, cross and be empty. */
export function contentOf(text: string, spans: readonly MarkedSpan[]): (XmlElement | string)[] {
	const places = spans.map((span) => ({
		span,
		from: toCodeUnit(text, span.start),
		to: toCodeUnit(text, span.end),
	}));
	const cuts = [...new Set(places.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b);
	// The empty text keeps an element without words from being indented.
	const content: (XmlElement | string)[] = [''];
	let at = 0;
	for (const cut of cuts) {
		content.push(...wordsOf(text.slice(at, cut)));
		at = cut;
		for (const { span, from, to } of places)
			if (to === cut && from < cut) content.push(xml('em', { startRef: span.id }));
		for (const { span, from, to } of places)
			if (from === cut) {
				content.push(xml('sm', { id: span.id, type: 'its:generic', ...span.attributes }));
				if (to === cut) content.push(xml('em', { startRef: span.id }));
			}
	}
	return [...content, ...wordsOf(text.slice(at))];
}

function wordsOf(text: string): (XmlElement | string)[] {
	const words: (XmlElement | string)[] = [];
	let from = 0;
	for (const { 0: character, index } of text.matchAll(forbidden)) {
		const hex = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
		words.push(text.slice(from, index), xml('cp', { hex }));
		from = index + character.length;
	}
	return [...words, text.slice(from)];
}

/** Write a value as an attribute of ours: what XML cannot hold becomes `\u{7}`, a backslash two. */
export function holdInAttribute(value: string): string {
	return value
		.replaceAll('\\', '\\\\')
		.replace(forbidden, (character) => `\\u{${character.charCodeAt(0).toString(16)}}`);
}

/** Read a value that `holdInAttribute` wrote. */
export function readAttribute(value: string): string {
	return value.replace(/\\(?:\\|u\{([0-9a-f]+)\})/g, (_, hex: string | undefined) =>
		hex === undefined ? '\\' : String.fromCharCode(Number.parseInt(hex, 16)),
	);
}
