import { lstatSync, readFileSync, realpathSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** Text files larger than this are refused, captures too: no article is, and one line could be all of it. */
export const MAX_FILE_BYTES = 4 * 1024 * 1024;

/** A text file as read; `path` counts from the project's root and is what an author is shown. */
export type TextFile = { path: string; bytes: Buffer; text: string };

/** Why a file could not be read as text. `offset` is in bytes. */
export type FileFault =
	| { kind: 'absent'; path: string }
	| { kind: 'outside'; path: string; target: string }
	| { kind: 'too-large'; path: string; bytes: number }
	| { kind: 'not-utf-8'; path: string; line: number; column: number; byte: number };

export type TextFileOutcome =
	{ file: TextFile; fault?: undefined } | { file?: undefined; fault: FileFault };

/**
 * Read a file under `root` as UTF-8. A symbolic link that leaves `root`, a file too large and bytes that
 * are not UTF-8 are refused; nothing of such a file is returned.
 *
 * A byte-order mark is kept: in a capture it is a character like any other.
 */
export function readTextFile(root: string, name: string): TextFileOutcome {
	const absolute = join(root, name);
	const path = showPath(absolute);
	const target = resolveLink(absolute);
	if (target === undefined) return { fault: { kind: 'absent', path } };
	const home = resolveLink(root) ?? root;
	if (target !== home && !target.startsWith(home + sep))
		return { fault: { kind: 'outside', path, target: 'a place outside the folder' } };
	const size = lstatSync(target).size;
	if (!lstatSync(target).isFile()) return { fault: { kind: 'absent', path } };
	if (size > MAX_FILE_BYTES) return { fault: { kind: 'too-large', path, bytes: size } };

	const bytes = readFileSync(target);
	try {
		const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
		return { file: { path, bytes, text } };
	} catch {
		return { fault: { kind: 'not-utf-8', path, ...findBadByte(bytes) } };
	}
}

/** Show a path the way an author would type it: from the folder they are in. */
export function showPath(absolute: string): string {
	return relative(process.cwd(), absolute).split(sep).join('/') || '.';
}

function resolveLink(path: string): string | undefined {
	try {
		return realpathSync(path);
	} catch {
		return undefined;
	}
}

function findBadByte(bytes: Buffer): { line: number; column: number; byte: number } {
	// The replacement character stands where decoding first failed, unless the file itself holds one.
	const lenient = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
	let offset = 0;
	for (const character of lenient) {
		const encoded = Buffer.from(character);
		if (!encoded.equals(bytes.subarray(offset, offset + encoded.length))) break;
		offset += encoded.length;
	}
	const before = bytes.subarray(0, offset).toString('utf8');
	const lineStart = before.lastIndexOf('\n') + 1;
	return {
		line: before.split('\n').length,
		column: before.length - lineStart + 1,
		byte: bytes[offset] ?? 0,
	};
}
