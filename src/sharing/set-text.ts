import { balanceLines, breakLines, splitAtBreaks } from './break-lines.ts';
import { type FontName, loadFont, type Weight } from './fonts.ts';
import { shapeWord } from './shape-word.ts';

/** What a text or a rule is coloured with, by the name it has in tokens.css. */
export type Ink = 'ink' | 'ink-soft' | 'red' | 'rule-strong';

/** How a text is set. Lengths are in pixels, `lineHeight` and `letterSpacing` in ems. */
export type TextStyle = {
	ink: Ink;
	size: number;
	weight?: Weight;
	/** As high as the face asks for where it is not said. */
	lineHeight?: number;
	letterSpacing?: number;
	/** Whether the lines are made as even as they can be. */
	isBalanced?: boolean;
};

/** A glyph and the pixel where its origin stands, which may be between two; `y` goes down. */
export type PlacedGlyph = {
	font: FontName;
	id: number;
	size: number;
	x: number;
	y: number;
	ink: Ink;
};

/** A text of one line or more, whose upper left corner is at 0, 0. */
export type TextBlock = { glyphs: PlacedGlyph[]; width: number; height: number };

/** Set a text in lines no wider than `room`, but for a word that is wider alone. */
export function setText(text: string, style: TextStyle, room = Infinity): TextBlock {
	const { ink, size, weight = 400, letterSpacing, isBalanced = false } = style;
	const shapePiece = (piece: string) => {
		const { glyphs, width, inkWidth } = shapeWord(piece, weight, letterSpacing);
		return { text: piece, glyphs, width: width * size, inkWidth: inkWidth * size };
	};
	const lines = (isBalanced ? balanceLines : breakLines)(splitAtBreaks(text).map(shapePiece), room);
	const { lineHeight, baseline } = measureLine(style);
	const glyphs: PlacedGlyph[] = [];
	let width = 0;
	for (const [index, pieces] of lines.entries()) {
		// What no space parts is shaped again in one, with the kerning between its pieces.
		const words = pieces.reduce<typeof pieces>((all, piece) => {
			const last = all.at(-1);
			if (!last || last.text.endsWith(' ')) return [...all, piece];
			return [...all.slice(0, -1), shapePiece(last.text + piece.text)];
		}, []);
		let x = 0;
		for (const word of words) {
			// Where words begin at whole pixels, the same word looks the same in every line.
			const left = lines.length === 1 ? x : Math.round(x);
			for (const { font, id, x: right, y: up } of word.glyphs)
				glyphs.push({
					font,
					id,
					size,
					x: left + right * size,
					y: index * lineHeight + baseline - up * size,
					ink,
				});
			width = Math.max(width, Math.ceil(x + word.inkWidth));
			x += word.width;
		}
	}
	return { glyphs, width, height: lines.length * lineHeight };
}

/** Tell how high a line is and how far below its top the letters stand, as browsers round it. */
function measureLine({ size, weight = 400, lineHeight }: TextStyle) {
	const font = loadFont(`latin-${weight}`);
	const { ascender, descender } = font.hExtents();
	const above = (ascender / font.face.upem) * size;
	const below = (-descender / font.face.upem) * size;
	const height = lineHeight === undefined ? above + below : lineHeight * size;
	const leading = height - Math.round(above) - Math.round(below);
	return {
		lineHeight: Math.round(height),
		baseline: Math.round(above) + Math.floor(leading / 2),
	};
}
