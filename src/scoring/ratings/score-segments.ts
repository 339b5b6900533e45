import type { RatedDocument, RatedSegment } from '../../model/ratings.ts';
import type { Profile } from './profiles.ts';

/** A segment as a system translated it, with what its raters' marks amount to: the mean over the raters. */
export type ScoredSegment = {
	system: string;
	document: string;
	/** The article's number. */
	article: number;
	id: string;
	position: string | undefined;
	raters: number;
	points: number;
	size: number;
};

/** How many ratings a profile had no score for, and errors no weight, since they have no severity. */
export type Unscored = { ratings: number; errors: number };

/**
 * Score every rated segment. A segment whose text is told in several wordings is one: what counts is (system,
 * document, segment, rater).
 */
export function scoreSegments(
	documents: readonly { number: number; document: RatedDocument }[],
	profile: Profile,
): { segments: ScoredSegment[]; unscored: Unscored } {
	const unscored: Unscored = { ratings: 0, errors: 0 };
	const segments = documents.flatMap(({ number, document }) =>
		[...Map.groupBy(document.segments, keyOf).values()].flatMap((wordings): ScoredSegment[] => {
			const [first] = wordings;
			const byRater = new Map<string, number>();
			for (const { ratings } of wordings)
				for (const rating of ratings) {
					const points = profile.points(rating);
					if (points === undefined) unscored.ratings++;
					else byRater.set(rating.rater, (byRater.get(rating.rater) ?? 0) + points);
					unscored.errors += rating.errors.filter(
						({ kind, level }) => kind === 'error' && level === null,
					).length;
				}
			if (!first || byRater.size === 0) return [];
			const sum = [...byRater.values()].reduce((all, points) => all + points, 0);
			return [
				{
					system: document.system,
					document: document.document,
					article: number,
					id: first.id,
					position: first.position,
					raters: byRater.size,
					points: sum / byRater.size,
					size: profile.size(first),
				},
			];
		}),
	);
	return { segments, unscored };
}

/** Name a segment within its document, so that two systems' translations of it are known for the same. */
export function keyOf({ id, position }: Pick<RatedSegment, 'id' | 'position'>): string {
	return JSON.stringify([id, position]);
}

/** Score segments together; nothing where there is nothing to measure by. */
export function scoreTogether(
	segments: readonly Pick<ScoredSegment, 'points' | 'size'>[],
	profile: Profile,
): number | undefined {
	const points = segments.reduce((sum, one) => sum + one.points, 0);
	const size = segments.reduce((sum, one) => sum + one.size, 0);
	return size === 0 ? undefined : profile.score({ points, size });
}
