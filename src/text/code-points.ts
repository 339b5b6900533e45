/**
 * Offsets that we publish are Unicode code points of the captured text (Web Annotation's text position
 * selector). JavaScript counts UTF-16 code units. They differ after the first character beyond the
 * Basic Multilingual Plane, so every crossing goes through the functions here.
 */

/** Count the code points of `text`. */
export function codePointLength(text: string): number {
	// A pattern is matched several times faster than characters are looked at one by one.
	return text.length - (text.match(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g)?.length ?? 0);
}

/** Take the code points [start, end) of `text`. */
export function sliceCodePoints(text: string, start: number, end: number): string {
	const from = toCodeUnit(text, start);
	return text.slice(from, from + toCodeUnit(text.slice(from), end - start));
}

/** Turn an offset in code units of `text` into one in code points. */
export function toCodePoint(text: string, codeUnit: number): number {
	return codePointLength(text.slice(0, codeUnit));
}

/** Return `toCodePoint` for one text of which many offsets are asked. */
export function codePointsOf(text: string): (codeUnit: number) => number {
	return codePointLength(text) === text.length
		? (codeUnit) => Math.min(codeUnit, text.length)
		: (codeUnit) => toCodePoint(text, codeUnit);
}

/** Turn an offset in code points of `text` into one in code units; past the end it is the length. */
export function toCodeUnit(text: string, codePoint: number): number {
	let unit = 0;
	for (let point = 0; point < codePoint && unit < text.length; point++)
		unit += isPairAt(text, unit) ? 2 : 1;
	return unit;
}

function isPairAt(text: string, unit: number): boolean {
	return isHighSurrogate(text.charCodeAt(unit)) && isLowSurrogate(text.charCodeAt(unit + 1));
}

function isHighSurrogate(unit: number): boolean {
	return unit >= 0xd800 && unit <= 0xdbff;
}

function isLowSurrogate(unit: number): boolean {
	return unit >= 0xdc00 && unit <= 0xdfff;
}

/** Say whether `codeUnit` stands between the two halves of one character. */
export function splitsCharacter(text: string, codeUnit: number): boolean {
	return isPairAt(text, codeUnit - 1);
}
