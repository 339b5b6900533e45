import { Direction, Feature, shape, Buffer as Shaping } from 'harfbuzzjs';
import { findFont, type FontName, hasCharacter, loadFont, type Weight } from './fonts.ts';

/** A glyph of a word and where its origin stands, from the word's; `y` goes up. Lengths are in ems. */
export type Glyph = { font: FontName; id: number; x: number; y: number };

/** A word with the spaces after it, and how wide it is with them and without. */
export type ShapedWord = { glyphs: Glyph[]; width: number; inkWidth: number };

/** One for all words: its memory is given back only when the collector comes. */
const shaping = new Shaping();

/** As in browsers, letters that are spaced are not joined. */
const noLigatures = ['liga', 'clig'].map((tag) => new Feature(tag, 0));

/** Shape a word: choose its glyphs and place them, with the kerning and the ligatures of the face. */
export function shapeWord(word: string, weight: Weight, letterSpacing = 0): ShapedWord {
	const glyphs: Glyph[] = [];
	let [width, inkWidth] = [0, 0];
	for (const { font, text } of splitByFont(word, weight)) {
		const { upem } = loadFont(font).face;
		shaping.reset();
		shaping.addText(text);
		shaping.guessSegmentProperties();
		// The face has no script that is written from the right.
		shaping.setDirection(Direction.LTR);
		shape(loadFont(font), shaping, letterSpacing === 0 ? [] : noLigatures);
		const infos = shaping.getGlyphInfos();
		for (const [index, { xAdvance, xOffset, yOffset }] of shaping.getGlyphPositions().entries()) {
			const { codepoint: id = 0, cluster = 0 } = infos[index] ?? {};
			glyphs.push({ font, id, x: width + xOffset / upem, y: yOffset / upem });
			width += xAdvance / upem;
			// A letter and its accents are one.
			if (infos[index + 1]?.cluster !== cluster) width += letterSpacing;
			if (text.charAt(cluster) !== ' ') inkWidth = width;
		}
	}
	return { glyphs, width, inkWidth };
}

/** Split a word where another file of the face has its characters; accents and spaces stay with what is before. */
function splitByFont(word: string, weight: Weight): { font: FontName; text: string }[] {
	const runs: { font: FontName; text: string }[] = [];
	for (const character of word.match(/\P{M}\p{M}*|\p{M}+/gu) ?? []) {
		const last = runs.at(-1);
		const font =
			last && /^\s/.test(character) && hasCharacter(last.font, character)
				? last.font
				: findFont(character, weight);
		if (last?.font === font) last.text += character;
		else runs.push({ font, text: character });
	}
	return runs;
}
