import { type Card, cardSize } from './card.ts';
import { type Ink, type PlacedGlyph, setText, type TextBlock, type TextStyle } from './set-text.ts';

/** A filled rectangle; lengths are in pixels. */
export type Rule = { x: number; y: number; width: number; height: number; ink: Ink };

/** All that is drawn on a card: the glyphs, and the rules over them. */
export type CardLayout = { glyphs: PlacedGlyph[]; rules: Rule[] };

const MARGIN = { top: 56, side: 72, bottom: 60 };
const LEFT = MARGIN.side;
const RIGHT = cardSize.width - MARGIN.side;
const BOTTOM = cardSize.height - MARGIN.bottom;

const plain: TextStyle = { ink: 'ink', size: 30 };
const soft: TextStyle = { ...plain, ink: 'ink-soft' };
/** What stands below the long rule. */
const FOOT_LINE = 1.4;
/** The pencil's double rule under words. */
const PENCIL = { thickness: 2, apart: 3, height: 7 };
const pencilled = { weight: 600, lineHeight: 1.25 } as const;

/** Lay out a card: the archive and the number above, the title in the middle, the facts and the count below. */
export function layOutCard({ archive, place, title, facts, critical, among }: Card): CardLayout {
	const layout: CardLayout = { glyphs: [], rules: [] };
	const headBottom = layOutHead(layout, archive, place ?? '');
	const footTop = layOutFoot(layout, facts, critical, among);
	const words = setText(
		title,
		{
			ink: 'ink',
			size: titleSize(title),
			weight: 600,
			lineHeight: 1.18,
			letterSpacing: -0.01,
			isBalanced: true,
		},
		RIGHT - LEFT,
	);
	put(layout, words, LEFT, Math.round((headBottom + footTop - words.height) / 2));
	return layout;
}

/** Lay out what stands above the title, and tell where it ends. */
function layOutHead(layout: CardLayout, archive: string, place: string): number {
	const number = setText(place, soft);
	put(layout, number, RIGHT - number.width, MARGIN.top + 7);
	const name = setText(archive, { ...plain, ...pencilled, size: 38 }, RIGHT - LEFT - number.width);
	return putPencilled(layout, name, LEFT, MARGIN.top);
}

/** Lay out what stands below the title, with the rule above it, and tell where it begins. */
function layOutFoot(
	layout: CardLayout,
	facts: readonly string[],
	critical: string,
	among: string,
): number {
	const isNone = critical.startsWith('0 ');
	const line = { lineHeight: FOOT_LINE };
	const all = setText(among, { ...soft, ...line });
	const count = setText(
		critical,
		isNone ? { ...plain, ...line, weight: 600 } : { ...plain, ...pencilled, ink: 'red' },
	);
	const [allLeft, top] = [RIGHT - all.width, BOTTOM - all.height];
	const countLeft = allLeft - 10 - count.width;
	put(layout, all, allLeft, top);
	if (isNone) put(layout, count, countLeft, top);
	else putPencilled(layout, count, countLeft, top + 2);

	const blocks = facts.map((fact, index) =>
		setText(fact, { ...(index === 0 ? plain : soft), ...line }, countLeft - 40 - LEFT),
	);
	let y = BOTTOM - blocks.reduce((sum, { height }) => sum + height, 0);
	const ruleTop = Math.min(y, top) - 28 - 2;
	layout.rules.push({ x: LEFT, y: ruleTop, width: RIGHT - LEFT, height: 2, ink: 'rule-strong' });
	for (const block of blocks) {
		put(layout, block, LEFT, y);
		y += block.height;
	}
	return ruleTop;
}

function put(layout: CardLayout, { glyphs }: TextBlock, left: number, top: number): void {
	for (const glyph of glyphs) layout.glyphs.push({ ...glyph, x: glyph.x + left, y: glyph.y + top });
}

/** Put words with the pencil's double rule under them, and tell where that ends. */
function putPencilled(layout: CardLayout, words: TextBlock, x: number, top: number): number {
	put(layout, words, x, top);
	const y = top + words.height;
	for (const down of [0, PENCIL.thickness + PENCIL.apart])
		layout.rules.push({ x, y: y + down, width: words.width, height: PENCIL.thickness, ink: 'red' });
	return y + PENCIL.height;
}

/** A short title is set large; a long one still leaves room for what stands below. */
function titleSize({ length }: string): number {
	if (length <= 45) return 80;
	if (length <= 80) return 68;
	return length <= 125 ? 58 : 48;
}
