import { readFileSync } from 'node:fs';
import type { Font } from 'satori';
import { packages } from './packages.ts';

/**
 * The editors' face as Satori takes it. It reads no woff2, and of several fonts with one name it asks only the
 * first for a character; so each subset has a name of its own, and the family is the list of them.
 */
const subsets = ['latin', 'latin-ext', 'cyrillic'] as const;
const weights = [400, 600] as const;

/** The list of names under which the face is set. */
export const family = subsets.map((subset) => `Literata ${subset}`).join(', ');

let fonts: Font[] | undefined;

/** Load the files of the face; they are read once. */
export function loadFonts(): Font[] {
	fonts ??= subsets.flatMap((subset) =>
		weights.map((weight) => ({
			name: `Literata ${subset}`,
			weight,
			style: 'normal' as const,
			data: readFileSync(
				packages.resolve(`@fontsource/literata/files/literata-${subset}-${weight}-normal.woff`),
			),
		})),
	);
	return fonts;
}
