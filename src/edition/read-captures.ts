import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { readTextFile, type FileFault, type TextFile } from './read-text-file.ts';

/** A capture found in a folder, known by its bytes. */
export type CaptureFile = TextFile & { sha256: string };

/** The captures that may be attached; file names mean nothing, only bytes do. */
export type CaptureFolder = { bySha256: Map<string, CaptureFile>; faults: FileFault[] };

/** Hash captured bytes the way records state it: SHA-256, lower-case hexadecimal. */
export function hashCapture(bytes: Uint8Array): string {
	return createHash('sha256').update(bytes).digest('hex');
}

/** Read every text file of a folder of captures; a folder that is not there holds none. */
export function readCaptures(folder: string): CaptureFolder {
	const captures: CaptureFolder = { bySha256: new Map(), faults: [] };
	for (const name of listFiles(folder)) {
		const { file, fault } = readTextFile(folder, name);
		if (!file) captures.faults.push(fault);
		else {
			const sha256 = hashCapture(file.bytes);
			captures.bySha256.set(sha256, { ...file, sha256 });
		}
	}
	return captures;
}

function listFiles(folder: string): string[] {
	try {
		return readdirSync(folder, { withFileTypes: true })
			.filter((entry) => !entry.isDirectory() && !entry.name.startsWith('.'))
			.map((entry) => entry.name)
			.sort();
	} catch {
		return [];
	}
}
