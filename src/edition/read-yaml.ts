import { LineCounter, parseDocument, visit, type Document } from 'yaml';
import type { z } from 'zod';
import { parsePlainYaml } from './plain-yaml.ts';
import type { FileFault, TextFile } from './read-text-file.ts';
import { MAX_FILE_BYTES, readTextFile } from './read-text-file.ts';

/** A place in a file, both counted from 1. */
export type Position = { line: number; column: number };

/** Something a schema refused, with the place of the value and how it was written. */
export type FieldFault = Position & {
	/** The rule that reports it. */
	rule: string;
	/** `publisher.outlet`. */
	field: string;
	/** What is wrong, to follow the field's name. */
	message: string;
	written: string | undefined;
	/** Names or values that would have been accepted, where the schema lists them. */
	accepted: string[];
};

/** A YAML file judged by a schema. `value` is there only when nothing was refused. */
export type DataFile<Value> = {
	path: string;
	file?: TextFile | undefined;
	/** What the file says, whether or not the schema accepts it. */
	data?: unknown;
	value?: Value | undefined;
	faults: FieldFault[];
	fileFault?: FileFault | undefined;
	syntaxFault?: (Position & { message: string }) | undefined;
	/** Find where a field stands; the file's beginning where it does not. */
	locate(path: readonly PropertyKey[]): Position;
};

/** Read a YAML file of at most `limit` bytes under `root` and judge it by `schema`. */
export function readYaml<Schema extends z.ZodType>(
	root: string,
	name: string,
	schema: Schema,
	limit = MAX_FILE_BYTES,
): DataFile<z.infer<Schema>> {
	const { file, fault } = readTextFile(root, name, limit);
	if (!file)
		return {
			path: fault.path,
			faults: [],
			fileFault: fault,
			locate: () => ({ line: 1, column: 1 }),
		};
	return parseYaml(file, file.text.replace(/^\uFEFF/, ''), schema);
}

/**
 * Parse the YAML `text` that stands in `file` and judge it by `schema`. Positions count in `text`.
 * `customTags` are types of values beyond YAML's core schema.
 */
export function parseYaml<Schema extends z.ZodType>(
	file: TextFile,
	text: string,
	schema: Schema,
	customTags: string[] = [],
): DataFile<z.infer<Schema>> {
	const start = () => ({ line: 1, column: 1 });
	const plain = customTags.length === 0 ? parsePlainYaml(text) : undefined;
	if (plain) {
		// Only a fault asks for places, and few files have one.
		let places: Placed | undefined;
		const locate = (path: readonly PropertyKey[]) =>
			locateIn((places ??= parsePlaced(text, customTags)), path);
		return { path: file.path, file, ...plain, locate, ...judge(schema, plain.data, locate) };
	}
	const placed = parsePlaced(text, customTags);
	const { document, positionAt } = placed;
	const [error] = document.errors;
	if (error)
		return {
			path: file.path,
			file,
			faults: [],
			locate: start,
			syntaxFault: { ...positionAt(error.pos[0]), message: error.message },
		};

	let data: unknown;
	try {
		data = document.toJS({ maxAliasCount: 0 });
	} catch {
		return {
			path: file.path,
			file,
			faults: [],
			locate: start,
			syntaxFault: { ...positionAt(findAlias(document)), message: 'Aliases are not supported' },
		};
	}
	const locate = (path: readonly PropertyKey[]) => locateIn(placed, path);
	return { path: file.path, file, data, locate, ...judge(schema, data, locate) };
}

/** A document with the places of all that is in it. */
type Placed = { document: Document; positionAt: (offset: number) => Position };

function parsePlaced(text: string, customTags: string[]): Placed {
	const lines = new LineCounter();
	// Anchors and aliases could make a small file huge; content has no use for them.
	const document = parseDocument(text, {
		lineCounter: lines,
		prettyErrors: false,
		maxAliasCount: 0,
		customTags,
	} as object);
	return {
		document,
		positionAt(offset) {
			const { line, col } = lines.linePos(offset);
			return { line, column: col };
		},
	};
}

function locateIn({ document, positionAt }: Placed, path: readonly PropertyKey[]): Position {
	return positionAt(findOffset(document, path));
}

function findAlias(document: Document): number {
	let offset = 0;
	visit(document, {
		Alias(_key, { range }) {
			offset = range?.[0] ?? 0;
			return visit.BREAK;
		},
	});
	return offset;
}

/** Judge `data` by a schema and say of each refusal where it stands. */
export function judge<Schema extends z.ZodType>(
	schema: Schema,
	data: unknown,
	locate: (path: readonly PropertyKey[]) => Position,
): { value?: z.infer<Schema> | undefined; faults: FieldFault[] } {
	const outcome = schema.safeParse(data);
	if (outcome.success) return { value: outcome.data, faults: [] };
	return {
		faults: outcome.error.issues.flatMap((issue) => describeIssue(issue, schema, data, locate)),
	};
}

function describeIssue(
	issue: z.core.$ZodIssue,
	schema: z.ZodType,
	data: unknown,
	locate: (path: readonly PropertyKey[]) => Position,
): FieldFault[] {
	const written = valueAt(data, issue.path);
	const fault = {
		...locate(issue.path),
		field: issue.path.join('.'),
		written: showWritten(written),
		accepted: [] as string[],
	};
	switch (issue.code) {
		case 'unrecognized_keys':
			return issue.keys.map((key) => ({
				...fault,
				...locate([...issue.path, key]),
				rule: 'fields-are-known',
				field: [...issue.path, key].join('.'),
				written: showWritten(valueAt(data, [...issue.path, key])),
				message: 'is not a known field',
				accepted: fieldsAt(schema, issue.path),
			}));
		case 'invalid_value':
			return [
				{
					...fault,
					rule: ruleOfField(issue.path, written),
					message: written === undefined ? 'is missing' : 'is not one of the values it may have',
					accepted: issue.values.map(String),
				},
			];
		case 'invalid_type':
			return [
				{
					...fault,
					rule: ruleOfField(issue.path, written),
					message: written === undefined ? 'is missing' : `should be ${article(issue.expected)}`,
				},
			];
		case 'custom':
			return [
				{
					...fault,
					rule: String(issue.params?.['rule'] ?? ruleOfField(issue.path, written)),
					message: issue.message,
				},
			];
		case 'invalid_format':
			return [
				{
					...fault,
					rule: ruleOfField(issue.path, written),
					message: issue.format === 'url' ? 'is not a web address' : issue.message,
				},
			];
		case 'too_small':
			return [
				{
					...fault,
					rule: ruleOfField(issue.path, written),
					message:
						issue.origin === 'string' || issue.origin === 'array'
							? 'is empty'
							: `should be ${issue.inclusive ? 'at least' : 'more than'} ${issue.minimum}`,
				},
			];
		case 'too_big':
			return [
				{
					...fault,
					rule: ruleOfField(issue.path, written),
					message:
						issue.origin === 'string'
							? `is longer than ${issue.maximum} characters`
							: `should be ${issue.inclusive ? 'at most' : 'less than'} ${issue.maximum}`,
				},
			];
		case 'invalid_union':
			return [
				{
					...fault,
					rule: ruleOfField(issue.path, written),
					message: written === undefined ? 'is missing' : issue.message,
				},
			];
		default:
			return [{ ...fault, rule: ruleOfField(issue.path, written), message: issue.message }];
	}
}

/** Some fields have a rule of their own, so that its id tells at once what is wrong. */
function ruleOfField(path: readonly PropertyKey[], written: unknown): string {
	const last = path.at(-1);
	if (last === 'rights' || path.at(-2) === 'licences') return 'rights-are-stated';
	if (written === undefined) return 'fields-are-present';
	if (last === 'date') return 'dates-are-edtf';
	if (last === 'severity') return 'note-severity-is-known';
	return 'fields-are-valid';
}

function article(type: string): string {
	const names: Record<string, string> = {
		int: 'a whole number',
		array: 'a list',
		object: 'a group of fields',
		boolean: 'true or false',
		string: 'text',
		number: 'a number',
	};
	return names[type] ?? type;
}

function showWritten(value: unknown): string | undefined {
	if (value === undefined || typeof value === 'string') return value;
	if (value instanceof Date) return value.toISOString().replace(/T00:00:00\.000Z$/, '');
	return JSON.stringify(value);
}

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
	return path.reduce<unknown>(
		(value, key) =>
			typeof value === 'object' && value !== null
				? (value as Record<PropertyKey, unknown>)[key]
				: undefined,
		data,
	);
}

/** List the fields that a schema knows at `path`. */
function fieldsAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
	let at: unknown = schema;
	for (const key of path) at = step(at, key);
	const shape = (at as { shape?: object } | undefined)?.shape;
	return shape ? Object.keys(shape) : [];
}

function step(schema: unknown, key: PropertyKey): unknown {
	const { shape, element } = (schema ?? {}) as {
		shape?: Record<PropertyKey, unknown>;
		element?: unknown;
	};
	return shape ? shape[key] : element;
}

function findOffset(document: Document, path: readonly PropertyKey[]): number {
	for (let depth = path.length; depth >= 0; depth--) {
		const node = document.getIn(path.slice(0, depth), true) as
			{ range?: [number, number, number] } | undefined;
		if (depth === path.length && depth > 0) {
			const key = findKeyOffset(document, path);
			if (key !== undefined) return key;
		}
		if (node?.range) return node.range[0];
	}
	return 0;
}

/** Point at the field's name rather than at its value, where it has one. */
function findKeyOffset(document: Document, path: readonly PropertyKey[]): number | undefined {
	const parent = document.getIn(path.slice(0, -1), true) as
		{ items?: { key?: { value?: unknown; range?: [number, number, number] } }[] } | undefined;
	const items = Array.isArray(parent?.items) ? parent.items : [];
	return items.find((item) => item.key?.value === path.at(-1))?.key?.range?.[0];
}
