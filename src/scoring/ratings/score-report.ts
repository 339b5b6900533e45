import type { RatedDocument } from '../../model/ratings.ts';
import { codePointLength } from '../../text/code-points.ts';
import { computeAgreement, sumAgreements, type Agreement, type FlaggedSpan } from '../agreement.ts';
import { intervalOf, resample, type Interval } from './bootstrap.ts';
import type { Profile } from './profiles.ts';
import {
	keyOf,
	scoreSegments,
	scoreTogether,
	type ScoredSegment,
	type Unscored,
} from './score-segments.ts';

/** A number with the profile that made it, and with what it is of. */
export type ScoreRow = {
	profile: string;
	system: string;
	document?: string;
	article?: number;
	segment?: string;
	position?: string | undefined;
	score: number;
	segments: number;
	/** What the score was measured by: segments, or words. */
	size: number;
	interval?: Interval | undefined;
};

/** Two systems that the segments which both translated do not tell apart. */
export type Undistinguished = { systems: [string, string]; segments: number; difference: Interval };

export type ScoreReport = {
	profile: string;
	rows: ScoreRow[];
	undistinguished: Undistinguished[];
	/** Pairs of raters of one segment; absent where every segment has one rater. */
	agreement: (Agreement & { segments: number }) | undefined;
	unscored: Unscored;
};

export type ScoredBy = 'segment' | 'article' | 'system';
type Numbered = { number: number; document: RatedDocument };

/** Score documents under a profile: every segment, every article or every system, the best system first. */
export function reportScores(
	documents: readonly Numbered[],
	profile: Profile,
	by: ScoredBy,
): ScoreReport {
	const { segments, unscored } = scoreSegments(documents, profile);
	const systems = Map.groupBy(segments, ({ system }) => system);
	return {
		profile: profile.name,
		rows: listRows(segments, systems, profile, by),
		undistinguished: by === 'system' ? listUndistinguished(systems, profile) : [],
		agreement: agreementOf(documents),
		unscored,
	};
}

function listRows(
	segments: readonly ScoredSegment[],
	systems: ReadonlyMap<string, ScoredSegment[]>,
	profile: Profile,
	by: ScoredBy,
): ScoreRow[] {
	const row = (parts: readonly ScoredSegment[], names: Partial<ScoreRow>): ScoreRow[] => {
		const score = scoreTogether(parts, profile);
		const [first] = parts;
		if (score === undefined || !first) return [];
		return [
			{
				profile: profile.name,
				system: first.system,
				...names,
				score,
				segments: parts.length,
				size: parts.reduce((sum, { size }) => sum + size, 0),
				...(by !== 'segment' && { interval: intervalOf(resample(parts, profile)) }),
			},
		];
	};
	const namesOf = ({ document, article }: ScoredSegment) => ({ document, article });
	if (by === 'segment')
		return segments.flatMap((one) =>
			row([one], { ...namesOf(one), segment: one.id, position: one.position }),
		);
	if (by === 'article')
		return [...Map.groupBy(segments, ({ article }) => article).values()].flatMap((parts) =>
			parts[0] ? row(parts, namesOf(parts[0])) : [],
		);
	return [...systems.values()]
		.flatMap((parts) => row(parts, {}))
		.sort((a, b) => (profile.isHigherBetter ? b.score - a.score : a.score - b.score));
}

/**
 * List the pairs of systems whose difference, over the segments that both translated, may be none: 95 of a
 * hundred paired resamplings have 0 among them.
 */
function listUndistinguished(
	systems: ReadonlyMap<string, ScoredSegment[]>,
	profile: Profile,
): Undistinguished[] {
	const keyed = [...systems].map(([system, parts]) => ({
		system,
		parts: new Map(parts.map((part) => [JSON.stringify([part.document, keyOf(part)]), part])),
	}));
	const memory = new Map<string, number[]>();
	const scoresOf = (index: number, keys: readonly string[]) => {
		const name = `${index} ${keys.join(' ')}`;
		const known = memory.get(name);
		if (known) return known;
		const scores = resample(
			keys.flatMap((key) => keyed[index]?.parts.get(key) ?? []),
			profile,
		);
		memory.set(name, scores);
		return scores;
	};
	return keyed.flatMap((a, index) =>
		keyed.slice(index + 1).flatMap((b, offset): Undistinguished[] => {
			const common = [...a.parts.keys()].filter((key) => b.parts.has(key)).sort();
			const [left, right] = [scoresOf(index, common), scoresOf(index + 1 + offset, common)];
			const difference = intervalOf(left.map((score, at) => score - (right[at] ?? NaN)));
			if (!difference || difference.low > 0 || difference.high < 0) return [];
			return [{ systems: [a.system, b.system], segments: common.length, difference }];
		}),
	);
}

/** Compare the raters of each segment that has several, pair by pair. */
function agreementOf(documents: readonly Numbered[]): ScoreReport['agreement'] {
	let segments = 0;
	const parts = documents.flatMap(({ document }) =>
		document.segments.flatMap(({ target, ratings }) => {
			if (ratings.length < 2) return [];
			segments++;
			const length = codePointLength(target);
			const flagged = ratings.map(({ errors }): FlaggedSpan[] =>
				errors.flatMap(({ kind, spans, type, category, severity, level }) =>
					kind === 'error'
						? spans
								.filter(({ side }) => side === 'target')
								.map(({ start, end }) => ({
									start,
									end,
									type: type ?? category,
									severity: level ?? severity,
								}))
						: [],
				),
			);
			return flagged.flatMap((first, index) =>
				flagged
					.slice(index + 1)
					.map((second) => ({ agreement: computeAgreement(first, second, length), length })),
			);
		}),
	);
	return parts.length === 0 ? undefined : { ...sumAgreements(parts), segments };
}
