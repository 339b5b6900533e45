import type { Article } from '../model/article.ts';
import type { Reading } from '../model/reading.ts';

/** A span that a reader flagged; offsets are code points of the captured text, `end` exclusive. */
export type FlaggedSpan = { start: number; end: number; type: string; severity: string };

/** How far two independent readings of one text agree; every share is between 0 and 1. */
export type Agreement = {
	first: number;
	second: number;
	/** How many notes of each reading overlap one of the other's. */
	firstTouched: number;
	secondTouched: number;
	/** Notes of the first reading that have a partner: the note of the second that overlaps them most. */
	pairs: number;
	sameSpan: number;
	sameType: number;
	sameFamily: number;
	sameSeverity: number;
	/** Cohen's kappa over the code points of the text: flagged or not. */
	kappa: number;
};

/** Compare two readings of a text of `length` code points. */
export function computeAgreement(
	first: readonly FlaggedSpan[],
	second: readonly FlaggedSpan[],
	length: number,
): Agreement {
	const pairs = first.flatMap((span) => {
		const partner = findPartner(span, second);
		return partner ? [[span, partner] as const] : [];
	});
	const count = (isSame: (a: FlaggedSpan, b: FlaggedSpan) => boolean) =>
		pairs.filter(([a, b]) => isSame(a, b)).length;
	return {
		first: first.length,
		second: second.length,
		firstTouched: pairs.length,
		secondTouched: second.filter((span) => findPartner(span, first)).length,
		pairs: pairs.length,
		sameSpan: count((a, b) => a.start === b.start && a.end === b.end),
		sameType: count((a, b) => a.type === b.type),
		sameFamily: count((a, b) => familyOf(a) === familyOf(b)),
		sameSeverity: count((a, b) => a.severity === b.severity),
		kappa: computeKappa(flag(first, length), flag(second, length)),
	};
}

/** Compare the two readings kept with an article. */
export function agreementOf({
	number,
	readings,
	length,
}: Pick<Article, 'number' | 'readings' | 'length'>) {
	const spansOf = (name: Reading['reading']) => readings.filter(({ reading }) => reading === name);
	return {
		number,
		length,
		agreement: computeAgreement(spansOf('first'), spansOf('second'), length),
	};
}

/** Add agreements up over several texts; kappa is the mean weighted by the texts' lengths. */
export function sumAgreements(
	parts: readonly { agreement: Agreement; length: number }[],
): Agreement {
	const total = parts.reduce((sum, { length }) => sum + length, 0);
	const add = (field: keyof Agreement) =>
		parts.reduce((sum, { agreement }) => sum + agreement[field], 0);
	return {
		first: add('first'),
		second: add('second'),
		firstTouched: add('firstTouched'),
		secondTouched: add('secondTouched'),
		pairs: add('pairs'),
		sameSpan: add('sameSpan'),
		sameType: add('sameType'),
		sameFamily: add('sameFamily'),
		sameSeverity: add('sameSeverity'),
		kappa:
			total === 0
				? 0
				: parts.reduce((sum, { agreement, length }) => sum + agreement.kappa * length, 0) / total,
	};
}

/** Find the span that overlaps `span` by the most code points; the earliest of several. */
function findPartner(span: FlaggedSpan, others: readonly FlaggedSpan[]): FlaggedSpan | undefined {
	let best: FlaggedSpan | undefined;
	let most = 0;
	for (const other of others) {
		const overlap = Math.min(span.end, other.end) - Math.max(span.start, other.start);
		if (overlap <= most) continue;
		most = overlap;
		best = other;
	}
	return best;
}

function familyOf({ type }: FlaggedSpan): string {
	return type.slice(0, type.indexOf('/'));
}

function flag(spans: readonly FlaggedSpan[], length: number): boolean[] {
	const flags = new Array<boolean>(length).fill(false);
	for (const { start, end } of spans) flags.fill(true, start, end);
	return flags;
}

function computeKappa(first: readonly boolean[], second: readonly boolean[]): number {
	const length = first.length;
	if (length === 0) return 0;
	const share = (flags: readonly boolean[]) => flags.filter(Boolean).length / length;
	const observed = first.filter((flagged, at) => flagged === second[at]).length / length;
	const [a, b] = [share(first), share(second)];
	const expected = a * b + (1 - a) * (1 - b);
	return expected === 1 ? 1 : (observed - expected) / (1 - expected);
}
