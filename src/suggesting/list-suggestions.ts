import { codePointLength, sliceCodePoints, toCodePoint } from '../text/code-points.ts';
import type { Paragraph } from '../text/paragraphs.ts';
import { widenToWords } from '../text/whole-words.ts';
import { suggestionRules } from './suggestion-rules.ts';
import type { Finding, SuggestingContext, Suggestion, SuggestionRule } from './suggestion.ts';

/** A context that knows where its paragraphs stand in the whole text. */
export type PlacedContext = Omit<SuggestingContext, 'paragraphs'> & {
	text: string;
	paragraphs: readonly Paragraph[];
};

/** List what every rule that concerns the text suggests, in the order of the text. */
export function listSuggestions(
	context: PlacedContext,
	rules: readonly SuggestionRule[] = suggestionRules,
): Suggestion[] {
	const isTranslated = !/^en\b/.test(context.sourceLanguage);
	return rules
		.filter(({ concerns }) => concerns === 'text' || isTranslated)
		.flatMap((rule) => placeFindings(context, rule, rule.find(context)))
		.sort((a, b) => a.start - b.start || a.end - b.end);
}

function placeFindings(
	{ paragraphs, text }: PlacedContext,
	rule: SuggestionRule,
	findings: readonly Finding[],
): Suggestion[] {
	const counted = new Map<string, number>();
	return withoutOverlaps(findings).flatMap((finding) => {
		const paragraph = paragraphs.find(({ number }) => number === finding.paragraph);
		if (!paragraph || finding.endCodeUnit <= finding.startCodeUnit) return [];
		const [place = finding] = widenToWords(paragraph.text, [finding]);
		const exact = paragraph.text.slice(place.startCodeUnit, place.endCodeUnit);
		const start = toCodePoint(text, paragraph.startCodeUnit + place.startCodeUnit);
		const key = `${rule.id}.p${paragraph.number}.${slugOf(exact)}`;
		const count = (counted.get(key) ?? 0) + 1;
		counted.set(key, count);
		return [
			{
				id: count === 1 ? key : `${key}.${count}`,
				rule: rule.id,
				paragraph: paragraph.number,
				start,
				end: start + codePointLength(exact),
				exact,
				type: finding.type ?? rule.type,
				severity: finding.severity ?? rule.severity,
				message: finding.message ?? rule.message,
				correction: finding.correction,
			},
		];
	});
}

/** Of findings of one rule that overlap keep the one that begins first, and of these the longest. */
function withoutOverlaps(findings: readonly Finding[]): Finding[] {
	const sorted = findings.toSorted(
		(a, b) =>
			a.paragraph - b.paragraph ||
			a.startCodeUnit - b.startCodeUnit ||
			b.endCodeUnit - a.endCodeUnit,
	);
	const kept: Finding[] = [];
	for (const finding of sorted) {
		const last = kept.at(-1);
		const overlaps =
			last?.paragraph === finding.paragraph && finding.startCodeUnit < last.endCodeUnit;
		if (!overlaps) kept.push(finding);
	}
	return kept;
}

/** Words as an id can hold them: letters and digits of any alphabet, at most forty code points. */
function slugOf(words: string): string {
	const slug = words
		.toLowerCase()
		.replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
		.replace(/^-|-$/g, '');
	return sliceCodePoints(slug, 0, 40) || 'mark';
}
