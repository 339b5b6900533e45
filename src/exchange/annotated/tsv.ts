import type {
	RatedDocument,
	RatedError,
	RatedSegment,
	RatedSpan,
	Rating,
} from '../../model/ratings.ts';
import { isTypeId } from '../../model/typology.ts';
import { codePointLength } from '../../text/code-points.ts';
import { isSourceCategory, nameInGoogle } from '../crosswalk.ts';
import type { LineReader, LossCounter, SetBuilder, SetFormat } from './reading.ts';
import { holdsMarks, readMarks, writeMarks } from './tsv-marks.ts';

/**
 * The table of Google's MQM annotations (nine columns) and that of Marot, its viewer (ten, the last of them
 * JSON). A row is one error, or says that a rater found none. Rows end at a line feed, fields at a tab; nothing
 * is quoted or escaped.
 */
const columns = [
	'system',
	'doc',
	'docSegId',
	'globalSegId',
	'rater',
	'source',
	'target',
	'category',
	'severity',
];
const googleColumns = ['system', 'doc', 'doc_id', 'seg_id', ...columns.slice(4)];
const marotColumns = [...columns, 'metadata'];

export const mqmTsv: SetFormat = {
	name: 'mqm-tsv',
	title: 'Google’s MQM table, nine columns',
	reader: (set) => readTable(set, false),
	write: (documents, losses, write) => {
		writeTable(documents, losses, write, false);
	},
};

export const marotTsv: SetFormat = {
	name: 'marot-tsv',
	title: 'Marot’s table, ten columns',
	reader: (set) => readTable(set, true),
	write: (documents, losses, write) => {
		writeTable(documents, losses, write, true);
	},
};

function readTable(set: SetBuilder, isMarot: boolean): LineReader {
	const expected = isMarot ? marotColumns : googleColumns;
	let [headerWidth, isRefused] = [0, false];
	const tokens: TokenLists = new Map();
	const own = new OwnStrings();
	return {
		read(raw, number) {
			const line = raw.endsWith('\r') ? raw.slice(0, -1) : raw;
			if (line !== raw)
				set.count(number, (count) => `${count} lines end in CRLF; read as line ends.`);
			if (line === '' || isRefused) return;
			const fields = line.split('\t');
			if (number === 1) {
				headerWidth = fields.length;
				isRefused = headerWidth < expected.length || fields[0]?.toLowerCase() !== 'system';
				if (isRefused)
					set.refuse(
						{ line: 1 },
						`The header has ${headerWidth} ${headerWidth === 1 ? 'column' : 'columns'} and begins with “${fields[0] ?? ''}”; ${isMarot ? 'Marot’s table has 10' : 'Google’s MQM table has 9'}: ${expected.join(', ')}.`,
					);
				else if (!isMarot && headerWidth === marotColumns.length && fields[9] === 'metadata') {
					isRefused = true;
					set.refuse(
						{ line: 1 },
						'The header has 10 columns; Google’s MQM table has 9. Import it as marot-tsv.',
					);
				}
				return;
			}
			if (fields.length !== headerWidth) {
				isRefused = true;
				set.refuse(
					{ line: number },
					`The row has ${fields.length} columns; the header has ${headerWidth}. Nothing is imported.`,
				);
				return;
			}
			readRow(
				set,
				fields.map((field, index) => own.take(field, index)),
				number,
				isMarot,
				tokens,
			);
		},
	};
}

/**
 * Gives strings that stand by themselves. A piece of a line keeps the whole of what was read with it in memory,
 * and most of a table is one text again and again.
 */
class OwnStrings {
	readonly #known = new Map<string, string>();

	take(field: string, column: number): string {
		// Names and labels recur throughout a table, texts within a segment, metadata never.
		const isText = column === 5 || column === 6;
		if (column > 8) return copy(field);
		const known = this.#known.get(field);
		if (known !== undefined) return known;
		if (this.#known.size > 20_000) this.#known.clear();
		const own = copy(field);
		if (!isText || !field.includes('<v>')) this.#known.set(own, own);
		return own;
	}
}

function copy(text: string): string {
	return ` ${text}`.slice(1);
}

function readRow(
	set: SetBuilder,
	fields: string[],
	line: number,
	isMarot: boolean,
	tokens: TokenLists,
) {
	const [
		system = '',
		document = '',
		position = '',
		id = '',
		rater = '',
		sourceField = '',
		targetField = '',
	] = fields;
	const [label = '', grade = ''] = fields.slice(7);
	set.checkNames(line, system, document, position, id, rater);
	const source = readMarks(sourceField, 'source');
	const target = readMarks(targetField, 'target');
	const isWhole = source.isWhole && target.isWhole;
	const metadata = isMarot ? fields[9] : undefined;
	const more = fields.slice(isMarot ? 10 : 9);
	const told = metadata === undefined ? {} : readMetadata(set, metadata, line);
	const { category = label, severity = grade, ...words } = told.held ?? {};
	const segment = set.segment({
		system,
		document,
		id,
		// Where both columns say the same, the second says nothing.
		position: position === id ? undefined : position,
		source: source.text,
		target: target.text,
	});
	const rating = set.rating(segment, rater);
	const judged = set.judge(category, severity, { line, column: 8 });
	if (!isWhole)
		set.remark({
			line,
			message: `A <v> or </v> of the row has no partner: the row is set aside as an error without a place.`,
		});
	let spans = isWhole ? [...source.spans, ...target.spans] : [];
	if (isWhole && spans.length === 0 && judged.kind === 'error' && told.data)
		spans = spansOfTokens(set, told.data, segment, tokens, line);
	const extra = {
		...(told.others ?? (metadata !== undefined && metadata !== '{}' && { metadata })),
		...(more.length > 0 && { columns: more }),
		...(!isWhole && { setAside: { source: sourceField, target: targetField } }),
	};
	const isOfSource =
		spans.length > 0 ? spans.every(({ side }) => side === 'source') : isSourceCategory(category);
	rating.errors.push({
		kind: judged.kind,
		side: isOfSource ? 'source' : 'target',
		spans,
		category,
		severity,
		type: judged.type,
		level: judged.level,
		...words,
		...(Object.keys(extra).length > 0 && { extra }),
	});
}

type Metadata = { [name: string]: unknown };

type ToldInMetadata = {
	data?: Metadata;
	/** What we put there ourselves, or what Marot calls a note. */
	held?: Partial<Pick<RatedError, 'correction' | 'explanation' | 'category' | 'severity'>>;
	/** What else we put there; the metadata are then not kept as they stand. */
	others?: Metadata;
};

function readMetadata(set: SetBuilder, text: string, line: number): ToldInMetadata {
	if (text === '' || text === '{}') return {};
	let data: Metadata;
	try {
		data = JSON.parse(text) as Metadata;
	} catch {
		set.count(
			line,
			(count) => `The metadata of ${count} rows are not JSON; they are kept as written.`,
		);
		return {};
	}
	const { note, calque = {}, ...rest } = data as { note?: unknown; calque?: Metadata };
	const { correction, category, severity, ...others } = calque;
	const isOurs = Object.keys(rest).length === 0 && JSON.stringify(data) === text;
	return {
		data,
		held: {
			...(typeof note === 'string' && note !== '' && { explanation: note }),
			...(typeof correction === 'string' && { correction }),
			...(typeof category === 'string' && { category }),
			...(typeof severity === 'string' && { severity }),
		},
		...(isOurs && { others }),
	};
}

/** The tokens of each segment: Marot tells them once, with the first row of the segment. */
type TokenLists = Map<string, string[]>;

/** Find spans that the metadata give as pairs of tokens, both inclusive. */
function spansOfTokens(
	set: SetBuilder,
	data: Metadata,
	segment: RatedSegment,
	lists: TokenLists,
	line: number,
): RatedSpan[] {
	return (['source', 'target'] as const).flatMap((side) => {
		const key = JSON.stringify([side, segment.id, segment[side]]);
		const told = (data['segment'] as Metadata | undefined)?.[`${side}_tokens`];
		if (isStrings(told)) lists.set(key, told);
		const pairs = data[`${side}_spans`];
		if (!Array.isArray(pairs) || pairs.length === 0) return [];
		const tokens = lists.get(key);
		if (tokens?.join('') !== segment[side]) {
			set.count(
				line,
				(count) => `The token spans of ${count} rows fit no text; they are kept without a place.`,
			);
			return [];
		}
		const starts = [0];
		for (const token of tokens) starts.push((starts.at(-1) ?? 0) + codePointLength(token));
		return pairs.flatMap((pair: unknown) => {
			const [first, last] = Array.isArray(pair) ? (pair as unknown[]) : [];
			const [start, end] = [starts[Number(first)], starts[Number(last) + 1]];
			return start === undefined || end === undefined || start > end ? [] : [{ side, start, end }];
		});
	});
}

function isStrings(value: unknown): value is string[] {
	return Array.isArray(value) && value.every((one) => typeof one === 'string');
}

function writeTable(
	documents: readonly RatedDocument[],
	losses: LossCounter,
	write: (part: string) => void,
	isMarot: boolean,
): void {
	write(`${(isMarot ? marotColumns : googleColumns).join('\t')}\n`);
	for (const document of documents) {
		if (document.languages) losses.add('languages of a document');
		for (const segment of document.segments) {
			if (!isWritable(segment.source) || !isWritable(segment.target)) {
				losses.add(
					'ratings of a segment whose text has a line end, a tab, a <v> or half a character',
					segment.ratings.length,
				);
				continue;
			}
			if (segment.ratings.length === 0) losses.add('segments that nobody rated');
			if (segment.extra) losses.add('other fields of a segment');
			for (const rating of segment.ratings) {
				if (rating.score !== undefined) losses.add('scores that a rater gave');
				if (rating.extra) losses.add('other fields of a rating');
				for (const row of rowsOf(document, segment, rating, losses, isMarot)) write(row);
			}
		}
	}
}

const nothingFound: RatedError = {
	kind: 'none',
	side: 'target',
	spans: [],
	category: 'No-error',
	severity: 'No-error',
	type: null,
	level: null,
};

function rowsOf(
	{ system, document }: RatedDocument,
	{ id, position, source, target }: RatedSegment,
	{ rater, errors }: Rating,
	losses: LossCounter,
	isMarot: boolean,
): string[] {
	const written = errors.length === 0 ? [nothingFound] : errors;
	return written.flatMap((error) => {
		const aside = error.extra?.['setAside'] as { source: string; target: string } | undefined;
		const texts = aside
			? [aside.source, aside.target]
			: [writeMarks(source, error.spans, 'source'), writeMarks(target, error.spans, 'target')];
		const { label, isExact } = nameInGoogle(error.category);
		const severity = isTypeId(error.category) ? capitalise(error.severity) : error.severity;
		const names = [system, document, position ?? id, id, rater];
		const fields = [...names, ...texts, label, severity];
		if (texts.includes(undefined)) {
			losses.add('errors whose several spans cross or nest');
			return [];
		}
		if (![...names, label, severity].every(isWritable) || severity.endsWith('\r')) {
			losses.add('errors with a line end, a tab or a <v> in a name');
			return [];
		}
		if (isMarot) fields.push(formatMetadata(error, label === error.category));
		else {
			if (!isExact) losses.add('types of ours that WMT has no name for, written as the nearest');
			countUnheld(error, losses);
		}
		const more = error.extra?.['columns'];
		if (more !== undefined) losses.add('further columns');
		return [`${fields.join('\t')}\n`];
	});
}

function formatMetadata(error: RatedError, isNamed: boolean): string {
	const { extra, category, severity, correction, explanation } = error;
	const { metadata, setAside: _setAside, columns: _columns, ...others } = extra ?? {};
	// What was read from a table is given back to the letter; it has the note already.
	if (typeof metadata === 'string') return metadata;
	const calque = {
		...(correction !== undefined && { correction }),
		...(!isNamed && { category, severity }),
		...others,
	};
	return JSON.stringify({
		...(explanation !== undefined && { note: explanation }),
		...(Object.keys(calque).length > 0 && { calque }),
	});
}

function countUnheld({ extra, correction, explanation }: RatedError, losses: LossCounter): void {
	const { setAside: _setAside, columns: _columns, metadata, ...others } = extra ?? {};
	if (correction !== undefined) losses.add('corrections');
	if (explanation !== undefined) losses.add('explanations');
	if (metadata !== undefined) losses.add('metadata of Marot');
	if (Object.keys(others).length > 0) losses.add('other fields of an error');
}

function isWritable(text: string): boolean {
	return !/[\t\n]/.test(text) && !holdsMarks(text) && text.isWellFormed();
}

function capitalise(severity: string): string {
	return severity.charAt(0).toUpperCase() + severity.slice(1);
}
