import type { Article, Note } from '../model/article.ts';
import {
	confidences,
	isCaptureDamage,
	severities,
	type Confidence,
	type Severity,
} from '../model/typology.ts';

/**
 * Scores of one article, from its notes and its length in words.
 *
 * The score is MQM 2.0's raw linear one (MQM Council, themqm.org, “The MQM Scoring Models”):
 *
 *     QS = 100 · (1 − APT / EWC)
 *
 * APT, the absolute penalty total, adds up the notes' multipliers; EWC, the evaluation word count, is the
 * words of the captured text. 100 is a text without a note. There is no floor: where the penalty points
 * outnumber the words, the score is below 0.
 *
 * It is a band. Its upper end counts the notes that are `certain` and no others, its lower end all notes. So
 * the band holds the annotators' doubt whether a fault is one, and no other doubt: not what they overlooked,
 * not whether a severity is right.
 */
export const mqmProfile = {
	name: 'MQM 2.0 raw, 1/5/25',
	/** Penalty points for a note of each severity. */
	multipliers: { minor: 1, major: 5, critical: 25 },
	/** The sample that MQM advises, in words. */
	sample: { fewest: 500, most: 20_000 },
} as const;

/** Two ends of a figure, `low` never above `high`. */
export type Band = { low: number; high: number };

/** How many notes of each severity have each confidence. */
export type Counts = Record<Severity, Record<Confidence, number>>;

/** A score with all that it was computed from. */
export type Score = {
	counts: Counts;
	/** Penalty points: of the notes that are certain, and of all notes. */
	penalty: { certain: number; all: number };
	/** Not rounded; absent where the text has no words. See `roundBand`. */
	band: Band | undefined;
	/** Critical notes of any confidence. One is enough: the text fails whatever the score. */
	critical: number;
};

export type ScoreCard = {
	words: number;
	/** Absent for a text that is not a translation. */
	translation: Score | undefined;
	/** Of `capture/*` notes, which the translation is never charged with. */
	capture: Score;
	/** See `computeWmtPenalty`; absent as `translation` is, and where the text has no words. */
	wmt: Band | undefined;
	/** Whether the original is held; MQM's accuracy presupposes it. */
	isSourceSeen: boolean;
	/** Whether the text has fewer words than MQM advises. */
	isShort: boolean;
};

type ScoredNote = Pick<Note, 'type' | 'severity' | 'confidence'>;

/** Score an article's translation and the damage of its capture, apart. */
export function computeScoreCard({
	notes,
	words,
	record,
}: Pick<Article, 'words'> & {
	notes: readonly ScoredNote[];
	record: { verdict: Article['record']['verdict']; original: { held: boolean } };
}): ScoreCard {
	const isTranslation = record.verdict !== 'native';
	const faults = notes.filter(({ type }) => !isCaptureDamage(type));
	return {
		words,
		translation: isTranslation ? computeScore(faults, words) : undefined,
		capture: computeScore(
			notes.filter(({ type }) => isCaptureDamage(type)),
			words,
		),
		wmt: isTranslation ? computeWmtPenalty(faults, words) : undefined,
		isSourceSeen: record.original.held,
		isShort: words < mqmProfile.sample.fewest,
	};
}

/** Score notes by `mqmProfile` against `words`. */
export function computeScore(notes: readonly ScoredNote[], words: number): Score {
	const pointsOf = (counted: readonly ScoredNote[]) =>
		counted.reduce((sum, { severity }) => sum + mqmProfile.multipliers[severity], 0);
	const penalty = { certain: pointsOf(notes.filter(isCertain)), all: pointsOf(notes) };
	// One division, of whole numbers: a score that is whole stays so.
	const scoreOf = (points: number) => (100 * (words - points)) / words;
	return {
		counts: countByConfidence(notes),
		penalty,
		band: words > 0 ? { low: scoreOf(penalty.all), high: scoreOf(penalty.certain) } : undefined,
		critical: notes.filter(({ severity }) => severity === 'critical').length,
	};
}

/**
 * Add up the weights of WMT's annotation (Freitag et al. 2021, arXiv 2104.14478), per 100 words; the more, the
 * worse. Minor 1, minor punctuation 0.1, major 5, non-translation 25; there is no critical level, so a critical
 * note counts as major. As non-translation counts a major or critical note of `linguistic/unintelligible`.
 *
 * Theirs is a mean over rated segments of at most five errors each. Segments are not rated here, so there is no
 * such limit, and the unit is 100 words. The band is that of the score: low counts what is certain.
 */
export function computeWmtPenalty(notes: readonly ScoredNote[], words: number): Band | undefined {
	if (words <= 0) return undefined;
	const per100 = (counted: readonly ScoredNote[]) =>
		// Counted in tenths, which are whole, and divided once.
		(10 * counted.reduce((sum, note) => sum + wmtTenths(note), 0)) / words;
	return { low: per100(notes.filter(isCertain)), high: per100(notes) };
}

/**
 * Round a band so that it never becomes narrower: down at the low end, up at the high end. Where both ends are
 * one number, nothing is in doubt, and it is rounded to the nearest.
 *
 * @param unit how many parts a whole has: 1 for whole numbers, 10 for tenths
 */
export function roundBand({ low, high }: Band, unit: 1 | 10 = 1): Band {
	// A tenth is not exact in binary: 1.1 · 10 is more than 11, and must not be rounded up to 12.
	const parts = (end: number) => Number((end * unit).toFixed(9));
	if (low === high)
		return { low: Math.round(parts(low)) / unit, high: Math.round(parts(low)) / unit };
	return { low: Math.floor(parts(low)) / unit, high: Math.ceil(parts(high)) / unit };
}

function countByConfidence(notes: readonly ScoredNote[]): Counts {
	const count = (severity: Severity, confidence: Confidence) =>
		notes.filter((note) => note.severity === severity && note.confidence === confidence).length;
	return Object.fromEntries(
		severities.map((severity) => [
			severity,
			Object.fromEntries(
				confidences.map((confidence) => [confidence, count(severity, confidence)]),
			),
		]),
	) as Counts;
}

function wmtTenths({ type, severity }: ScoredNote): number {
	if (severity === 'minor') return type === 'linguistic/punctuation' ? 1 : 10;
	return type === 'linguistic/unintelligible' ? 250 : 50;
}

function isCertain({ confidence }: ScoredNote): boolean {
	return confidence === 'certain';
}
