/** A character that has no business in a text; `offset` counts UTF-16 code units. */
export type StrayCharacter = { offset: number; codePoint: string; what: string };

/** Lone halves of a character, NUL, noncharacters and private-use characters. */
const STRAY = /[\p{Cs}\p{Co}\p{Noncharacter_Code_Point}\0]/u;

/** Code units of which every stray character has one, and most texts none: looking for these is much faster. */
const SUSPECT = /[\0\uD800-\uF8FF\uFDD0-\uFDEF\uFFFE\uFFFF]/;

/** Find the first character of `text` that cannot be shown to everyone alike, if there is one. */
export function findStrayCharacter(text: string): StrayCharacter | undefined {
	const match = SUSPECT.test(text) ? STRAY.exec(text) : null;
	if (!match) return undefined;
	const code = match[0].codePointAt(0) ?? 0;
	return { offset: match.index, codePoint: formatCodePoint(code), what: describeStray(code) };
}

function describeStray(code: number): string {
	if (code === 0) return 'a NUL byte';
	if (code >= 0xd800 && code <= 0xdfff) return 'an unpaired surrogate';
	if ((code >= 0xfdd0 && code <= 0xfdef) || (code & 0xfffe) === 0xfffe) return 'a noncharacter';
	return 'a private-use character';
}

/** Format a code point the way the Unicode charts do: U+202E. */
export function formatCodePoint(code: number): string {
	return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}
