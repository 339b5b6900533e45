import type { Span } from './match-section.ts';

/** A stretch of text, marked where the query stands in it. */
export type Stretch = { text: string; isMatch: boolean };

/** An excerpt is about as long as this, in UTF-16 units. */
const LENGTH = 220;

/**
 * Cut from the text that holds most of what was asked the stretch where it stands closest, verbatim. An ellipsis
 * stands where the text goes on.
 */
export function cutExcerpt(texts: readonly string[], spans: readonly Span[]): Stretch[] {
	const [best = 0] = [...Map.groupBy(spans, ({ text }) => text)]
		.sort(([, a], [, b]) => b.length - a.length)
		.map(([text]) => text);
	const text = texts[best] ?? '';
	const merged = mergeSpans(spans.filter((span) => span.text === best));
	const from = startOf(text, merged);
	const until = wordEnd(text, from + LENGTH);
	const stretches: Stretch[] = [];
	let at = from;
	for (const { start, end } of merged.filter((span) => span.start >= from && span.start < until)) {
		stretches.push({ text: text.slice(at, start), isMatch: false });
		stretches.push({ text: text.slice(start, end), isMatch: true });
		at = end;
	}
	stretches.push({ text: text.slice(at, Math.max(at, until)), isMatch: false });
	if (from > 0) stretches.unshift({ text: '… ', isMatch: false });
	if (Math.max(at, until) < text.length) stretches.push({ text: ' …', isMatch: false });
	return stretches.filter((stretch) => stretch.text !== '');
}

/** Find where to begin, so that as many of the matches as can be are in the excerpt, with some words before. */
function startOf(text: string, spans: readonly { start: number; end: number }[]): number {
	if (text.length <= LENGTH) return 0;
	let start = 0;
	let most = 0;
	for (const first of spans) {
		const within = spans.filter(
			({ start: from, end }) => from >= first.start && end <= first.start + LENGTH * 0.7,
		).length;
		if (within > most) [start, most] = [first.start, within];
	}
	const lead = Math.min(start - Math.round(LENGTH * 0.25), text.length - LENGTH);
	return lead <= 0 ? 0 : wordStart(text, lead);
}

function wordStart(text: string, at: number): number {
	const space = text.slice(at).search(/\s/u);
	return space === -1 || space > 40 ? wholeCharacter(text, at) : at + space + 1;
}

function wordEnd(text: string, at: number): number {
	if (at >= text.length) return text.length;
	const space = text.slice(at).search(/\s/u);
	return space === -1 || space > 40 ? wholeCharacter(text, at) : at + space;
}

/** Step back from the middle of a character that takes two units. */
function wholeCharacter(text: string, at: number): number {
	return /[\uDC00-\uDFFF]/.test(text[at] ?? '') ? at - 1 : at;
}

function mergeSpans(spans: readonly Span[]): { start: number; end: number }[] {
	const merged: { start: number; end: number }[] = [];
	for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
		const last = merged.at(-1);
		if (last && start < last.end) last.end = Math.max(last.end, end);
		else merged.push({ start, end });
	}
	return merged;
}
