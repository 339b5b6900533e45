import { hash } from 'node:crypto';
import {
	closeSync,
	constants,
	copyFileSync,
	existsSync,
	fstatSync,
	linkSync,
	openSync,
	readdirSync,
	readSync,
	statSync,
	writeFileSync,
	type Stats,
} from 'node:fs';
import { dirname } from 'node:path';
import type { ListedPage } from '../../src/search/suggest-pages.ts';

/** A rendered file as it was left: its path from the root of the site, and what tells whether it still is that one. */
export type BuiltFile = {
	path: string;
	bytes: number;
	/** In hexadecimal. */
	sha256: string;
	inode: number;
	/** When it was written, in milliseconds. */
	modified: number;
};

/** What is rendered as one: the pages of an article, or one page. */
export type BuiltPages = {
	/** `a/7`, or the address of the page. */
	name: string;
	/** Changes with everything that is shown and with the code that shows it; nothing where that is not known. */
	made: string | undefined;
	files: BuiltFile[];
	pages: ListedPage[];
};

/** How many bytes are read at once, and about how many characters are written: the whole may not fit into memory. */
const PIECE = 2 ** 20;
/** No line begins with a longer name, in bytes. */
const LONGEST_NAME = 2 ** 12;

/** Open a new file for what is rendered, which is told in lines of JSON; all of it is there after `end`. */
export function openBuilt(file: string): { tell: (built: BuiltPages) => void; end: () => void } {
	const descriptor = openSync(file, 'w');
	let lines = '';
	const write = () => {
		writeFileSync(descriptor, lines);
		lines = '';
	};
	return {
		tell: (built) => {
			lines += `${JSON.stringify(built)}\n`;
			if (lines.length >= PIECE) write();
		},
		end: () => {
			write();
			closeSync(descriptor);
		},
	};
}

/**
 * Read what was rendered and has a wanted name, one after the other, from a file that may not be there; a line that is
 * not whole was not.
 */
export function* readBuilt(
	file: string,
	isWanted: (name: string) => boolean = () => true,
): Generator<BuiltPages> {
	if (!existsSync(file)) return;
	for (const line of readLines(file)) {
		// A line takes much longer to be parsed than to be passed over.
		const [, name] = /^\{"name":"([^"\\]*)"/.exec(line.toString('utf8', 0, LONGEST_NAME)) ?? [];
		if (name === undefined || !isWanted(name)) continue;
		const built = parseLine(line);
		if (built) yield built;
	}
}

function parseLine(line: Buffer): BuiltPages | undefined {
	try {
		return JSON.parse(line.toString()) as BuiltPages;
	} catch {
		return undefined;
	}
}

function* readLines(file: string): Generator<Buffer> {
	const descriptor = openSync(file, 'r');
	try {
		let begun = Buffer.alloc(0);
		for (;;) {
			const piece = Buffer.allocUnsafe(PIECE);
			const bytes = readSync(descriptor, piece);
			if (bytes === 0) break;
			const read = Buffer.concat([begun, piece.subarray(0, bytes)]);
			let start = 0;
			for (let end; (end = read.indexOf('\n', start)) !== -1; start = end + 1)
				yield read.subarray(start, end);
			begun = read.subarray(start);
		}
		yield begun;
	} finally {
		closeSync(descriptor);
	}
}

/** Where texts are encoded before they are written, one after the other. */
let encoded = Buffer.allocUnsafeSlow(2 ** 20);

/** Encode the pieces of a text in UTF-8; the bytes are those of this text until the next one is encoded. */
function encode(pieces: readonly string[]): Buffer {
	let length = 0;
	for (const piece of pieces) {
		// A unit of UTF-16 is no more than three bytes.
		const needed = length + 3 * piece.length;
		if (encoded.length < needed) {
			const larger = Buffer.allocUnsafeSlow(2 * needed);
			encoded.copy(larger, 0, 0, length);
			encoded = larger;
		}
		length += encoded.write(piece, length);
	}
	return encoded.subarray(0, length);
}

/** Say where a file or folder of a site is; `path.join` takes a third as long as making a link, and is no better here. */
export function placeOf(site: string, path: string): string {
	return `${site}/${path}`;
}

/** Write a file of a site, where none is yet, into a folder that is there; a text may be in pieces. */
export function writeFile(
	site: string,
	path: string,
	body: string | readonly string[] | Uint8Array,
): BuiltFile {
	const bytes = body instanceof Uint8Array ? body : encode([body].flat());
	// Never into a file that another site has as well.
	const file = openSync(placeOf(site, path), 'wx');
	try {
		writeFileSync(file, bytes);
		return describeFile(path, hash('sha256', bytes), fstatSync(file));
	} finally {
		closeSync(file);
	}
}

/** Tell a file that was just written from all later states of it. */
function describeFile(path: string, sha256: string, { size, ino, mtimeMs }: Stats): BuiltFile {
	return { path, bytes: size, sha256, inode: ino, modified: mtimeMs };
}

/** Say whether a file of a site is still the one that was written there. */
export function isAsBuilt(site: string, { path, bytes, inode, modified }: BuiltFile): boolean {
	const found = statSync(placeOf(site, path), { throwIfNoEntry: false });
	return found?.size === bytes && found.ino === inode && found.mtimeMs === modified;
}

/** Say whether a folder of a site has nothing but these files, all of which are there. */
export function hasOnly(site: string, folder: string, files: readonly BuiltFile[]): boolean {
	const entries = new Map<string, number>();
	const count = (path: string) => {
		const around = dirname(path);
		if (path !== folder && !entries.has(around)) count(around);
		entries.set(around, (entries.get(around) ?? 0) + 1);
	};
	for (const { path } of files) count(path);
	entries.delete(dirname(folder));
	return [...entries].every(
		([around, number]) => readdirSync(placeOf(site, around)).length === number,
	);
}

/** Lay a file of one site into another, where the folder for it is; as the same file where the disk can do that. */
export function layFile(from: string, to: string, file: BuiltFile): BuiltFile {
	try {
		linkSync(placeOf(from, file.path), placeOf(to, file.path));
		return file;
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOSPC') throw error;
		const place = placeOf(to, file.path);
		copyFileSync(placeOf(from, file.path), place, constants.COPYFILE_FICLONE);
		return describeFile(file.path, file.sha256, statSync(place));
	}
}
