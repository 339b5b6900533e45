import type { GlyphMask } from './glyph-mask.ts';

/** So many shades has each ink, from nearly the paper's to its own: enough that no eye sees a step. */
export const SHADES = 15;

/** A picture of a few inks on paper. Each pixel is the index of a colour: 0 the paper, then the shades of each ink. */
export type Picture = {
	width: number;
	height: number;
	/** Row after row; as a PNG has them, each begins with a byte for its filter, which is none. */
	rows: Uint8Array;
};

/** Take a picture that is all paper. */
export function blankPicture(width: number, height: number): Picture {
	return { width, height, rows: new Uint8Array((width + 1) * height) };
}

/** Fill a rectangle that lies within the picture with the ink of a number. */
export function fillRectangle(
	{ width: rowLength, rows }: Picture,
	{ x, y, width, height }: { x: number; y: number; width: number; height: number },
	ink: number,
): void {
	for (let row = y; row < y + height; row++) {
		const start = row * (rowLength + 1) + 1 + x;
		rows.fill((ink + 1) * SHADES, start, start + width);
	}
}

/** Stamp a mask with the ink of a number; what lies outside the picture is cut off. */
export function stampMask(
	picture: Picture,
	mask: GlyphMask,
	x: number,
	y: number,
	ink: number,
): void {
	const { rows } = picture;
	const paperOfInk = ink * SHADES;
	const [firstColumn, lastColumn] = [Math.max(0, -x), Math.min(mask.width, picture.width - x)];
	const [firstRow, lastRow] = [Math.max(0, -y), Math.min(mask.height, picture.height - y)];
	for (let row = firstRow; row < lastRow; row++) {
		const from = row * mask.width;
		const to = (y + row) * (picture.width + 1) + 1 + x;
		for (let column = firstColumn; column < lastColumn; column++) {
			const shade = mask.shades[from + column] ?? 0;
			if (shade === 0) continue;
			// Where letters touch, each covers a part of the pixel.
			const under = (rows[to + column] ?? 0) - paperOfInk;
			const covered = under > 0 && under <= SHADES ? under + shade : shade;
			rows[to + column] = paperOfInk + Math.min(covered, SHADES);
		}
	}
}

/** List the colours that the indexes of a picture stand for, three bytes each. Colours are as in CSS: #rrggbb. */
export function mixPalette(paper: string, inks: readonly string[]): Uint8Array {
	const ground = parseColour(paper);
	const mixed = inks
		.map(parseColour)
		.flatMap((ink) =>
			Array.from({ length: SHADES }, (_, index) =>
				ground.map((from, part) =>
					Math.round(from + (((ink[part] ?? 0) - from) * (index + 1)) / SHADES),
				),
			),
		);
	return Uint8Array.from([ground, ...mixed].flat());
}

function parseColour(colour: string): number[] {
	return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}
