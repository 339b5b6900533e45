import type { ArticleEntry } from '../model/article.ts';
import { dimensions, severities, typology, type Dimension } from '../model/typology.ts';
import { computeScoreCard, mqmProfile, roundBand, type Band } from '../scoring/score-card.ts';
import type { Tally } from '../scoring/tabulate-notes.ts';
import { formatCsv } from './format-csv.ts';

/**
 * Write tallies as CSV: what was counted, its label for readers, then articles, words, notes, and the notes
 * by severity, by family and by type. The name of a family or type is the typology's id.
 */
export function tallyCsv(tallies: readonly Tally[], labelOf: (id: string) => string): string {
	const families = Object.keys(dimensions) as Dimension[];
	const types = typology.map(({ id }) => id);
	return formatCsv(
		['id', 'label', 'articles', 'words', 'notes', ...severities, ...families, ...types],
		tallies.map((tally) => [
			tally.id,
			labelOf(tally.id),
			tally.articles,
			tally.words,
			tally.notes,
			...severities.map((severity) => tally.bySeverity[severity]),
			...families.map((family) => tally.byFamily[family]),
			...types.map((type) => tally.byType[type]),
		]),
	);
}

/**
 * Write the scores of articles as CSV, the latest first. Ends are rounded outwards as on the pages; a cell is
 * empty where there is no such score.
 */
export function scoresCsv(articles: readonly ArticleEntry[]): string {
	const ends = (band: Band | undefined, unit: 1 | 10 = 1) => {
		const { low, high } = band ? roundBand(band, unit) : {};
		return [low, high];
	};
	return formatCsv(
		[
			...['article', 'title', 'verdict', 'words', 'source_seen', 'profile', 'critical'],
			...['score_low', 'score_high', 'capture_low', 'capture_high', 'wmt_low', 'wmt_high'],
		],
		articles
			.toSorted((a, b) => b.number - a.number)
			.map((article) => {
				const { words, translation, capture, wmt, isSourceSeen } = computeScoreCard(article);
				return [
					article.number,
					article.record.title.supplied,
					article.record.verdict,
					words,
					String(isSourceSeen),
					mqmProfile.name,
					translation?.critical,
					...ends(translation?.band),
					...ends(capture.band),
					...ends(wmt, 10),
				];
			}),
	);
}
