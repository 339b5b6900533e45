import { SaxesParser } from 'saxes';
import type { RatedError, RatedSegment, RatedSpan, Side } from '../../model/ratings.ts';
import { codePointLength } from '../../text/code-points.ts';
import { isObject, type JsonObject } from './json-values.ts';
import type { SetBuilder } from './reading.ts';
import { readAttribute } from './xliff-text.ts';

const XLIFF = 'urn:oasis:names:tc:xliff:document:2.0';
const ITS = 'http://www.w3.org/2005/11/its';
const OURS = 'urn:calque:exchange';
const XML = 'http://www.w3.org/XML/1998/namespace';

type Node = { local: string; uri: string; at(name: string, uri?: string): string | undefined };
type Issue = { node: Node; line: number; column: number; span?: RatedSpan | undefined; side: Side };

type Unit = {
	node: Node;
	ratings: Node[];
	issues: Issue[];
	standoff: Map<string, Node[]>;
	segments: { id: string | undefined; source: string; target: string; issues: Issue[] }[];
};

/** Read XLIFF 2 with issues of ITS 2.0, ours or that of other tools, local or standoff. */
export function readXliff(set: SetBuilder, text: string): void {
	const parser = new SaxesParser({ xmlns: true, position: true });
	const state = { isRefused: false };
	let file: Node | undefined;
	let languages: JsonObject = {};
	let unit: Unit | undefined;
	let standoff: Node[] | undefined;
	let side: Side | undefined;
	let pieces: string[] = [];
	let length = 0;
	const open = new Map<string, Issue>();
	const marks: (Issue | undefined)[] = [];
	const refuse = (message: string) => {
		if (!state.isRefused) set.refuse({ line: parser.line, column: parser.column }, message);
		state.isRefused = true;
	};
	const add = (words: string) => {
		pieces.push(words);
		length += codePointLength(words);
	};
	const begin = (node: Node): Issue => ({
		node,
		line: parser.line,
		column: parser.column,
		span: { side: side ?? 'target', start: length, end: length },
		side: side ?? 'target',
	});
	parser.on('error', ({ message }) => {
		refuse(`This is not well-formed XML: ${message.replace(/^\d+:\d+: /, '')}.`);
	});
	parser.on('opentag', (tag) => {
		const attributes = Object.values(tag.attributes);
		const node: Node = {
			local: tag.local,
			uri: tag.uri,
			at: (name, uri = '') =>
				attributes.find((one) => one.local === name && one.uri === uri)?.value,
		};
		const segment = unit?.segments.at(-1);
		if (tag.uri === OURS && unit) {
			if (tag.local === 'rating') unit.ratings.push(node);
			if (tag.local === 'issue')
				unit.issues.push({
					node,
					line: parser.line,
					column: parser.column,
					side: node.at('side', OURS) === 'source' ? 'source' : 'target',
				});
		} else if (tag.uri === ITS && unit) {
			if (tag.local === 'locQualityIssues')
				unit.standoff.set(node.at('id', XML) ?? '', (standoff = []));
			if (tag.local === 'locQualityIssue') standoff?.push(node);
		} else if (tag.uri !== XLIFF) return;
		else if (tag.local === 'xliff') {
			const [source, target] = [node.at('srcLang'), node.at('trgLang')];
			languages = {
				...(source !== undefined && source !== 'und' && { source }),
				...(target !== undefined && target !== 'und' && { target }),
			};
		} else if (tag.local === 'file') file = node;
		else if (tag.local === 'unit')
			unit = { node, ratings: [], issues: [], standoff: new Map(), segments: [] };
		else if (tag.local === 'segment' && unit)
			unit.segments.push({ id: node.at('id'), source: '', target: '', issues: [] });
		else if ((tag.local === 'source' || tag.local === 'target') && segment) {
			side = tag.local;
			pieces = [];
			length = 0;
		} else if (side === undefined || !segment) return;
		else if (tag.local === 'cp')
			add(String.fromCharCode(Number.parseInt(node.at('hex') ?? 'FFFD', 16)));
		else if (tag.local === 'sm' || tag.local === 'mrk') {
			const isIssue = ['locQualityIssueType', 'locQualityIssueComment', 'locQualityIssuesRef'].some(
				(name) => node.at(name, ITS) !== undefined,
			);
			const issue = isIssue || node.at('rating', OURS) !== undefined ? begin(node) : undefined;
			if (issue) segment.issues.push(issue);
			if (tag.local === 'mrk') marks.push(issue);
			else if (issue) open.set(node.at('id') ?? '', issue);
		} else if (tag.local === 'em') {
			const issue = open.get(node.at('startRef') ?? '');
			if (issue?.span) issue.span.end = length;
			open.delete(node.at('startRef') ?? '');
		} else
			set.count(
				parser.line,
				(count) => `${count} inline codes are passed over; their places hold no characters.`,
			);
	});
	parser.on('text', (words) => {
		if (side !== undefined) add(words);
	});
	parser.on('cdata', (words) => {
		if (side !== undefined) add(words);
	});
	parser.on('closetag', (tag) => {
		if (tag.uri !== XLIFF) return;
		if (tag.local === 'mrk') {
			const issue = marks.pop();
			if (issue?.span) issue.span.end = length;
		}
		if ((tag.local === 'source' || tag.local === 'target') && side !== undefined) {
			const segment = unit?.segments.at(-1);
			if (segment) segment[side] = pieces.join('');
			for (const { node } of open.values())
				refuse(`The mark ${node.at('id') ?? ''} begins in the ${side} and does not end in it.`);
			open.clear();
			side = undefined;
		}
		if (tag.local === 'unit' && unit && file) {
			if (!state.isRefused) readUnit(set, unit, file, languages);
			unit = undefined;
		}
	});
	try {
		parser.write(text).close();
	} catch (error) {
		refuse(
			`This is not well-formed XML: ${error instanceof Error ? error.message : String(error)}.`,
		);
	}
	if (!state.isRefused && !file) refuse('The file has no <file> of XLIFF 2.');
}

function readUnit(set: SetBuilder, unit: Unit, file: Node, languages: JsonObject): void {
	const held = (node: Node, name: string) => {
		const value = node.at(name, OURS);
		return value === undefined ? undefined : readAttribute(value);
	};
	const system = held(file, 'system') ?? 'unknown';
	const document = held(file, 'document') ?? file.at('original') ?? file.at('id') ?? '';
	const told =
		parse(held(file, 'languages')) ?? (file.at('system', OURS) === undefined ? languages : {});
	if (Object.keys(told).length > 0) set.document(system, document).languages = told;
	else set.document(system, document);
	for (const { id, source, target, issues } of unit.segments) {
		const name = unit.node.at('id') ?? '';
		const segment = set.segment({
			system,
			document,
			id:
				held(unit.node, 'id') ??
				(unit.segments.length === 1 ? name : `${name}/${id ?? unit.segments.length}`),
			position: held(unit.node, 'position'),
			source,
			target,
		});
		const extra = parse(held(unit.node, 'extra'));
		if (extra) segment.extra = extra;
		readIssues(set, unit, segment, [...unit.issues, ...issues]);
	}
}

function readIssues(set: SetBuilder, unit: Unit, segment: RatedSegment, issues: Issue[]): void {
	const ratings = unit.ratings.map((node) => {
		const rating = set.rating(segment, readAttribute(node.at('rater') ?? ''));
		const [score, extra] = [node.at('score'), node.at('extra')];
		if (score !== undefined) rating.score = Number(score);
		const told = parse(extra === undefined ? undefined : readAttribute(extra));
		if (told) rating.extra = told;
		return rating;
	});
	const placed = issues.flatMap((issue) => {
		const reference = issue.node.at('locQualityIssuesRef', ITS)?.replace(/^#/, '');
		const rows = reference === undefined ? undefined : unit.standoff.get(reference);
		return (rows ?? [issue.node]).map((node) => ({ ...issue, node }));
	});
	const order = ({ node }: Issue) => Number(node.at('index', OURS) ?? 0);
	for (const issue of placed.toSorted((a, b) => order(a) - order(b))) {
		const index = issue.node.at('rating', OURS);
		const rating =
			(index === undefined ? undefined : ratings[Number(index)]) ?? set.rating(segment, '');
		rating.errors.push(readIssue(set, issue));
	}
}

function readIssue(set: SetBuilder, { node, line, column, span, side }: Issue): RatedError {
	const held = (name: string) => {
		const value = node.at(name, OURS);
		return value === undefined ? undefined : readAttribute(value);
	};
	// In standoff rows the attributes of ITS have no prefix.
	const its = (name: string) => node.at(name, ITS) ?? node.at(name);
	const category = held('category') ?? its('locQualityIssueType') ?? '';
	const severity = held('severity') ?? its('locQualityIssueSeverity') ?? '';
	const judged = set.judge(category, severity, { line, column });
	const [correction, explanation] = [
		held('correction'),
		held('explanation') ?? its('locQualityIssueComment'),
	];
	const extra = parse(held('extra'));
	const spans = held('spans');
	const told = held('side');
	return {
		kind: judged.kind,
		side: told === 'source' || told === 'target' ? told : side,
		spans: spans === undefined ? (span ? [span] : []) : (JSON.parse(spans) as RatedSpan[]),
		category,
		severity,
		type: judged.type,
		level: judged.level,
		...(correction !== undefined && { correction }),
		...(explanation !== undefined && { explanation }),
		...(extra && { extra }),
	};
}

function parse(json: string | undefined): JsonObject | undefined {
	if (json === undefined) return undefined;
	const value: unknown = JSON.parse(json);
	return isObject(value) ? value : undefined;
}
