import { cardSize, type Card } from './card.ts';
import { loadColours } from './colours.ts';
import { encodePng } from './encode-png.ts';
import { loadGlyphMask, PLACES_IN_PIXEL } from './glyph-mask.ts';
import { keepDrawing } from './keep-drawing.ts';
import { type CardLayout, layOutCard } from './lay-out-card.ts';
import { blankPicture, fillRectangle, mixPalette, stampMask } from './picture.ts';
import type { Ink } from './set-text.ts';

const inks: readonly Ink[] = ['ink', 'ink-soft', 'red', 'rule-strong'];

/** Draw a card as a PNG, or take it from the last build. The same card gives the same bytes. */
export function drawCard(card: Card, keep = keepDrawing): Uint8Array<ArrayBuffer> {
	const layout = layOutCard(card);
	const colour = loadColours();
	const palette = mixPalette(colour('paper'), inks.map(colour));
	return keep(JSON.stringify({ palette: [...palette], layout }), () => draw(layout, palette));
}

function draw({ glyphs, rules }: CardLayout, palette: Uint8Array): Uint8Array<ArrayBuffer> {
	const picture = blankPicture(cardSize.width, cardSize.height);
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
