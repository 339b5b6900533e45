/**
 * Reads the YAML that records are mostly written in: block maps and lists of plain words, one indentation
 * below the other. What it reads it reads as YAML 1.2 has it; whatever else a file holds, a comment, an
 * escape, an anchor, a blank line, it leaves to the parser of the whole language, and so does every fault.
 */

/** A line of the file: how far it is indented and what follows. */
type Line = { indent: number; text: string };

/** Parse YAML that is plain; returns nothing where the whole parser must be asked. */
export function parsePlainYaml(text: string): { data: unknown } | undefined {
	// Line ends other than \n, tabs, marks of documents and directives, and what YAML holds no text to be.
	if (/[^\n\u0020-\u007E\u00A0-\uD7FF\uE000-\uFEFE\uFF00-\uFFFD]|^(?:---|\.\.\.|%)/m.test(text))
		return undefined;
	const lines: Line[] = [];
	for (const line of (text.endsWith('\n') ? text.slice(0, -1) : text).split('\n')) {
		const indent = line.search(/[^ ]/);
		if (indent === -1 || line.endsWith(' ')) return undefined;
		lines.push({ indent, text: line.slice(indent) });
	}
	const reader = { lines, next: 0 };
	try {
		const data = readNode(reader, 0);
		return reader.next === lines.length ? { data } : undefined;
	} catch (error) {
		if (error === DOUBT) return undefined;
		throw error;
	}
}

type Reader = { lines: Line[]; next: number };

/** Thrown where something is not plain. */
const DOUBT = new Error('Not plain YAML');

function doubt(): never {
	throw DOUBT;
}

function readNode(reader: Reader, indent: number): unknown {
	const line = reader.lines[reader.next] ?? doubt();
	if (line.indent !== indent) doubt();
	return line.text.startsWith('- ') ? readList(reader, indent) : readMap(reader, indent);
}

function readList(reader: Reader, indent: number): unknown[] {
	const items: unknown[] = [];
	for (;;) {
		const line = reader.lines[reader.next];
		if (!line || line.indent < indent || (line.indent === indent && !line.text.startsWith('- ')))
			return items;
		const text = line.text.slice(2);
		if (line.indent !== indent || text.startsWith(' ')) doubt();
		if (entry.test(text)) {
			// The first entry of a map stands behind the hyphen, the others below it.
			reader.lines[reader.next] = { indent: indent + 2, text };
			items.push(readMap(reader, indent + 2));
		} else {
			reader.next++;
			items.push(readValue(reader, text, indent));
		}
	}
}

const entry = /^([a-z][a-z0-9_]*):(?: (?! )|$)/;

function readMap(reader: Reader, indent: number): { [key: string]: unknown } {
	const map: { [key: string]: unknown } = {};
	for (;;) {
		const line = reader.lines[reader.next];
		if (!line || line.indent < indent) return map;
		const [head, key = ''] = entry.exec(line.text) ?? doubt();
		if (line.indent !== indent || Object.hasOwn(map, key) || isWord(key)) doubt();
		reader.next++;
		const text = line.text.slice(head.length);
		map[key] = text === '' ? readBelow(reader, indent) : readValue(reader, text, indent);
	}
}

/** Read what stands below a key: a map that is indented further, or a list that need not be. */
function readBelow(reader: Reader, indent: number): unknown {
	const below = reader.lines[reader.next] ?? doubt();
	const isList = below.text.startsWith('- ');
	if (below.indent < indent || (below.indent === indent && !isList)) doubt();
	return readNode(reader, below.indent);
}

/** Read the value that begins with `text` behind a key or hyphen at `indent`. */
function readValue(reader: Reader, text: string, indent: number): unknown {
	if (text === '>-') return readFolded(reader, indent);
	if (/^"[^"\\]*"$/.test(text)) return endHere(reader, indent, text.slice(1, -1));
	if (text.startsWith('[')) return endHere(reader, indent, readFlowList(text));
	if (text.startsWith('{')) return endHere(reader, indent, readFlowMap(text));
	let whole = assertPlain(text);
	for (let line = following(reader, indent); line; line = following(reader, indent)) {
		whole += ` ${assertPlain(line.text)}`;
		reader.next++;
	}
	return resolve(whole);
}

/** Take the next line where it is indented further than `indent`. */
function following({ lines, next }: Reader, indent: number): Line | undefined {
	const line = lines[next];
	return line && line.indent > indent ? line : undefined;
}

function endHere<Value>(reader: Reader, indent: number, value: Value): Value {
	return following(reader, indent) ? doubt() : value;
}

function readFolded(reader: Reader, indent: number): string {
	const first = following(reader, indent) ?? doubt();
	const words: string[] = [];
	for (let line = following(reader, indent); line; line = following(reader, indent)) {
		if (line.indent !== first.indent) doubt();
		words.push(line.text);
		reader.next++;
	}
	return words.join(' ');
}

function readFlowList(text: string): unknown[] {
	if (text === '[]') return [];
	if (!/^\[[a-zA-Z0-9-]+(?:, [a-zA-Z0-9-]+)*\]$/.test(text)) doubt();
	return text
		.slice(1, -1)
		.split(', ')
		.map((word) => resolve(assertPlain(word)));
}

/** Read a map in braces, of plain words and of text in quotation marks. */
function readFlowMap(text: string): { [key: string]: unknown } {
	if (
		!/^\{ [a-z]+: (?:[a-zA-Z0-9-]+|"[^"\\]*")(?:, [a-z]+: (?:[a-zA-Z0-9-]+|"[^"\\]*"))* \}$/.test(
			text,
		)
	)
		doubt();
	const map: { [key: string]: unknown } = {};
	for (const [, key = '', value = ''] of text.matchAll(/([a-z]+): ([a-zA-Z0-9-]+|"[^"]*")/g)) {
		if (Object.hasOwn(map, key) || isWord(key)) doubt();
		map[key] = value.startsWith('"') ? value.slice(1, -1) : resolve(assertPlain(value));
	}
	return map;
}

/** No sign that means something to YAML: it begins with a letter or digit and holds no key and no comment. */
function assertPlain(text: string): string {
	return /^[\p{L}\p{N}“„«‘]/u.test(text) && !/: | #|:$/.test(text) ? text : doubt();
}

/** Say whether YAML takes a word for something else than text. */
function isWord(text: string): boolean {
	return /^(?:null|true|false)$/i.test(text);
}

/** Give plain text the type that YAML's core schema gives it. */
function resolve(text: string): unknown {
	if (/^[0-9]/.test(text)) {
		if (/^(?:0|[1-9]\d{0,8})$/.test(text) || /^(?:0|[1-9]\d{0,5})\.\d{1,6}$/.test(text))
			return Number(text);
		// Dates, hashes and sentences are no numbers, whatever else begins with a digit may be one.
		return /^\d{4}-\d\d/.test(text) || /^(?!0[xo])[^]*[a-df-np-wyz]/i.test(text) ? text : doubt();
	}
	if (text === 'true' || text === 'false') return text === 'true';
	return isWord(text) ? doubt() : text;
}
