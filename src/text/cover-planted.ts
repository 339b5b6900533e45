import { codePointLength, sliceCodePoints } from './code-points.ts';

/** What is shown in place of words that a host planted. */
const MASK = '[masked]';

/** Cover every place of the `planted` strings in `text`, whatever their capitals. */
export function coverPlanted(text: string, planted: readonly string[]): string {
	return planted
		.filter((words) => words !== '')
		.toSorted((a, b) => b.length - a.length)
		.reduce((covered, words) => covered.replace(anyCase(words), () => MASK), text);
}

function anyCase(words: string): RegExp {
	return new RegExp(words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'giu');
}

/**
 * Cover the `planted` places in a stretch of a text that begins at its code point `start`; places are
 * [start, end) in code points of the whole text, in order. A place that reaches into the stretch is covered
 * as far as it does.
 */
export function coverPlaces(
	text: string,
	start: number,
	planted: readonly { start: number; end: number }[],
): string {
	const length = codePointLength(text);
	let covered = '';
	let at = 0;
	for (const place of planted) {
		const from = Math.max(at, place.start - start);
		const to = Math.min(length, place.end - start);
		if (from >= to) continue;
		covered += sliceCodePoints(text, at, from) + MASK;
		at = to;
	}
	return covered + sliceCodePoints(text, at, length);
}
