import type { RatedError, RatedSegment, Rating } from '../../model/ratings.ts';
import { isCaptureDamage, type TypeId } from '../../model/typology.ts';
import { countWords } from '../../text/count-words.ts';

/** What one rater's work on one segment amounts to, and what it is measured by. */
type Unit = { points: number; size: number };

/** A way of scoring that has a name; whatever number it makes is shown with that name. */
export type Profile = {
	name: string;
	/** Whether more points make a better score. */
	isHigherBetter: boolean;
	/** What a rater's marks in a segment amount to; nothing where the profile has no score for them. */
	points(rating: Rating): number | undefined;
	/** By what a segment is measured: 1 where every segment counts alike. */
	size(segment: Pick<RatedSegment, 'source' | 'target'>): number;
	/** The score of segments, from the sums of their points and sizes. */
	score(sum: Unit): number;
};

const errorsOf = ({ errors }: Rating) =>
	// Attention checks and damage by a host are no fault of a translation.
	errors.filter(({ kind, type }) => kind === 'error' && !(type && isCaptureDamage(type)));

/** Add weights that are whole tenths, so that 0.1 and 0.2 make 0.3. */
const addTenths = (rating: Rating, weigh: (error: RatedError) => number) =>
	errorsOf(rating).reduce((sum, error) => sum + Math.round(10 * weigh(error)), 0) / 10;

const isNonTranslation = (category: string) =>
	/non.translation/i.test(category) || category === 'linguistic/unintelligible';

const mean = ({ points, size }: Unit) => points / size;

/**
 * Freitag et al. 2021, “Experts, Errors, and Context” (arXiv 2104.14478), table 9, and `score_mqm.py` of
 * google/wmt-mqm-human-evaluation: non-translation 25, major 5, minor 1, minor punctuation 0.1, neutral 0. A
 * segment is the mean over its raters, a system the mean over its segments. Lower is better; the published scores
 * have the sign turned. There is no critical level; one counts as major.
 */
const google: Profile = {
	name: 'google',
	isHigherBetter: false,
	points: (rating) =>
		addTenths(rating, ({ category, type, level }) => {
			if (level === null || level === 'neutral') return 0;
			if (level === 'minor') return type === 'linguistic/punctuation' ? 0.1 : 1;
			return isNonTranslation(category) ? 25 : 5;
		}),
	size: () => 1,
	score: mean,
};

/**
 * The defaults of Marot (google-research/mt-metrics-eval, `marot.js`): the first pattern that `severity:category`
 * matches gives the weight. Sums, means and direction as in `google`.
 */
const marotWeights: readonly [pattern: RegExp, weight: number][] = [
	[/minor:.*punctuation|trivial:/, 0.1],
	[/:.*reinterpretation/, 0],
	[/:source/, 0],
	[/non.translation/, 25],
	[/minor/, 1],
	[/major/, 5],
	[/critical/, 5],
];
const marot: Profile = {
	name: 'marot',
	isHigherBetter: false,
	points: (rating) =>
		addTenths(rating, ({ severity, category }) => {
			const label = `${severity}:${category}`.toLowerCase();
			return marotWeights.find(([pattern]) => pattern.test(label))?.[1] ?? 0;
		}),
	size: () => 1,
	score: mean,
};

/** MQM's own scale: from a penalty for each reference length to a quality score with a passing threshold. */
export type Calibration = {
	/** The score at which a text just passes. */
	passing: number;
	/** The penalty points that a thousand words may just have. */
	acceptable: number;
};

const mqmWeights = { neutral: 0, minor: 1, major: 5, critical: 25 };

/**
 * MQM 2.0 (MQM Council, themqm.org, “The MQM Scoring Models”): the raw linear score 100 · (1 − APT / EWC), with
 * multipliers 0, 1, 5, 25; APT adds up source and target, several raters' are a mean. EWC is as BYU's scorecard
 * counts it: the target split at single spaces. Calibrated, it is 100 − ONPT · SF, where ONPT is the penalty for
 * a thousand words and SF = (100 − passing) / acceptable.
 */
function mqmRaw(calibration?: Calibration): Profile {
	return {
		name: calibration
			? `mqm-calibrated(${calibration.passing}:${calibration.acceptable})`
			: 'mqm-raw',
		isHigherBetter: true,
		points: (rating) =>
			errorsOf(rating).reduce((sum, { level }) => sum + (level ? mqmWeights[level] : 0), 0),
		size: ({ target }) => target.split(' ').length,
		score: ({ points, size }) =>
			calibration
				? 100 - ((points * 1000) / size) * ((100 - calibration.passing) / calibration.acceptable)
				: (100 * (size - points)) / size,
	};
}

/**
 * Error Span Annotation (Kocmi et al. 2024, arXiv 2406.11580): the rater's own score of the segment from 0 to
 * 100; the spans have led the rater to it and are not added up. A rating without such a score has none.
 */
const esa: Profile = {
	name: 'esa',
	isHigherBetter: true,
	points: ({ score }) => score,
	size: () => 1,
	score: mean,
};

type J2450 = 'WT' | 'SE' | 'OM' | 'SA' | 'SP' | 'PE' | 'ME';
const j2450Weights: { [category in J2450]: [serious: number, minor: number] } = {
	...{ WT: [5, 2], SE: [4, 2], OM: [4, 2], SA: [4, 2] },
	...{ SP: [3, 1], PE: [2, 1], ME: [3, 1] },
};
const j2450Categories: { [type in TypeId]?: J2450 } = {
	...{
		'accuracy/mistranslation': 'WT',
		'accuracy/false-friend': 'WT',
		'terminology/wrong-term': 'WT',
	},
	...{ 'terminology/inconsistent': 'WT', 'accuracy/untranslated': 'OM', 'accuracy/omission': 'OM' },
	...{ 'accuracy/role-reversal': 'SE', 'linguistic/word-order': 'SE', 'style/calque': 'SE' },
	...{
		'linguistic/unintelligible': 'SE',
		'linguistic/grammar': 'SA',
		'linguistic/function-words': 'SA',
	},
	...{ 'linguistic/spelling': 'SP', 'linguistic/encoding': 'SP', 'linguistic/punctuation': 'PE' },
};

/**
 * SAE J2450 (SAE International, 2001, revised 2016): wrong term 5/2, syntactic 4/2, omission 4/2, word structure
 * or agreement 4/2, misspelling 3/1, punctuation 2/1, miscellaneous 3/1, serious and minor, over the words of the
 * source. Our types are put into its seven categories; the weights are as quoted in the literature, since the
 * standard itself is sold. Words of a script without spaces are not told apart.
 */
const j2450: Profile = {
	name: 'j2450',
	isHigherBetter: false,
	points: (rating) =>
		errorsOf(rating).reduce((sum, { type, level }) => {
			if (level === null || level === 'neutral') return sum;
			const [serious, minor] = j2450Weights[(type && j2450Categories[type]) ?? 'ME'];
			return sum + (level === 'minor' ? minor : serious);
		}, 0),
	size: ({ source }) => countWords(source),
	score: mean,
};

/** The names of the profiles. */
export const profileNames = ['google', 'marot', 'mqm-raw', 'esa', 'j2450'] as const;

/** Find a profile by its name; only `mqm-raw` can be calibrated. */
export function findProfile(name: string, calibration?: Calibration): Profile | undefined {
	if (name === 'mqm-raw') return mqmRaw(calibration);
	return calibration ? undefined : [google, marot, esa, j2450].find((one) => one.name === name);
}
