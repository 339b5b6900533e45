/**
 * Format an attribute of an MDX element. A string there has no backslash escapes but character references, so
 * what would end the string, begin a reference or end the line is written as one.
 */
export function formatAttribute(name: string, value: string | number | boolean): string {
	if (value === true) return name;
	if (typeof value !== 'string') return `${name}={${String(value)}}`;
	const mark = value.includes('"') && !value.includes("'") ? "'" : '"';
	return `${name}=${mark}${escapeString(value, mark)}${mark}`;
}

function escapeString(value: string, mark: string): string {
	return value.replace(/["'&\t\n\r]/g, (character) => {
		if (character === mark) return '&quot;';
		return references[character] ?? character;
	});
}

/** U+0085 and its neighbours stay themselves: their references mean other characters. */
const references: { [character: string]: string } = {
	'&': '&amp;',
	'\t': '&#9;',
	'\n': '&#10;',
	'\r': '&#13;',
};
