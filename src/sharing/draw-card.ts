import { cardSize, type Card } from './card.ts';
import { loadColours } from './colours.ts';
import { encodePng } from './encode-png.ts';
import { loadGlyphMask, PLACES_IN_PIXEL } from './glyph-mask.ts';
import { layOutCard } from './lay-out-card.ts';
import { blankPicture, fillRectangle, mixPalette, stampMask } from './picture.ts';
import type { Ink } from './set-text.ts';

const inks: readonly Ink[] = ['ink', 'ink-soft', 'red', 'rule-strong'];

/** What cards are drawn on, one after the other. */
const picture = blankPicture(cardSize.width, cardSize.height);

/** Draw a card as a PNG. The same card gives the same bytes. */
export function drawCard(card: Card): Uint8Array<ArrayBuffer> {
	const { glyphs, rules } = layOutCard(card);
	const colour = loadColours();
	const palette = mixPalette(colour('paper'), inks.map(colour));
	picture.rows.fill(0);
	for (const { font, id, size, x, y, ink } of glyphs) {
		const [right, down] = [Math.round(x * PLACES_IN_PIXEL), Math.round(y * PLACES_IN_PIXEL)];
		const [column, row] = [Math.floor(right / PLACES_IN_PIXEL), Math.floor(down / PLACES_IN_PIXEL)];
		const mask = loadGlyphMask(
			font,
			id,
			size,
			right - column * PLACES_IN_PIXEL,
			down - row * PLACES_IN_PIXEL,
		);
		stampMask(picture, mask, column + mask.left, row + mask.top, inks.indexOf(ink));
	}
	for (const rule of rules) fillRectangle(picture, rule, inks.indexOf(rule.ink));
	return encodePng(picture, palette);
}
