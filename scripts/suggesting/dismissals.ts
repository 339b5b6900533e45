import type { Dismissal } from '../../src/model/dismissal.ts';
import type { Suggestion } from '../../src/suggesting/suggestion.ts';
import { toCodePoint, toCodeUnit } from '../../src/text/code-points.ts';
import { describeQuote } from '../../src/text/describe-quote.ts';
import { findQuote } from '../../src/text/find-quote.ts';
import type { Paragraph } from '../../src/text/paragraphs.ts';

/** No more words of a suggestion are kept: a capture is often someone else’s. */
const KEPT_WORDS = 6;

type Text = { text: string; paragraphs: readonly Paragraph[] };

/** Write down that a suggestion is not wanted. */
export function describeDismissal(
	{ text, paragraphs }: Text,
	suggestion: Suggestion,
	{ article, because, on }: Pick<Dismissal, 'article' | 'because' | 'on'>,
): Dismissal {
	const paragraph = paragraphs[suggestion.paragraph - 1];
	if (!paragraph) throw new Error(`There is no p${suggestion.paragraph}.`);
	const start = toCodeUnit(text, suggestion.start) - paragraph.startCodeUnit;
	const kept = new RegExp(`^(?:\\s*\\S+){1,${KEPT_WORDS}}`, 'u').exec(suggestion.exact)?.[0] ?? '';
	const { exact, ...context } = describeQuote(paragraph.text, start, start + kept.length, {
		maxWords: 2 * KEPT_WORDS,
	});
	return {
		article,
		rule: suggestion.rule,
		p: suggestion.paragraph,
		captured: exact,
		...context,
		because,
		on,
	};
}

/** Part the suggestions on an article into those that still stand and those dismissed, and tell which dismissals hold no more. */
export function applyDismissals(
	source: Text,
	article: number,
	suggestions: readonly Suggestion[],
	dismissals: readonly Dismissal[],
): { standing: Suggestion[]; dismissed: Suggestion[]; unused: Dismissal[] } {
	const own = dismissals.filter((dismissal) => dismissal.article === article);
	const used = new Set<Dismissal>();
	const dismissed = suggestions.filter((suggestion) => {
		const matching = own.filter((dismissal) => isOf(source, dismissal, suggestion));
		for (const dismissal of matching) used.add(dismissal);
		return matching.length > 0;
	});
	return {
		standing: suggestions.filter((suggestion) => !dismissed.includes(suggestion)),
		dismissed,
		unused: own.filter((dismissal) => !used.has(dismissal)),
	};
}

function isOf({ text, paragraphs }: Text, dismissal: Dismissal, suggestion: Suggestion): boolean {
	const { rule, p, captured, prefix, suffix, occurrence } = dismissal;
	const paragraph = paragraphs[p - 1];
	if (!paragraph || rule !== suggestion.rule || p !== suggestion.paragraph) return false;
	const place = findQuote(paragraph.text, { exact: captured, prefix, suffix, occurrence });
	return (
		place.kind === 'found' &&
		suggestion.exact.startsWith(captured) &&
		toCodePoint(text, paragraph.startCodeUnit + place.startCodeUnit) === suggestion.start
	);
}
