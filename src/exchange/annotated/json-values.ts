import type { SetBuilder } from './reading.ts';

/** A JSON object of which nothing is known. */
export type JsonObject = { [name: string]: unknown };

/** Say whether a JSON value is an object. */
export function isObject(value: unknown): value is JsonObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Take a value as a list of objects; anything else is an empty one. */
export function objectsOf(value: unknown): JsonObject[] {
	return Array.isArray(value) ? value.filter(isObject) : [];
}

/** Take a string or number as text; returns nothing for any other value. */
export function textOf(value: unknown): string | undefined {
	return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined;
}

/** Take a number; returns nothing for any other value. */
export function numberOf(value: unknown): number | undefined {
	return typeof value === 'number' ? value : undefined;
}

/** Take what an object has beyond the names that a reader knows; nothing where there is nothing more. */
export function othersOf(value: JsonObject, known: readonly string[]): JsonObject | undefined {
	const others = Object.entries(value).filter(([name]) => !known.includes(name));
	return others.length > 0 ? Object.fromEntries(others) : undefined;
}

/** Parse JSON, or refuse the file with the line and column of what is wrong. */
export function parseJson(set: SetBuilder, text: string, line = 1): unknown {
	try {
		return JSON.parse(text);
	} catch (error) {
		const message = error instanceof Error ? error.message : String(error);
		const at = /position (\d+)/.exec(message)?.[1];
		const before = text.slice(0, at === undefined ? 0 : Number(at));
		set.refuse(
			{
				line: line + before.split('\n').length - 1,
				column: before.length - before.lastIndexOf('\n'),
			},
			`This is not JSON: ${message}.`,
		);
		return undefined;
	}
}
