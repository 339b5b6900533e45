/** An element of an XML document: its name, its attributes, and text or elements in it. */
export type XmlElement = {
	name: string;
	attributes?: { [name: string]: string };
	content?: string | readonly (XmlElement | undefined)[];
};

/** Write an XML 1.0 document, an element a line. Elements that are `undefined` are left out. */
export function writeXml(root: XmlElement): string {
	return `<?xml version="1.0" encoding="utf-8"?>\n${writeElement(root)}`;
}

function writeElement({ name, attributes = {}, content = '' }: XmlElement): string {
	const start = [
		name,
		...Object.entries(attributes).map(([key, value]) => `${key}="${escapeXml(value)}"`),
	].join(' ');
	if (typeof content === 'string')
		return content === '' ? `<${start}/>\n` : `<${start}>${escapeXml(content)}</${name}>\n`;
	const inner = content.map((element) => element && writeElement(element)).join('');
	return `<${start}>\n${inner}</${name}>\n`;
}

/** What XML 1.0 cannot hold even as a reference, besides the halves of characters. */
const unwritable = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g;

/** Escape text for an element or an attribute; what XML cannot hold becomes U+FFFD. */
function escapeXml(text: string): string {
	return text
		.toWellFormed()
		.replace(unwritable, '\ufffd')
		.replace(/[<>&"\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`);
}
