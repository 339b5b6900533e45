import type { RatedSpan, Side } from '../../model/ratings.ts';
import { codePointLength, toCodeUnit } from '../../text/code-points.ts';

/**
 * Google's and Marot's tables mark a span by `<v>` and `</v>` in a copy of the text. Nothing else is a mark, and
 * nothing is trimmed, unescaped or normalised.
 */
const MARK = /<v>|<\/v>/g;

/** A text without its marks, and the spans that they marked; `isWhole` says that every mark has its partner. */
export type Marked = { text: string; spans: RatedSpan[]; isWhole: boolean };

/** Take the marks out of a field. */
export function readMarks(field: string, side: Side): Marked {
	if (!field.includes('v>')) return { text: field, spans: [], isWhole: true };
	const pieces: string[] = [];
	const spans: RatedSpan[] = [];
	const open: number[] = [];
	let [length, from, isWhole] = [0, 0, true];
	for (const { 0: mark, index } of field.matchAll(MARK)) {
		const piece = field.slice(from, index);
		pieces.push(piece);
		length += codePointLength(piece);
		from = index + mark.length;
		if (mark === '<v>') open.push(length);
		else {
			const start = open.pop();
			if (start === undefined) isWhole = false;
			else spans.push({ side, start, end: length });
		}
	}
	pieces.push(field.slice(from));
	return { text: pieces.join(''), spans, isWhole: isWhole && open.length === 0 };
}

/** Say whether marks could not be told from what the text itself has. */
export function holdsMarks(text: string): boolean {
	return text.includes('<v>') || text.includes('</v>');
}

/** Put marks around spans of a text; returns nothing where reading them back would give other spans. */
export function writeMarks(
	text: string,
	spans: readonly RatedSpan[],
	side: Side,
): string | undefined {
	const own = spans.filter((span) => span.side === side);
	if (own.length === 0) return text;
	const places = own.flatMap(({ start, end }) => [
		{ at: toCodeUnit(text, start), mark: '<v>' },
		{ at: toCodeUnit(text, end), mark: '</v>' },
	]);
	// One span, which may be empty, keeps its order; several are put in order and read back.
	const ordered =
		own.length === 1
			? places
			: places.toSorted(
					(a, b) => a.at - b.at || Number(a.mark === '<v>') - Number(b.mark === '<v>'),
				);
	const pieces: string[] = [];
	let from = 0;
	for (const { at, mark } of ordered) {
		pieces.push(text.slice(from, at), mark);
		from = at;
	}
	const marked = pieces.join('') + text.slice(from);
	if (own.length === 1) return marked;
	const read = readMarks(marked, side);
	const key = (list: readonly RatedSpan[]) =>
		JSON.stringify(list.map(({ start, end }) => [start, end]).sort());
	return read.isWhole && read.text === text && key(read.spans) === key(own) ? marked : undefined;
}
