import { Resvg } from '@resvg/resvg-js';
import satori from 'satori';
import { cardSize, type Card } from './card.ts';
import { loadColours } from './colours.ts';
import { encodeWithPalette } from './encode-png.ts';
import { family, loadFonts } from './fonts.ts';
import { keepDrawing } from './keep-drawing.ts';

/** An element as Satori takes it; every one of them is a flex box. */
type Box = { type: 'div'; props: { style: object; children: string | Box[] } };

const margin = 72;
const small = 30;

/** Draw a card as a PNG, or take it from the last build. The same card gives the same bytes. */
export async function drawCard(card: Card, keep = keepDrawing): Promise<Uint8Array<ArrayBuffer>> {
	const layout = layOut(card);
	return keep(JSON.stringify(layout), async () => {
		const svg = await satori(layout, { ...cardSize, fonts: loadFonts() });
		const drawn = new Resvg(svg, { font: { loadSystemFonts: false } }).render();
		return encodeWithPalette(drawn.pixels, drawn.width, drawn.height) ?? drawn.asPng();
	});
}

function layOut({ archive, place, title, facts, critical, among }: Card): Box {
	const colour = loadColours();
	const soft = { color: colour('ink-soft') };
	const red = colour('red');
	return box(
		{
			...cardSize,
			boxSizing: 'border-box',
			flexDirection: 'column',
			padding: `56px ${margin}px 60px`,
			backgroundColor: colour('paper'),
			color: colour('ink'),
			fontFamily: family,
			fontSize: small,
		},
		[
			box({ justifyContent: 'space-between', alignItems: 'flex-start' }, [
				pencilled(archive, red, { fontSize: 38 }),
				box({ ...soft, marginTop: 7 }, place ?? ''),
			]),
			box({ flexGrow: 1, alignItems: 'center' }, [
				box(
					{
						fontSize: titleSize(title),
						fontWeight: 600,
						lineHeight: 1.18,
						letterSpacing: '-0.01em',
						textWrap: 'balance',
					},
					title,
				),
			]),
			rule(2, colour('rule-strong')),
			box(
				{
					justifyContent: 'space-between',
					alignItems: 'flex-end',
					gap: 40,
					paddingTop: 28,
					lineHeight: 1.4,
				},
				[
					box(
						{ flexDirection: 'column' },
						facts.map((fact, index) => box(index === 0 ? {} : soft, fact)),
					),
					box({ alignItems: 'flex-start', flexShrink: 0 }, [
						critical.startsWith('0 ')
							? box({ fontWeight: 600 }, critical)
							: pencilled(critical, red, { color: red, marginTop: 2, marginBottom: -8 }),
						box({ ...soft, marginLeft: 10 }, among),
					]),
				],
			),
		],
	);
}

/** Words with the pencil's double rule under them. */
function pencilled(words: string, red: string, style: object): Box {
	return box({ ...style, flexDirection: 'column', fontWeight: 600, lineHeight: 1.25 }, [
		box({}, words),
		rule(2, red),
		box({ height: 3 }, []),
		rule(2, red),
	]);
}

/** A rule is a box of its own, which has no corners to be clipped as a border's are. */
function rule(height: number, colour: string): Box {
	return box({ height, flexShrink: 0, backgroundColor: colour }, []);
}

/** A short title is set large; a long one still leaves room for what stands below. */
function titleSize({ length }: string): number {
	if (length <= 45) return 80;
	if (length <= 80) return 68;
	return length <= 125 ? 58 : 48;
}

function box(style: object, children: string | Box[]): Box {
	return { type: 'div', props: { style: { display: 'flex', ...style }, children } };
}
