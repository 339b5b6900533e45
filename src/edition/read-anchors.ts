import { anchorsSchema, type Anchors } from '../model/anchors.ts';
import { formatAnchors } from './place-notes.ts';
import { readTextFile, type TextFile } from './read-text-file.ts';
import { parseYaml, type DataFile } from './read-yaml.ts';

/** Read `anchors.json` of an article's folder. */
export function readAnchors(root: string, name: string): DataFile<Anchors> {
	const { file, fault } = readTextFile(root, name);
	if (file) return parseAnchors(file);
	return {
		path: fault.path,
		faults: [],
		fileFault: fault,
		locate: () => ({ line: 1, column: 1 }),
	};
}

/**
 * Parse anchors. What a program wrote is read as JSON, which is quick; what is not to the letter as it would
 * have been written, a field too many or twice, is read by the parser that tells places.
 */
export function parseAnchors(file: TextFile): DataFile<Anchors> {
	const value = parseWritten(file.text);
	if (!value) return parseWhole(file);
	const locate = (path: readonly PropertyKey[]) => parseWhole(file).locate(path);
	return { path: file.path, file, data: value, value, faults: [], locate };
}

function parseWhole(file: TextFile): DataFile<Anchors> {
	return parseYaml(file, file.text.replace(/^\uFEFF/, ''), anchorsSchema);
}

function parseWritten(text: string): Anchors | undefined {
	try {
		const { success, data } = anchorsSchema.safeParse(JSON.parse(text));
		return success && formatAnchors(data) === text ? data : undefined;
	} catch {
		return undefined;
	}
}
