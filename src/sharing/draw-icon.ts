import { readFileSync } from 'node:fs';
import { Resvg } from '@resvg/resvg-js';
import { loadColours } from './colours.ts';

/** How much of the icon's width the letter takes; a system may cut off all that is outside four fifths. */
const SHARE = 0.72;

/** Draw the site's icon, of public/favicon.svg, on paper as a square PNG. The same size gives the same bytes. */
export function drawIcon(size: number): Uint8Array<ArrayBuffer> {
	const letter = readFileSync('public/favicon.svg', 'utf8');
	const edge = ((1 - SHARE) / 2) * size;
	const icon = `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}"><rect width="100%" height="100%" fill="${loadColours()('paper')}"/>${letter.replace('<svg ', `<svg x="${edge}" y="${edge}" width="${size * SHARE}" height="${size * SHARE}" `)}</svg>`;
	return new Uint8Array(new Resvg(icon, { font: { loadSystemFonts: false } }).render().asPng());
}
