import { lstatSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

/** Text files larger than this are refused, captures too: no article is, and one line could be all of it. */
export const MAX_FILE_BYTES = 4 * 1024 * 1024;
/** Lists of the whole archive, which grow with it, are read up to this: a text can be no longer than twice that. */
export const MAX_LIST_BYTES = 256 * 1024 * 1024;
/** Markdown files larger than this are refused: parsing takes much longer than reading. */
export const MAX_MARKDOWN_BYTES = 256 * 1024;

/** A text file as read; `path` counts from the project's root and is what an author is shown. */
export type TextFile = { path: string; bytes: Buffer; text: string };

/** Why a file could not be read as text. */
export type FileFault =
	| { kind: 'absent'; path: string }
	| UnreadableFault
	| { kind: 'outside'; path: string; target: string }
	| { kind: 'too-large'; path: string; bytes: number; limit: number }
	| { kind: 'not-utf-8'; path: string; line: number; column: number; byte: number };

/** Something is there, and the system does not let it be read; `code` is the system's reason: `EACCES`. */
export type UnreadableFault = {
	kind: 'unreadable';
	path: string;
	code: string;
	/** What stands in the way: the file itself, or the folder that it lies in. */
	culprit: string;
};

// Making one takes longer than decoding a file.
const strictDecoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

export type TextFileOutcome =
	{ file: TextFile; fault?: undefined } | { file?: undefined; fault: FileFault };

/**
 * Read a file under `root` as UTF-8. A symbolic link that leaves `root`, a file of more than `limit` bytes,
 * one that may not be read and bytes that are not UTF-8 are refused; nothing of such a file is returned.
 *
 * A byte-order mark is kept: in a capture it is a character like any other.
 */
export function readTextFile(root: string, name: string, limit = MAX_FILE_BYTES): TextFileOutcome {
	const absolute = join(root, name);
	const path = showPath(absolute);
	let bytes: Buffer;
	try {
		const found = lstatSync(absolute, { throwIfNoEntry: false });
		// Most articles lack what they may lack, and an error takes long to make.
		if (!found && isFolder(dirname(absolute))) return { fault: { kind: 'absent', path } };
		const target = realpathSync.native(absolute);
		const home = homeOf(root);
		if (target !== home && !target.startsWith(home + sep))
			return { fault: { kind: 'outside', path, target: 'a place outside the folder' } };
		const status = found && target === absolute ? found : lstatSync(target);
		if (!status.isFile()) return { fault: { kind: 'absent', path } };
		if (status.size > limit)
			return { fault: { kind: 'too-large', path, bytes: status.size, limit } };
		bytes = readFileSync(target);
	} catch (error) {
		return { fault: describeRefusal(absolute, error) };
	}
	try {
		const text = strictDecoder.decode(bytes);
		return { file: { path, bytes, text } };
	} catch {
		return { fault: { kind: 'not-utf-8', path, ...findBadByte(bytes) } };
	}
}

/** Where the folders of an archive really are; none moves while a command runs. */
const homes = new Map<string, string>();

function homeOf(root: string): string {
	const home = homes.get(root) ?? realpathSync.native(root);
	homes.set(root, home);
	return home;
}

function isFolder(path: string): boolean {
	return lstatSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** Show a path the way an author would type it: from the folder they are in. */
export function showPath(absolute: string): string {
	return relative(process.cwd(), absolute).split(sep).join('/') || '.';
}

/** Say why the system refused a file or folder: only what it does not find at all is absent. */
export function describeRefusal(
	absolute: string,
	error: unknown,
): Extract<FileFault, { kind: 'absent' | 'unreadable' }> {
	const { code, syscall } = error as NodeJS.ErrnoException;
	// Anything but a refusal of the system is a fault of ours.
	if (code === undefined) throw error;
	const path = showPath(absolute);
	if (code === 'ENOENT') return { kind: 'absent', path };
	// A name is looked up in its folder; the file's own permissions count only when it is opened.
	const isFolders =
		code === 'ENOTDIR' || (code === 'EACCES' && /stat|realpath/.test(syscall ?? ''));
	return {
		kind: 'unreadable',
		path,
		code,
		culprit: isFolders ? showPath(dirname(absolute)) : path,
	};
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
