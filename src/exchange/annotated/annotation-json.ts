import type {
	RatedDocument,
	RatedError,
	RatedSegment,
	RatedSpan,
	Side,
} from '../../model/ratings.ts';
import { codePointLength, sliceCodePoints } from '../../text/code-points.ts';
import { foldLabel, severityLabels } from '../crosswalk.ts';
import {
	isObject,
	numberOf,
	objectsOf,
	parseJson,
	textOf,
	type JsonObject,
} from './json-values.ts';
import { findPlace, placeOf } from './places.ts';
import type { SetBuilder, SetFormat } from './reading.ts';

/**
 * W3C Web Annotations: ours, those of other tools, and Hypothesis' export. Ours hold a set as a whole: an
 * annotation with the motivation `describing` has a segment's text in its body, the others are the raters'.
 * Positions are code points, the end exclusive, as the standard has them; Hypothesis counts UTF-16 units. What
 * they mean is decided by the quote.
 */
const CONTEXT = ['http://www.w3.org/ns/anno.jsonld', { calque: 'urn:calque:exchange#' }];
const readings = ['code points, end exclusive', 'UTF-16 units, end exclusive'] as const;

export const webAnnotation: SetFormat = {
	name: 'web-annotation',
	title: 'W3C Web Annotations, Hypothesis’ export included',
	read(set, text, texts) {
		const value = parseJson(set, text);
		if (value === undefined) return;
		const items = listItems(value);
		const segments = readSegments(set, items);
		const foreign = items.filter(
			(item) => isObject(item['target']) || Array.isArray(item['target']),
		);
		for (const [index, item] of foreign.entries()) {
			const { source } = targetOf(item);
			const known = segments.get(source ?? '');
			if (known && item['motivation'] === 'describing') continue;
			if (known) readRating(set, known, item, index + 1);
			else readForeign(set, item, texts, index + 1);
		}
		if (items.length === 0) set.refuse({ line: 1 }, 'The file has no annotations.');
	},
	write(documents, losses, write) {
		write('{"@context":');
		write(JSON.stringify(CONTEXT));
		write(',"id":"urn:calque:set","type":"AnnotationPage","items":[\n');
		let isFirst = true;
		const add = (item: JsonObject) => {
			write(`${isFirst ? '' : ',\n'}${JSON.stringify(item)}`);
			isFirst = false;
		};
		let number = 0;
		for (const document of documents)
			for (const segment of document.segments) {
				const urn = `urn:calque:segment:${++number}`;
				for (const item of annotationsOf(document, segment, urn)) add(item);
			}
		if (number === 0) losses.add('sets without a segment');
		write('\n]}\n');
	},
};

function listItems(value: unknown): JsonObject[] {
	if (Array.isArray(value)) return objectsOf(value);
	if (!isObject(value)) return [];
	const { first } = value;
	for (const list of [
		value['items'],
		value['rows'],
		value['annotations'],
		isObject(first) ? first['items'] : undefined,
	])
		if (Array.isArray(list)) return objectsOf(list);
	return isObject(value['target']) || Array.isArray(value['target']) ? [value] : [];
}

function targetOf(item: JsonObject): { source: string | undefined; selectors: JsonObject[] } {
	const target = Array.isArray(item['target']) ? (item['target'] as unknown[])[0] : item['target'];
	if (!isObject(target)) return { source: textOf(target), selectors: [] };
	const selector = target['selector'];
	const selectors = Array.isArray(selector)
		? objectsOf(selector)
		: isObject(selector)
			? [selector]
			: [];
	const refined = selectors.map((one) => one['refinedBy']).filter(isObject);
	return { source: textOf(target['source']), selectors: [...selectors, ...refined] };
}

type KnownSegment = { segment: RatedSegment; side: Side };

/** Gather the segments whose texts annotations of ours describe, by the name of each side. */
function readSegments(set: SetBuilder, items: JsonObject[]): Map<string, KnownSegment> {
	const known = new Map<string, KnownSegment>();
	for (const item of items) {
		const told = item['calque:segment'];
		if (item['motivation'] !== 'describing' || !isObject(told)) continue;
		const [source, target] = objectsOf(item['body']).map(({ value }) => textOf(value) ?? '');
		const [system, document] = [textOf(told['system']) ?? '', textOf(told['document']) ?? ''];
		const segment = set.segment({
			system,
			document,
			id: textOf(told['id']) ?? '',
			position: textOf(told['position']),
			source: source ?? '',
			target: target ?? '',
		});
		if (isObject(told['languages'])) set.document(system, document).languages = told['languages'];
		if (isObject(told['extra'])) segment.extra = told['extra'];
		const urn = targetOf(item).source ?? '';
		known.set(urn, { segment, side: 'target' });
		for (const side of ['source', 'target'] as const)
			known.set(`${urn}:${side}`, { segment, side });
	}
	return known;
}

function readRating(
	set: SetBuilder,
	{ segment, side }: KnownSegment,
	item: JsonObject,
	line: number,
): void {
	const rating = set.rating(segment, raterOf(item));
	const told = item['calque:rating'];
	if (isObject(told)) {
		const score = numberOf(told['score']);
		if (score !== undefined) rating.score = score;
		if (isObject(told['extra'])) rating.extra = told['extra'];
		return;
	}
	const { category, severity, correction, explanation } = readBodies(item);
	const judged = set.judge(category, severity, { line });
	const { selectors } = targetOf(item);
	const found = selectors.length === 0 ? undefined : placeIn(set, segment[side], selectors, line);
	const spans = item['calque:spans'];
	const extra = {
		...(isObject(item['calque:extra']) ? item['calque:extra'] : {}),
		...(selectors.length > 0 && !found && { selectors }),
	};
	rating.errors.push({
		kind: judged.kind,
		side,
		spans: Array.isArray(spans) ? (spans as RatedSpan[]) : found ? [{ side, ...found }] : [],
		category,
		severity,
		type: judged.type,
		level: judged.level,
		...(correction !== undefined && { correction }),
		...(explanation !== undefined && { explanation }),
		...(Object.keys(extra).length > 0 && { extra }),
	});
}

/** An annotation of a text that is not in the file: the text given with it, or else its quote with the context. */
function readForeign(
	set: SetBuilder,
	item: JsonObject,
	texts: readonly string[],
	line: number,
): void {
	const { source, selectors } = targetOf(item);
	const quote = selectors.find(({ type }) => type === 'TextQuoteSelector');
	const [text] = texts;
	const exact = textOf(quote?.['exact']);
	if (text === undefined && exact === undefined) {
		set.count(line, (count) => `${count} annotations quote no text and are passed over.`);
		return;
	}
	const prefix = textOf(quote?.['prefix']) ?? '';
	const suffix = textOf(quote?.['suffix']) ?? '';
	const creator = isObject(item['generator']) ? textOf(item['generator']['name']) : undefined;
	const segment = set.segment({
		system: creator ?? 'unknown',
		document: source ?? textOf(item['uri']) ?? '',
		id: text === undefined ? (textOf(item['id']) ?? String(line)) : '1',
		position: undefined,
		source: '',
		target: text ?? `${prefix}${exact ?? ''}${suffix}`,
	});
	if (text === undefined)
		set.count(
			line,
			(count) =>
				`${count} annotations are of a text that is not in the file: each is kept with its quote and context. Give the text as a .txt file beside the annotations to place them in it.`,
		);
	const { category, severity, correction, explanation } = readBodies(item);
	const judged = set.judge(category, severity, { line });
	const start = codePointLength(prefix);
	const place =
		text === undefined
			? { start, end: start + codePointLength(exact ?? '') }
			: placeIn(set, text, selectors, line);
	const { target: _target, ...others } = item;
	set.rating(segment, raterOf(item)).errors.push({
		kind: judged.kind,
		side: 'target',
		spans: place ? [{ side: 'target', ...place }] : [],
		category,
		severity,
		type: judged.type,
		level: judged.level,
		...(correction !== undefined && { correction }),
		...(explanation !== undefined && { explanation }),
		extra: { annotation: others, ...(!place && { selectors }) },
	});
}

function placeIn(set: SetBuilder, text: string, selectors: JsonObject[], line: number) {
	const quote = selectors.find(({ type }) => type === 'TextQuoteSelector');
	const position = selectors.find(({ type }) => type === 'TextPositionSelector');
	const [start, end] = [numberOf(position?.['start']), numberOf(position?.['end'])];
	const exact = textOf(quote?.['exact']);
	if (exact === undefined)
		return start === undefined || end === undefined
			? undefined
			: placeOf(text, start, end, readings[0]);
	const place =
		findPlace(text, exact, start, end, readings) ?? findInContext(text, quote ?? {}, exact);
	if (!place) {
		set.count(
			line,
			(count) =>
				`${count} annotations quote words that the text has not, or in several places; they are kept without a place.`,
		);
		return undefined;
	}
	const { by, ...span } = place;
	if (by !== readings[0] && !(position === undefined && by === 'the quote alone'))
		set.count(line, (count) => `${count} annotations are placed as ${by}, by their quotes.`);
	return span;
}

function findInContext(text: string, quote: JsonObject, exact: string) {
	const [prefix, suffix] = [textOf(quote['prefix']) ?? '', textOf(quote['suffix']) ?? ''];
	const whole = findPlace(text, prefix + exact + suffix, undefined, undefined, []);
	if (!whole) return undefined;
	const start = whole.start + codePointLength(prefix);
	return { start, end: start + codePointLength(exact), by: 'the quote alone' as const };
}

function raterOf(item: JsonObject): string {
	const creator = item['creator'];
	if (isObject(creator)) return textOf(creator['name']) ?? textOf(creator['id']) ?? '';
	return textOf(creator) ?? textOf(item['user']) ?? '';
}

type Bodies = Partial<Pick<RatedError, 'correction' | 'explanation'>> &
	Pick<RatedError, 'category' | 'severity'>;

/** Read what an annotation says: typed bodies, or the words and tags of Hypothesis. */
function readBodies(item: JsonObject): Bodies {
	const bodies = Array.isArray(item['body'])
		? objectsOf(item['body'])
		: isObject(item['body'])
			? [item['body']]
			: [];
	const valueOf = (purpose: string, test: (value: string) => boolean = () => true) =>
		bodies
			.flatMap((body) => (body['purpose'] === purpose ? (textOf(body['value']) ?? []) : []))
			.find(test);
	const tags = [
		...bodies.flatMap((body) =>
			body['purpose'] === 'tagging' ? (textOf(body['value']) ?? []) : [],
		),
		...(Array.isArray(item['tags'])
			? (item['tags'] as unknown[]).flatMap((tag) => textOf(tag) ?? [])
			: []),
	];
	const severity = tags.map(severityOf).find((one) => one !== undefined);
	const link = bodies
		.map(({ source }) => /\/types\/([a-z]+\/[a-z-]+)\/?$/.exec(textOf(source) ?? '')?.[1])
		.find(Boolean);
	const classified =
		valueOf('classifying') ??
		link ??
		tags.find((tag) => severityOf(tag) === undefined && !/^confidence: /.test(tag));
	const words = textOf(item['text']);
	const [correction, explanation] = [
		valueOf('editing'),
		valueOf('commenting') ?? (words === '' ? undefined : words),
	];
	return {
		category: classified ?? '',
		severity: severity ?? '',
		...(correction !== undefined && { correction }),
		...(explanation !== undefined && { explanation }),
	};
}

/** Take the severity out of a tag: `severity: Major`, or the name of one alone. */
function severityOf(tag: string): string | undefined {
	const told = /^severity: ?(.*)$/is.exec(tag)?.[1];
	return told ?? (tag !== '' && Object.hasOwn(severityLabels, foldLabel(tag)) ? tag : undefined);
}

function annotationsOf(document: RatedDocument, segment: RatedSegment, urn: string): JsonObject[] {
	const { source, target, position, extra } = segment;
	const textual = (value: string, purpose: string) => ({ type: 'TextualBody', value, purpose });
	const texts = {
		id: `${urn}:texts`,
		type: 'Annotation',
		motivation: 'describing',
		body: [textual(source, 'describing'), textual(target, 'describing')],
		target: { source: urn },
		'calque:segment': {
			system: document.system,
			document: document.document,
			id: segment.id,
			...(position !== undefined && { position }),
			...(document.languages && { languages: document.languages }),
			...(extra && { extra }),
		},
	};
	const ratings = segment.ratings.flatMap(
		({ rater, score, extra, errors }, index): JsonObject[] => {
			const creator = { type: 'Person', name: rater };
			const about =
				errors.length > 0 && score === undefined && !extra
					? []
					: [
							{
								id: `${urn}:r${index + 1}`,
								type: 'Annotation',
								motivation: 'assessing',
								creator,
								target: { source: urn },
								'calque:rating': { ...(score !== undefined && { score }), ...(extra && { extra }) },
							},
						];
			return [
				...about,
				...errors.map((error, at) =>
					errorAnnotation(error, segment, urn, `${urn}:r${index + 1}:${at + 1}`, creator),
				),
			];
		},
	);
	return [texts, ...ratings];
}

function errorAnnotation(
	error: RatedError,
	segment: RatedSegment,
	urn: string,
	id: string,
	creator: JsonObject,
): JsonObject {
	const { spans, category, severity, correction, explanation, extra } = error;
	const [span] = spans;
	const side = span?.side ?? error.side;
	const body = (value: string | undefined, purpose: string) =>
		value === undefined ? [] : [{ type: 'TextualBody', value, purpose }];
	return {
		id,
		type: 'Annotation',
		motivation: 'commenting',
		creator,
		body: [
			...body(category, 'classifying'),
			...body(`severity: ${severity}`, 'tagging'),
			...body(correction, 'editing'),
			...body(explanation, 'commenting'),
		],
		target: {
			source: `${urn}:${side}`,
			...(span && { selector: selectorsOf(segment[side], span) }),
		},
		...(spans.length > 1 && { 'calque:spans': spans }),
		...(extra && { 'calque:extra': extra }),
	};
}

function selectorsOf(text: string, { start, end }: RatedSpan): JsonObject[] {
	return [
		{
			type: 'TextQuoteSelector',
			exact: sliceCodePoints(text, start, end),
			...contextOf(text, start, end),
		},
		{ type: 'TextPositionSelector', start, end },
	];
}

/** A few characters on either side: whole code points, as many as Recogito and Hypothesis give. */
function contextOf(text: string, start: number, end: number) {
	const prefix = sliceCodePoints(text, Math.max(0, start - 32), start);
	const suffix = sliceCodePoints(text, end, end + 32);
	return { ...(prefix !== '' && { prefix }), ...(suffix !== '' && { suffix }) };
}
