import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { setFormats } from '../../src/exchange/annotated/formats.ts';
import { readSet, writeSet, type SetFormat } from '../../src/exchange/annotated/reading.ts';
import type { RatedDocument } from '../../src/model/ratings.ts';
import { findProfile } from '../../src/scoring/ratings/profiles.ts';
import { reportScores } from '../../src/scoring/ratings/score-report.ts';

/** Real annotations of WMT 2021, which the project does not hold; CALQUE_DATA names the folder above theirs. */
const folder = join(process.env['CALQUE_DATA'] ?? '', 'wmt21-ted-zhen');
const table = readFileSync(join(folder, 'mqm_ted_zhen.tsv'), 'utf8');
const published = readFileSync(join(folder, 'mqm_ted_zhen.avg_seg_scores.tsv'), 'utf8');

const formats = [...setFormats.values()];
const mqm = setFormats.get('mqm-tsv') as SetFormat;
const set = readSet(mqm, table);
const rowsOf = (documents: readonly RatedDocument[]) =>
	documents.flatMap(({ system, document, segments }) =>
		segments.flatMap(({ id, source, target, ratings }) =>
			ratings.flatMap(({ rater, errors }) =>
				errors.map(({ kind, side, spans, category, severity }) => ({
					isError: kind === 'error',
					hasPlace: spans.length > 0,
					key: JSON.stringify([
						system,
						document,
						id,
						source,
						target,
						rater,
						side,
						spans,
						category,
						severity,
					]),
				})),
			),
		),
	);

test('every row is imported, and the one that is malformed is reported by its line', () => {
	expect(rowsOf(set.documents)).toHaveLength(9915);
	expect(set.remarks.map(({ line, stops }) => [line, stops])).toEqual([[9622, undefined]]);
});

test('every published segment score is reproduced', () => {
	const google = findProfile('google');
	if (!google) throw new Error('no profile');
	const documents = set.documents.map((document, number) => ({ number, document }));
	const { rows } = reportScores(documents, google, 'segment');
	const ours = new Map(rows.map(({ system, segment, score }) => [`${system} ${segment}`, score]));
	const theirs = published
		.split('\n')
		.slice(1)
		.flatMap((line) => {
			const [system = '', score = '', segment = ''] = line.split(/[\t ]/);
			// The references have other names there.
			const name = { 'ref-A': 'ref', 'ref-B': 'refB' }[system] ?? system;
			return line === '' || score === 'None' ? [] : [{ name: `${name} ${segment}`, score }];
		});
	expect(theirs).toHaveLength(7935);
	for (const { name, score } of theirs)
		expect(-(ours.get(name) ?? NaN)).toBeCloseTo(Number(score), 6);
});

test.each(formats)('no note that $name can hold is lost', (format) => {
	const { text, losses } = writeSet(format, set.documents);
	const back = new Set(rowsOf(readSet(format, text).documents).map(({ key }) => key));
	const notes = rowsOf(set.documents).filter(({ isError, hasPlace }) => isError && hasPlace);
	expect(notes.filter(({ key }) => !back.has(key))).toEqual([]);
	if (!['mtme-jsonl', 'offset-json'].includes(format.name)) expect(losses).toEqual([]);
});

test('the table comes back row by row', () => {
	const sorted = (text: string) => text.split('\n').sort();
	expect(sorted(writeSet(mqm, set.documents).text)).toEqual(sorted(table));
});
