import { Resvg } from '@resvg/resvg-js';
import { type FontName, loadFont } from './fonts.ts';
import { SHADES } from './picture.ts';

/** Which shade of its ink a glyph gives each pixel, row after row, from `left` and `top` of the glyph's origin. */
export type GlyphMask = {
	shades: Uint8Array;
	width: number;
	height: number;
	left: number;
	top: number;
};

/** So many places within a pixel, each way, may a glyph begin at; more would look the same. */
export const PLACES_IN_PIXEL = 4;

const masks = new Map<string, GlyphMask>();

/**
 * Draw a glyph alone, or take it from an earlier text: a process draws each only once at its size and place within
 * a pixel. `right` and `down` count the places from the upper left of the pixel.
 */
export function loadGlyphMask(
	font: FontName,
	id: number,
	size: number,
	right: number,
	down: number,
): GlyphMask {
	const key = `${font} ${id} ${size} ${right} ${down}`;
	let mask = masks.get(key);
	if (!mask) {
		mask = drawGlyph(font, id, size, right / PLACES_IN_PIXEL, down / PLACES_IN_PIXEL);
		masks.set(key, mask);
	}
	return mask;
}

function drawGlyph(name: FontName, id: number, size: number, x: number, y: number): GlyphMask {
	const font = loadFont(name);
	const scale = size / font.face.upem;
	const extents = font.glyphExtents(id);
	// In a font y goes up: a height is negative, from the top down.
	const { xBearing = 0, yBearing = 0, width: across = 0, height: up = 0 } = extents ?? {};
	if (across === 0 || up === 0)
		return { shades: new Uint8Array(), width: 0, height: 0, left: 0, top: 0 };
	const left = Math.floor(x + xBearing * scale);
	const top = Math.floor(y - yBearing * scale);
	const width = Math.ceil(x + (xBearing + across) * scale) - left;
	const height = Math.ceil(y - (yBearing + up) * scale) - top;
	const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><path transform="matrix(${scale} 0 0 ${-scale} ${x - left} ${y - top})" d="${font.glyphToPath(id)}"/></svg>`;
	const { pixels } = new Resvg(svg, { font: { loadSystemFonts: false } }).render();
	const shades = Uint8Array.from({ length: width * height }, (_, at) =>
		Math.round(((pixels[4 * at + 3] ?? 0) / 255) * SHADES),
	);
	return { shades, width, height, left, top };
}
