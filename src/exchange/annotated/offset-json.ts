import type {
	RatedDocument,
	RatedError,
	RatedSegment,
	RatedSpan,
	Rating,
	Side,
} from '../../model/ratings.ts';
import { sliceCodePoints } from '../../text/code-points.ts';
import {
	isObject,
	numberOf,
	objectsOf,
	othersOf,
	parseJson,
	textOf,
	type JsonObject,
} from './json-values.ts';
import { findPlace, placeOf } from './places.ts';
import type { LossCounter, SetBuilder, SetFormat } from './reading.ts';

/**
 * The JSON of Amazon's biomedical annotations: a list (or lines) of records, each one annotator's errors in one
 * segment. Offsets are code points, and the end is inclusive, in most records; what a span means is decided by
 * its `term`.
 */
const recordFields = [
	'source',
	'target',
	'SEG_ID',
	'filename',
	'MT_Engine',
	'source_locale',
	'target_locale',
	'source_errors',
	'target_errors',
	'Annotator_ID',
	'DOC_ID',
];
const errorFields = [
	'term',
	'startIndex',
	'endIndex',
	'error_category',
	'error_subcategory',
	'severity',
];

const readings = [
	'code points, end inclusive',
	'code points, end exclusive',
	'UTF-16 units, end inclusive',
	'UTF-16 units, end exclusive',
] as const;

export const offsetJson: SetFormat = {
	name: 'offset-json',
	title: 'offset JSON of Amazon’s biomedical annotations',
	read(set, text) {
		for (const { record, line } of listRecords(set, text)) {
			if (!isObject(record) || typeof record['target'] !== 'string')
				set.refuse({ line }, `Record ${line} has no \`target\`.`);
			else readRecord(set, record, line);
		}
	},
	write(documents, losses, write) {
		const records = documents.flatMap((document) =>
			document.segments.flatMap((segment) => {
				if (segment.ratings.length === 0) losses.add('segments that nobody rated');
				if (segment.position !== undefined)
					losses.add('numbers of segments within their documents');
				if (segment.extra) losses.add('other fields of a segment');
				return segment.ratings.map((rating) =>
					JSON.stringify(recordOf(document, segment, rating, losses)),
				);
			}),
		);
		write(records.length === 0 ? '[]\n' : `[\n${records.join(',\n')}\n]\n`);
	},
};

/** A file is one list, one record, or a record on each line. */
function listRecords(set: SetBuilder, text: string): { record: unknown; line: number }[] {
	if (/^\s*\[/.test(text) || !/^\s*\{.*\}\s*\n\s*\{/.test(text)) {
		const value = parseJson(set, text);
		const list: unknown[] = Array.isArray(value) ? value : value === undefined ? [] : [value];
		return list.map((record, index) => ({ record, line: index + 1 }));
	}
	return text.split('\n').flatMap((row, index) => {
		const record = row.trim() === '' ? undefined : parseJson(set, row, index + 1);
		return record === undefined ? [] : [{ record, line: index + 1 }];
	});
}

function readRecord(set: SetBuilder, record: JsonObject, line: number): void {
	const name = (field: string) => textOf(record[field]);
	const system = name('MT_Engine') ?? '';
	const document = name('DOC_ID') ?? name('filename') ?? '';
	const id = name('SEG_ID') ?? String(line);
	set.checkNames(line, system, document, id);
	const segment = set.segment({
		system,
		document,
		id,
		position: undefined,
		source: name('source') ?? '',
		target: name('target') ?? '',
	});
	const [source, target] = [name('source_locale'), name('target_locale')];
	if (source !== undefined || target !== undefined)
		set.document(system, document).languages = {
			...(source !== undefined && { source }),
			...(target !== undefined && { target }),
		};
	const rating = set.rating(segment, name('Annotator_ID') ?? '');
	const filename = name('filename') === document ? undefined : name('filename');
	const others = { ...othersOf(record, recordFields), ...(filename !== undefined && { filename }) };
	if (Object.keys(others).length > 0) rating.extra = { ...rating.extra, ...others };
	for (const side of ['source', 'target'] as const)
		for (const error of objectsOf(record[`${side}_errors`]))
			rating.errors.push(readError(set, segment, side, error, line));
}

function readError(
	set: SetBuilder,
	segment: RatedSegment,
	side: Side,
	error: JsonObject,
	line: number,
): RatedError {
	const [family, kind] = [
		textOf(error['error_category']) ?? '',
		textOf(error['error_subcategory']),
	];
	const category = kind === undefined || kind === '' ? family : `${family}/${kind}`;
	const severity = textOf(error['severity']) ?? '';
	const judged = set.judge(category, severity, { line });
	const { spans, outside } = readSpan(set, segment[side], side, error, line);
	const extra = { ...othersOf(error, errorFields), ...outside };
	return {
		kind: judged.kind,
		side,
		spans,
		category,
		severity,
		type: judged.type,
		level: judged.level,
		...(Object.keys(extra).length > 0 && { extra }),
	};
}

function readSpan(
	set: SetBuilder,
	text: string,
	side: Side,
	error: JsonObject,
	line: number,
): { spans: RatedSpan[]; outside?: JsonObject } {
	const term = textOf(error['term']);
	const [start, end] = [numberOf(error['startIndex']), numberOf(error['endIndex'])];
	if (term === undefined && start === undefined) return { spans: [] };
	if (term === undefined) {
		const place = placeOf(text, start ?? NaN, end ?? NaN, 'code points, end inclusive');
		set.count(line, (count) => `${count} errors have no \`term\`; their end is read as inclusive.`);
		if (place) return { spans: [{ side, ...place }] };
	} else {
		const place = findPlace(text, term, start, end, readings);
		if (place) {
			const { by, ...span } = place;
			if (by !== readings[0])
				set.count(line, (count) => `${count} spans are read as ${by}, by their \`term\`.`);
			return { spans: [{ side, ...span }] };
		}
	}
	set.count(
		line,
		(count) =>
			`${count} errors have a \`term\` that stands nowhere near; they are kept without a place.`,
	);
	return { spans: [], outside: { term, startIndex: start, endIndex: end } };
}

function recordOf(
	{ system, document, languages }: RatedDocument,
	{ id, source, target }: RatedSegment,
	{ rater, score, errors, extra }: Rating,
	losses: LossCounter,
): JsonObject {
	if (score !== undefined) losses.add('scores that a rater gave');
	const { filename, ...others } = extra ?? {};
	if (Object.keys(others).length > 0) losses.add('other fields of a rating');
	losses.add(
		'rows that say that nothing was found, told by empty lists of errors',
		errors.filter(({ kind }) => kind === 'none').length,
	);
	losses.add('attention checks', errors.filter(({ kind }) => kind === 'check').length);
	const of = (side: Side) =>
		errors
			.filter((error) => error.kind === 'error' && sideOf(error) === side)
			.map((error) => errorOf(error, side === 'source' ? source : target, side, losses));
	return {
		source,
		target,
		SEG_ID: id,
		filename: textOf(filename) ?? document,
		MT_Engine: system,
		...(languages?.source !== undefined && { source_locale: languages.source }),
		...(languages?.target !== undefined && { target_locale: languages.target }),
		source_errors: of('source'),
		target_errors: of('target'),
		Annotator_ID: rater,
		DOC_ID: document,
	};
}

function sideOf({ spans: [span], side }: RatedError): Side {
	return span?.side ?? side;
}

function errorOf(
	{ spans, category, severity, correction, explanation, extra }: RatedError,
	text: string,
	side: Side,
	losses: LossCounter,
): JsonObject {
	const span = spans.find((one) => one.side === side);
	if (spans.length > 1) losses.add('further spans of an error', spans.length - 1);
	if (correction !== undefined) losses.add('corrections');
	if (explanation !== undefined) losses.add('explanations');
	if (extra) losses.add('other fields of an error');
	const at = category.indexOf('/');
	const hasKind = at > 0 && at < category.length - 1;
	return {
		...(span && {
			term: sliceCodePoints(text, span.start, span.end),
			startIndex: span.start,
			endIndex: span.end - 1,
		}),
		error_category: hasKind ? category.slice(0, at) : category,
		...(hasKind && { error_subcategory: category.slice(at + 1) }),
		severity,
	};
}
