import type {
	RatedDocument,
	RatedError,
	RatedSegment,
	RatedSpan,
	Rating,
	Side,
} from '../../model/ratings.ts';
import { sliceCodePoints, toCodeUnit } from '../../text/code-points.ts';
import { isSourceCategory } from '../crosswalk.ts';
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
 * Label Studio's JSON: a task is a segment, an annotation one rater's work on it. A region is told by several
 * results of one id: its labels, its severity (`choices`), its correction and explanation (`textarea`). Offsets
 * are UTF-16 units, the end exclusive. What Label Studio has no place for goes into `meta.calque`.
 */
const dataFields = [
	'source',
	'target',
	'system',
	'document',
	'segment',
	'position',
	'languages',
	'extra',
];
const readings = ['UTF-16 units, end exclusive', 'code points, end exclusive'] as const;

export const labelStudio: SetFormat = {
	name: 'label-studio',
	title: 'Label Studio’s JSON',
	read(set, text) {
		const tasks = parseJson(set, text);
		if (tasks === undefined) return;
		for (const [index, task] of (Array.isArray(tasks) ? (tasks as unknown[]) : [tasks]).entries()) {
			if (!isObject(task) || !isObject(task['data']))
				set.refuse({ line: index + 1 }, `Task ${index + 1} has no \`data\`.`);
			else readTask(set, task, task['data'], index + 1);
		}
	},
	write(documents, _losses: LossCounter, write) {
		let id = 0;
		const tasks = documents.flatMap((document) =>
			document.segments.map((segment) => JSON.stringify(taskOf(document, segment, ++id))),
		);
		write(tasks.length === 0 ? '[]\n' : `[\n${tasks.join(',\n')}\n]\n`);
	},
};

function readTask(set: SetBuilder, task: JsonObject, data: JsonObject, line: number): void {
	const name = (...fields: string[]) =>
		fields.map((field) => textOf(data[field])).find((one) => one !== undefined);
	const targetField = ['target', 'hypothesis', 'mt', 'tgt', 'translation', 'text'].find(
		(field) => typeof data[field] === 'string',
	);
	if (targetField === undefined) {
		set.refuse({ line }, `Task ${line} has no text in \`data.target\` or \`data.text\`.`);
		return;
	}
	const [system, document] = [name('system', 'model') ?? '', name('document', 'doc') ?? ''];
	const segment = set.segment({
		system,
		document,
		id: name('segment') ?? textOf(task['id']) ?? String(line),
		position: name('position'),
		source: name('source', 'src') ?? '',
		target: textOf(data[targetField]) ?? '',
	});
	set.checkNames(line, system, document, segment.id);
	const extra = {
		...othersOf(data, [...dataFields, targetField, 'src', 'model', 'doc']),
		...objectOf(data['extra']),
	};
	if (Object.keys(extra).length > 0) segment.extra = extra;
	if (isObject(data['languages'])) set.document(system, document).languages = data['languages'];
	for (const annotation of objectsOf(task['annotations'])) {
		if (annotation['was_cancelled'] === true) continue;
		readAnnotation(set, segment, annotation, line);
	}
}

function readAnnotation(
	set: SetBuilder,
	segment: RatedSegment,
	annotation: JsonObject,
	line: number,
): void {
	const by = annotation['completed_by'];
	const rater = textOf(isObject(by) ? (by['email'] ?? by['id']) : by) ?? '';
	const rating = set.rating(segment, rater);
	const meta = objectOf(objectOf(annotation['meta'])['calque']);
	if (isObject(meta['extra'])) rating.extra = meta['extra'];
	const score = numberOf(meta['score']);
	if (score !== undefined) rating.score = score;
	const regions = Map.groupBy(
		objectsOf(annotation['result']),
		(result) => textOf(result['id']) ?? '',
	);
	for (const results of regions.values()) {
		const label = results.find(({ type }) => type === 'labels' || type === 'hypertextlabels');
		if (label) rating.errors.push(readRegion(set, segment, label, results, line));
	}
}

function readRegion(
	set: SetBuilder,
	segment: RatedSegment,
	label: JsonObject,
	results: JsonObject[],
	line: number,
): RatedError {
	const value = objectOf(label['value']);
	const category = firstOf(value['labels'] ?? value['hypertextlabels']) ?? '';
	const told = (name: string, field: string) => {
		const result = results.find((one) => one['from_name'] === name);
		return firstOf(objectOf(result?.['value'])[field]);
	};
	const severity = told('severity', 'choices') ?? '';
	const judged = set.judge(category, severity, { line });
	const side: Side = label['to_name'] === 'source' ? 'source' : 'target';
	const calque = objectOf(objectOf(label['meta'])['calque']);
	const isWhole = calque['whole'] === true;
	const more = Array.isArray(calque['spans']) ? (calque['spans'] as RatedSpan[]) : undefined;
	const span = isWhole ? undefined : readSpan(set, segment[side], value, line);
	const extra = {
		...objectOf(calque['extra']),
		...(!isWhole &&
			!span && { outside: { start: value['start'], end: value['end'], text: value['text'] } }),
	};
	const correction = told('correction', 'text');
	const explanation = told('explanation', 'text');
	return {
		kind: judged.kind,
		side: isWhole && isSourceCategory(category) ? 'source' : side,
		spans: more ?? (span ? [{ side, ...span }] : []),
		category,
		severity,
		type: judged.type,
		level: judged.level,
		...(correction !== undefined && { correction }),
		...(explanation !== undefined && { explanation }),
		...(Object.keys(extra).length > 0 && { extra }),
	};
}

function readSpan(set: SetBuilder, text: string, value: JsonObject, line: number) {
	const [start, end, quote] = [
		numberOf(value['start']),
		numberOf(value['end']),
		textOf(value['text']),
	];
	if (quote === undefined)
		return start === undefined || end === undefined
			? undefined
			: placeOf(text, start, end, readings[0]);
	const place = findPlace(text, quote, start, end, readings);
	if (!place) {
		set.count(
			line,
			(count) =>
				`${count} regions hold other words than their task; they are kept without a place.`,
		);
		return undefined;
	}
	const { by, ...span } = place;
	if (by !== readings[0])
		set.count(line, (count) => `${count} regions are read as ${by}, by their \`text\`.`);
	return span;
}

function taskOf(document: RatedDocument, segment: RatedSegment, id: number): JsonObject {
	const { source, target, position, extra } = segment;
	return {
		id,
		data: {
			source,
			target,
			system: document.system,
			document: document.document,
			segment: segment.id,
			...(position !== undefined && { position }),
			...(document.languages && { languages: document.languages }),
			...(extra && { extra }),
		},
		annotations: segment.ratings.map((rating, index) => ({
			id: id * 1000 + index,
			completed_by: rating.rater,
			result: rating.errors.flatMap((error, at) =>
				resultsOf(error, segment, `${id}-${index}-${at}`),
			),
			...annotationMeta(rating),
		})),
	};
}

function annotationMeta({ score, extra }: Rating): JsonObject {
	if (score === undefined && !extra) return {};
	return { meta: { calque: { ...(score !== undefined && { score }), ...(extra && { extra }) } } };
}

function resultsOf(error: RatedError, segment: RatedSegment, id: string): JsonObject[] {
	const { spans, category, severity, correction, explanation, extra } = error;
	const [span] = spans;
	const side = span?.side ?? error.side;
	const text = segment[side];
	const region = {
		start: span ? toCodeUnit(text, span.start) : 0,
		end: span ? toCodeUnit(text, span.end) : 0,
		text: span ? sliceCodePoints(text, span.start, span.end) : '',
	};
	const calque = {
		...(!span && { whole: true }),
		...(spans.length > 1 && { spans }),
		...(extra && { extra }),
	};
	const result = (from: string, type: string, value: JsonObject, meta?: JsonObject) => ({
		id,
		from_name: from,
		to_name: side,
		type,
		value: { ...region, ...value },
		...meta,
	});
	return [
		result(
			'label',
			'labels',
			{ labels: [category] },
			Object.keys(calque).length > 0 ? { meta: { calque } } : undefined,
		),
		result('severity', 'choices', { choices: [severity] }),
		// In these `text` is what was written, not what the region holds.
		...(correction === undefined ? [] : [result('correction', 'textarea', { text: [correction] })]),
		...(explanation === undefined
			? []
			: [result('explanation', 'textarea', { text: [explanation] })]),
	];
}

function objectOf(value: unknown): JsonObject {
	return isObject(value) ? value : {};
}

function firstOf(value: unknown): string | undefined {
	return textOf(Array.isArray(value) ? (value as unknown[])[0] : value);
}
