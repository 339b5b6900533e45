import type { RatedDocument, RatedError, RatedSegment, Rating } from '../../model/ratings.ts';
import { isTypeId } from '../../model/typology.ts';
import { codePointLength } from '../../text/code-points.ts';
import { isSourceCategory, nameInGoogle } from '../crosswalk.ts';
import {
	isObject,
	numberOf,
	objectsOf,
	othersOf,
	parseJson,
	textOf,
	type JsonObject,
} from './json-values.ts';
import { placeOf } from './places.ts';
import type { LossCounter, SetBuilder, SetFormat } from './reading.ts';

/**
 * The JSON Lines of mt-metrics-eval: a line is one rater's rating of one segment. Offsets are code points, the
 * end exclusive; `segment_id` counts from 0, where MQM tables count from 1.
 */
const rowFields = [
	'source',
	'hypothesis',
	'errors',
	'document_id',
	'segment_id',
	'system_id',
	'rater_id',
	'src_lang',
	'tgt_lang',
];
const errorFields = ['start', 'end', 'category', 'severity', 'is_source_error'];

export const mtmeJsonl: SetFormat = {
	name: 'mtme-jsonl',
	title: 'JSON Lines of mt-metrics-eval',
	reader: (set) => ({
		read(line, number) {
			if (line.trim() === '') return;
			const row = parseJson(set, line, number);
			if (row === undefined) return;
			if (!isObject(row) || typeof row['hypothesis'] !== 'string')
				set.refuse(
					{ line: number },
					'The row has no `hypothesis`, so it is no rating of mt-metrics-eval.',
				);
			else readRow(set, row, number);
		},
	}),
	write(documents, losses, write) {
		for (const document of documents)
			for (const segment of document.segments) {
				if (segment.ratings.length === 0) losses.add('segments that nobody rated');
				if (segment.position !== undefined)
					losses.add('numbers of segments within their documents');
				if (segment.extra) losses.add('other fields of a segment');
				for (const rating of segment.ratings)
					write(`${JSON.stringify(rowOf(document, segment, rating, losses))}\n`);
			}
	},
};

function readRow(set: SetBuilder, row: JsonObject, line: number): void {
	const [system, document, rater] = [row['system_id'], row['document_id'], row['rater_id']].map(
		(name) => textOf(name) ?? '',
	) as [string, string, string];
	set.checkNames(line, system, document, rater);
	const id = row['segment_id'];
	const segment = set.segment({
		system,
		document,
		id: typeof id === 'number' ? String(id + 1) : (textOf(id) ?? ''),
		position: undefined,
		source: textOf(row['source']) ?? '',
		target: textOf(row['hypothesis']) ?? '',
	});
	readLanguages(set.document(system, document), row);
	const rating = set.rating(segment, rater);
	const { score, ...others } = othersOf(row, rowFields) ?? {};
	if (typeof score === 'number') rating.score = score;
	if (Object.keys(others).length > 0) rating.extra = others;
	for (const error of objectsOf(row['errors'])) {
		const read = readError(set, segment, error, line);
		if (read) rating.errors.push(read);
	}
}

function readLanguages(document: RatedDocument, row: JsonObject): void {
	const [source, target] = [textOf(row['src_lang']), textOf(row['tgt_lang'])];
	if (source !== undefined || target !== undefined)
		document.languages = {
			...(source !== undefined && { source }),
			...(target !== undefined && { target }),
		};
}

function readError(
	set: SetBuilder,
	segment: RatedSegment,
	error: JsonObject,
	line: number,
): RatedError | undefined {
	const category = textOf(error['category']) ?? '';
	const severity = textOf(error['severity']) ?? '';
	const judged = set.judge(category, severity, { line });
	const side = error['is_source_error'] === true ? 'source' : 'target';
	const [start, end] = [numberOf(error['start']), numberOf(error['end'])];
	const place =
		start === undefined || end === undefined
			? undefined
			: placeOf(segment[side], start, end, 'code points, end exclusive');
	if (start !== undefined && !place)
		set.count(
			line,
			(count) => `${count} errors stand outside their text; they are kept without a place.`,
		);
	const others = othersOf(error, errorFields) ?? {};
	const outside = start !== undefined && !place ? { start, end } : {};
	const { score, ...rest } = { ...others, ...outside } as JsonObject;
	const extra = { ...rest, ...(score !== null && score !== undefined && { score }) };
	return {
		kind: judged.kind,
		side: side === 'source' || (!place && isSourceCategory(category)) ? 'source' : 'target',
		spans: place ? [{ side, ...place }] : [],
		category,
		severity,
		type: judged.type,
		level: judged.level,
		...(Object.keys(extra).length > 0 && { extra }),
	};
}

function rowOf(
	{ system, document, languages }: RatedDocument,
	{ id, source, target }: RatedSegment,
	{ rater, score, errors, extra }: Rating,
	losses: LossCounter,
): JsonObject {
	const written = errors.filter(({ kind }) => kind === 'error');
	losses.add(
		'rows that say that nothing was found, told by an empty list of errors',
		errors.filter(({ kind }) => kind === 'none').length,
	);
	losses.add('attention checks', errors.filter(({ kind }) => kind === 'check').length);
	if (extra) losses.add('other fields of a rating');
	return {
		source,
		hypothesis: target,
		errors: written.map((error) => errorOf(error, { source, target }, losses)),
		document_id: document,
		segment_id: /^[1-9]\d{0,8}$/.test(id) ? Number(id) - 1 : id,
		system_id: system,
		rater_id: rater,
		...(languages?.source !== undefined && { src_lang: languages.source }),
		...(languages?.target !== undefined && { tgt_lang: languages.target }),
		...(score !== undefined && { score }),
	};
}

function errorOf(
	{ side, spans, category, severity, correction, explanation, extra }: RatedError,
	texts: { source: string; target: string },
	losses: LossCounter,
): JsonObject {
	const [span] = spans;
	if (spans.length > 1) losses.add('further spans of an error', spans.length - 1);
	if (!span) losses.add('that an error is of the whole segment, told by a span over all of it');
	if (correction !== undefined) losses.add('corrections');
	if (explanation !== undefined) losses.add('explanations');
	const { score, ...others } = extra ?? {};
	if (Object.keys(others).length > 0) losses.add('other fields of an error');
	const { label, isExact } = nameInGoogle(category);
	if (!isExact) losses.add('types of ours that WMT has no name for, written as the nearest');
	const written = span ?? { side, start: 0, end: codePointLength(texts[side]) };
	return {
		start: written.start,
		end: written.end,
		category: label,
		severity: isTypeId(category) ? severity.charAt(0).toUpperCase() + severity.slice(1) : severity,
		score: typeof score === 'number' ? score : null,
		is_source_error: written.side === 'source',
	};
}
