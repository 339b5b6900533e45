import { codePointLength } from '../text/code-points.ts';

/** An element of an XML document; an attribute without a value is left out. */
export type XmlElement = {
	name: string;
	attributes: { [name: string]: string | number | undefined };
	children: readonly (XmlElement | string)[];
};

/** A character that XML cannot hold, and where it stood: in code points of the text of the element `within`. */
export type ForbiddenCharacter = {
	/** The nearest `xml:id` above, and the element's name below it; the root's name where there is none. */
	within: string;
	offset: number;
	/** As `U+0007`. */
	character: string;
};

/** Make an element; children that are nothing are left out. */
export function xml(
	name: string,
	attributes: XmlElement['attributes'] = {},
	...children: readonly (XmlElement | string | undefined)[]
): XmlElement {
	return { name, attributes, children: children.filter((child) => child !== undefined) };
}

/**
 * XML 1.0 has no way of writing these, not even as a reference: most control characters, U+FFFE, U+FFFF and
 * halves of surrogate pairs.
 */
const forbidden = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Surrogate}/gu;
const ANY_FORBIDDEN = new RegExp(forbidden.source, 'u');

/** What stands for each of them: one code point for one, so that positions stay. */
const REPLACEMENT = '\ufffd';

/** List the characters of a document's texts and attributes that `formatXml` replaces. */
export function listForbidden(root: XmlElement): ForbiddenCharacter[] {
	return listWithin(root, root.name);
}

function listWithin(element: XmlElement, above: string): ForbiddenCharacter[] {
	const id = element.attributes['xml:id'];
	const within =
		id === undefined ? (above === element.name ? above : `${above} ${element.name}`) : String(id);
	const found: ForbiddenCharacter[] = [];
	for (const name in element.attributes)
		found.push(...listInText(String(element.attributes[name] ?? ''), `${within} @${name}`));
	let offset = 0;
	for (const child of element.children) {
		if (typeof child === 'string') {
			for (const one of listInText(child, within))
				found.push({ ...one, offset: one.offset + offset });
			offset += codePointLength(child);
		} else found.push(...listWithin(child, id === undefined ? above : within));
	}
	return found;
}

function listInText(text: string, within: string): ForbiddenCharacter[] {
	if (!ANY_FORBIDDEN.test(text)) return [];
	return [...text.matchAll(forbidden)].map(({ 0: character, index }) => ({
		within,
		offset: codePointLength(text.slice(0, index)),
		character: `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`,
	}));
}

/**
 * Write an XML 1.0 document in UTF-8. An element that holds text is written on one line, to the letter; others
 * are indented by tabs. U+FFFD stands for each character that XML cannot hold; `listForbidden` tells which.
 */
export function formatXml(root: XmlElement): string {
	return `<?xml version="1.0" encoding="UTF-8"?>\n${formatElement(root, 0)}\n`;
}

function formatElement(element: XmlElement, depth: number): string {
	const { name, children } = element;
	let attributes = '';
	for (const key in element.attributes) {
		const value = element.attributes[key];
		if (value !== undefined) attributes += ` ${key}="${escapeAttribute(value)}"`;
	}
	if (children.length === 0) return `<${name}${attributes}/>`;
	if (children.some((child) => typeof child === 'string')) {
		let inner = '';
		for (const child of children)
			inner += typeof child === 'string' ? escapeText(child) : formatElement(child, depth);
		return `<${name}${attributes}>${inner}</${name}>`;
	}
	const indent = '\n' + '\t'.repeat(depth + 1);
	let inner = '';
	for (const child of children)
		inner += indent + (typeof child === 'string' ? child : formatElement(child, depth + 1));
	return `<${name}${attributes}>${inner}\n${'\t'.repeat(depth)}</${name}>`;
}

const references: { [character: string]: string } = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	// As themselves, parsers would turn these into spaces and line feeds.
	'\r': '&#13;',
	'\n': '&#10;',
	'\t': '&#9;',
};

function escapeText(text: string): string {
	return text
		.replace(forbidden, REPLACEMENT)
		.replace(/[&<>\r]/g, (character) => references[character] ?? character);
}

function escapeAttribute(value: string | number): string {
	return String(value)
		.replace(forbidden, REPLACEMENT)
		.replace(/[&<>"\r\n\t]/g, (character) => references[character] ?? character);
}
