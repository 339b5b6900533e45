/**
 * Score articles by the marks of their raters or editors, under a profile whose name stands beside every number.
 *
 *   npm run score -- --profile <name> --by segment|article|system [--from <folder>] [--json]
 *
 * Profiles: google, marot, mqm-raw, esa, j2450; `src/scoring/ratings/profiles.ts` says what each adds up.
 * `--calibrate 95:5` puts mqm-raw on MQM's calibrated scale: the passing score and the penalty points that a
 * thousand words may have. `--from` is a folder of articles, content/articles where nothing is said.
 */
import { parseArgs } from 'node:util';
import { findProfile, profileNames } from '../src/scoring/ratings/profiles.ts';
import {
	reportScores,
	type ScoredBy,
	type ScoreReport,
	type ScoreRow,
} from '../src/scoring/ratings/score-report.ts';
import { reasonOf, refuse } from './exchange/print.ts';
import { readDocuments } from './exchange/read-documents.ts';

const usage = `Usage: npm run score -- --profile <${profileNames.join('|')}> --by <segment|article|system> [--from <folder>] [--calibrate <passing>:<points>] [--json]`;
/** The words that a sample should have, as MQM advises. */
const FEWEST_WORDS = 500;

const { profileName, by, from, calibrate, isJson } = readArguments();
const profile =
	findProfile(profileName, calibrate) ?? refuse(`There is no such profile.\n${usage}`, 2);
try {
	const { documents, withheld } = readDocuments(from);
	const report = reportScores(documents, profile, by);
	if (isJson) console.log(JSON.stringify({ by, ...report, withheld }, null, '\t'));
	else {
		for (const row of report.rows) console.log(formatRow(row));
		for (const line of remarksOf(report)) console.error(line);
		for (const { what, count } of withheld) console.error(`Not scored: ${count} ${what}.`);
	}
} catch (error) {
	refuse(reasonOf(error));
}

function formatRow({
	profile,
	system,
	document,
	article,
	segment,
	position,
	score,
	segments,
	size,
	interval,
}: ScoreRow) {
	const of = [
		system,
		...(document === undefined ? [] : [document, `no. ${article}`]),
		...(segment === undefined ? [] : [position ?? segment, segment]),
	];
	const measured =
		segment === undefined
			? [`${segments} segments`, ...(size === segments ? [] : [`${size} words`])]
			: [];
	const range = interval ? [`95 % ${interval.low.toFixed(6)} to ${interval.high.toFixed(6)}`] : [];
	return [...of, `${profile} ${score.toFixed(6)}`, ...range, ...measured].join('\t');
}

function remarksOf({ rows, undistinguished, agreement, unscored, profile }: ScoreReport): string[] {
	const short = rows.filter(
		({ size, segments, segment }) =>
			segment === undefined && size !== segments && size < FEWEST_WORDS,
	);
	return [
		...undistinguished.map(
			({ systems: [a, b], segments, difference }) =>
				`Not distinguishable under ${profile}: ${a} and ${b} (difference ${difference.low.toFixed(3)} to ${difference.high.toFixed(3)} over ${segments} segments).`,
		),
		...(agreement
			? [
					`Raters (${agreement.segments} segments with several): ${percent(agreement.firstTouched + agreement.secondTouched, agreement.first + agreement.second)} of the marks overlap one of the other’s; of these pairs ${percent(agreement.sameSpan, agreement.pairs)} have the same span, ${percent(agreement.sameType, agreement.pairs)} the same type, ${percent(agreement.sameSeverity, agreement.pairs)} the same severity; kappa over characters ${agreement.kappa.toFixed(3)}.`,
				]
			: ['Raters: no segment has several, so nothing is known of their agreement.']),
		...(short.length > 0
			? [
					`${short.length} of these have fewer than ${FEWEST_WORDS} words: go by the counts and the interval, not by the number.`,
				]
			: []),
		...(unscored.ratings > 0
			? [`${unscored.ratings} ratings have no score under ${profile}.`]
			: []),
		...(unscored.errors > 0 ? [`${unscored.errors} errors have no severity.`] : []),
	];
}

function percent(part: number, whole: number): string {
	return whole === 0 ? 'none' : `${((100 * part) / whole).toFixed(1)} %`;
}

function readArguments() {
	try {
		const { values } = parseArgs({
			options: {
				profile: { type: 'string' },
				by: { type: 'string' },
				from: { type: 'string' },
				calibrate: { type: 'string' },
				json: { type: 'boolean', default: false },
			},
		});
		const { profile, by, calibrate } = values;
		if (profile === undefined || !['segment', 'article', 'system'].includes(by ?? ''))
			refuse(usage, 2);
		const [passing, acceptable] = (calibrate ?? '').split(':').map(Number);
		const isCalibrated = calibrate !== undefined;
		if (isCalibrated && !(Number(passing) < 100 && Number(acceptable) > 0)) refuse(usage, 2);
		return {
			profileName: profile,
			by: by as ScoredBy,
			from: values.from,
			calibrate: isCalibrated ? { passing: passing ?? 0, acceptable: acceptable ?? 1 } : undefined,
			isJson: values.json,
		};
	} catch (error) {
		return refuse(`${reasonOf(error)}\n${usage}`, 2);
	}
}
