import { readFileSync } from 'node:fs';
import { Blob, Face, Font } from 'harfbuzzjs';
import { packages } from './packages.ts';
import { readWoff } from './read-woff.ts';

export type Weight = 400 | 600;

/** The editors' face comes in a file for each script. A character is set in the first that has it. */
const subsets = ['latin', 'latin-ext', 'cyrillic'] as const;

/** A file of the face. */
export type FontName = `${(typeof subsets)[number]}-${Weight}`;

const fonts = new Map<FontName, Font>();

/** Load a file of the face; each is read once. */
export function loadFont(name: FontName): Font {
	const loaded = fonts.get(name);
	if (loaded) return loaded;
	const file = packages.resolve(`@fontsource/literata/files/literata-${name}-normal.woff`);
	const font = new Font(new Face(new Blob(readWoff(readFileSync(file)))));
	fonts.set(name, font);
	return font;
}

/** Find the file that has a character; where none has it, the last, which then shows the box of a missing one. */
export function findFont(character: string, weight: Weight): FontName {
	const subset = subsets.find((name) => hasCharacter(`${name}-${weight}`, character));
	return `${subset ?? 'cyrillic'}-${weight}`;
}

/** Tell whether a file of the face has a character: of several code points, the first. */
export function hasCharacter(name: FontName, character: string): boolean {
	return loadFont(name).nominalGlyph(character.codePointAt(0) ?? 0) !== undefined;
}
