import type { Finding, SuggestingContext } from './suggestion.ts';

/** What a pattern's match says beside its place; nothing where the match is to be passed over. */
type Judge = (
	match: RegExpExecArray,
	text: string,
) => Pick<Finding, 'message' | 'correction' | 'type' | 'severity'> | undefined;

/**
 * Find every match of `pattern`, which has the flags `d`, `g` and `u`, in every paragraph. The group `at`,
 * where the pattern has one, is what is marked; else the whole match.
 */
export function flagPattern(
	{ paragraphs }: Pick<SuggestingContext, 'paragraphs'>,
	pattern: RegExp,
	judge: Judge = () => ({}),
): Finding[] {
	return paragraphs.flatMap(({ number, text }) =>
		[...text.matchAll(pattern)].flatMap((match): Finding[] => {
			const judged = judge(match, text);
			const place = match.indices?.groups?.['at'] ?? match.indices?.[0];
			if (!judged || !place) return [];
			return [{ paragraph: number, startCodeUnit: place[0], endCodeUnit: place[1], ...judged }];
		}),
	);
}

/** Keep the first finding of each paragraph: readers note a mark that recurs once. */
export function firstOfParagraph(findings: readonly Finding[]): Finding[] {
	return firstBy(findings, ({ paragraph }) => String(paragraph));
}

/** Keep the first finding of all: what a text does throughout is noted once. */
export function firstOfText(findings: readonly Finding[]): Finding[] {
	return findings.slice(0, 1);
}

/** Give the words that a finding marks, in small letters. */
export function wordsAt({ paragraphs }: Pick<SuggestingContext, 'paragraphs'>) {
	return ({ paragraph, startCodeUnit, endCodeUnit }: Finding): string =>
		paragraphs
			.find(({ number }) => number === paragraph)
			?.text.slice(startCodeUnit, endCodeUnit)
			.toLowerCase() ?? '';
}

/** Keep the first finding of each key. */
export function firstBy(
	findings: readonly Finding[],
	keyOf: (finding: Finding) => string,
): Finding[] {
	const seen = new Set<string>();
	return findings.filter((finding) => {
		const key = keyOf(finding);
		return !seen.has(key) && seen.add(key);
	});
}

/** Write strings as alternatives of a pattern, the longest first; of none, one that matches nothing. */
export function anyOf(words: readonly string[]): string {
	if (words.length === 0) return '(?!)';
	const escaped = words
		.toSorted((a, b) => b.length - a.length)
		.map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'));
	return `(?:${escaped.join('|')})`;
}

/** List the names of one kind that the archive knows. */
export function namesOf(
	{ names }: Pick<SuggestingContext, 'names'>,
	kind: 'person' | 'organisation',
): string[] {
	return [...new Set(names.filter((name) => name.kind === kind).flatMap((name) => name.names))];
}

/** Say whether a place of `text` stands inside quotation marks, by the marks that come before it. */
export function isQuoted(text: string, codeUnit: number): boolean {
	const before = text.slice(0, codeUnit);
	const opened = before.match(/[«“„]/gu)?.length ?? 0;
	const closed = before.match(/[»”]/gu)?.length ?? 0;
	return opened > closed;
}
