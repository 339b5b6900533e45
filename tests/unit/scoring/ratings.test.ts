import { expect, test } from 'vitest';
import { judgeLabels } from '../../../src/exchange/crosswalk.ts';
import type { RatedDocument, RatedError, Rating } from '../../../src/model/ratings.ts';
import { intervalOf, resample } from '../../../src/scoring/ratings/bootstrap.ts';
import { findProfile, type Profile } from '../../../src/scoring/ratings/profiles.ts';
import { reportScores } from '../../../src/scoring/ratings/score-report.ts';

function error(category: string, severity: string, span: [number, number] = [0, 3]): RatedError {
	const judged = judgeLabels(category, severity);
	if ('unknown' in judged) throw new Error(judged.label);
	const [start, end] = span;
	return { ...judged, side: 'target', spans: [{ side: 'target', start, end }], category, severity };
}
const rating = (rater: string, ...errors: RatedError[]): Rating => ({ rater, errors });
function profileOf(name: string, calibration?: { passing: number; acceptable: number }): Profile {
	const profile = findProfile(name, calibration);
	if (!profile) throw new Error(name);
	return profile;
}
const document = (system: string, ...lists: Rating[][]) => ({
	number: 1,
	document: {
		system,
		document: 'd',
		segments: lists.map((ratings, index) => ({
			id: String(index + 1),
			source: 'eins zwei drei vier',
			target: 'one two three four',
			ratings,
		})),
	} satisfies RatedDocument,
});
const scoresOf = (name: string, ...errors: RatedError[]) =>
	profileOf(name).points(rating('r', ...errors));

test.each([
	['Accuracy/Mistranslation', 'Major', 5],
	['Accuracy/Mistranslation', 'Minor', 1],
	['Accuracy/Mistranslation', 'Critical', 5],
	['Fluency/Punctuation', 'Minor', 0.1],
	['Fluency/Punctuation', 'Major', 5],
	['Non-translation!', 'Major', 25],
	['Style/Awkward', 'Neutral', 0],
	['No-error', 'No-error', 0],
	['HOTW-test', 'HOTW-test', 0],
])('google weighs %s, %s with %d', (category, severity, weight) => {
	expect(scoresOf('google', error(category, severity))).toBe(weight);
});

test.each([
	['Source error', 'Major', 0],
	['Creative Reinterpretation', 'Major', 0],
	['Fluency/Punctuation', 'Trivial', 0.1],
	['Non-translation!', 'Major', 25],
	['Style/Awkward', 'Critical', 5],
	['HOTW-test', 'Major', 0],
])('marot weighs %s, %s with %d', (category, severity, weight) => {
	expect(scoresOf('marot', error(category, severity))).toBe(weight);
});

test('tenths add up exactly', () => {
	const minor = error('Fluency/Punctuation', 'Minor');
	expect(scoresOf('google', minor, minor, minor)).toBe(0.3);
});

test('a segment is the mean over its raters, a system the mean over its segments', () => {
	const bad = error('Style/Awkward', 'Major');
	const set = [document('A', [rating('r1', bad, bad), rating('r2')], [rating('r1', bad)])];
	const by = (kind: 'segment' | 'article' | 'system') =>
		reportScores(set, profileOf('google'), kind).rows.map(({ profile, score }) => [profile, score]);
	expect(by('segment')).toEqual([
		['google', 5],
		['google', 5],
	]);
	expect(by('article')).toEqual([['google', 5]]);
	expect(by('system')).toEqual([['google', 5]]);
});

test('a segment told in two wordings is one unit', () => {
	const set = document('A', [rating('r', error('Style/Awkward', 'Major'))]);
	const [segment] = set.document.segments;
	if (!segment) throw new Error('none');
	set.document.segments.push({ ...segment, target: 'one  two' });
	expect(reportScores([set], profileOf('google'), 'segment').rows).toMatchObject([{ score: 10 }]);
});

test('MQM is raw or calibrated, over the words of the target', () => {
	const set = [document('A', [rating('r', error('Style/Awkward', 'Minor'))])];
	const score = (profile: Profile) => reportScores(set, profile, 'system').rows[0];
	expect(score(profileOf('mqm-raw'))).toMatchObject({ profile: 'mqm-raw', score: 75, size: 4 });
	// 250 points for a thousand words, where 500 may just be: half of the way from 100 to 95.
	expect(score(profileOf('mqm-raw', { passing: 95, acceptable: 500 }))).toMatchObject({
		profile: 'mqm-calibrated(95:500)',
		score: 97.5,
	});
});

test('J2450 weighs by its own categories over the words of the source', () => {
	const set = [
		document('A', [
			rating('r', error('Accuracy/Mistranslation', 'Major'), error('Fluency/Punctuation', 'Minor')),
		]),
	];
	expect(reportScores(set, profileOf('j2450'), 'system').rows[0]?.score).toBe(6 / 4);
});

test('ESA takes the rater’s own score, and says where there is none', () => {
	const set = [document('A', [{ ...rating('r'), score: 66 }, rating('s')])];
	const report = reportScores(set, profileOf('esa'), 'segment');
	expect(report.rows).toMatchObject([{ profile: 'esa', score: 66 }]);
	expect(report.unscored.ratings).toBe(1);
});

test('intervals are the same each time and hold the score', () => {
	const parts = Array.from({ length: 200 }, (_, index) => ({ points: index % 7, size: 1 }));
	const interval = intervalOf(resample(parts, profileOf('google')));
	expect(interval).toEqual(intervalOf(resample(parts, profileOf('google'))));
	expect(interval?.low).toBeLessThan(2.985);
	expect(interval?.high).toBeGreaterThan(2.985);
	expect(intervalOf([])).toBeUndefined();
});

test('systems that the segments do not tell apart are said to be so', () => {
	const major = error('Style/Awkward', 'Major');
	const minor = error('Style/Awkward', 'Minor');
	const lists = (pick: (index: number) => RatedError[]) =>
		Array.from({ length: 60 }, (_, index) => [rating('r', ...pick(index))]);
	const set = [
		document('A', ...lists((index) => (index % 2 ? [minor] : []))),
		document('B', ...lists((index) => (index % 2 ? [] : [minor]))),
		document('C', ...lists(() => [major, minor])),
	];
	const { rows, undistinguished } = reportScores(set, profileOf('google'), 'system');
	expect(rows.at(-1)?.system).toBe('C');
	expect(undistinguished.map(({ systems }) => systems)).toEqual([['A', 'B']]);
});

test('raters of one segment are compared, and those of none are not', () => {
	const set = [
		document('A', [
			rating('r', error('Style/Awkward', 'Major', [0, 3])),
			rating('s', error('Style/Awkward', 'Minor', [0, 3])),
		]),
	];
	expect(reportScores(set, profileOf('google'), 'system').agreement).toMatchObject({
		...{ segments: 1, pairs: 1, sameSpan: 1, sameType: 1, sameSeverity: 0, kappa: 1 },
	});
	const alone = [document('A', [rating('r')])];
	expect(reportScores(alone, profileOf('google'), 'system').agreement).toBeUndefined();
});
