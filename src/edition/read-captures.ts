import { hash } from 'node:crypto';
import { listFolder } from './list-folder.ts';
import { readTextFile, type FileFault, type TextFile } from './read-text-file.ts';

/** A capture found in a folder, known by its bytes. */
export type CaptureFile = TextFile & { sha256: string };

/** The captures that may be attached; file names mean nothing, only bytes do. */
export type CaptureFolder = {
	bySha256: Map<string, CaptureFile>;
	faults: FileFault[];
	/** Why the folder itself could not be read. */
	folderFault?: FileFault | undefined;
};

/** Hash captured bytes the way records state it: SHA-256, lower-case hexadecimal. */
export function hashCapture(bytes: Uint8Array): string {
	return hash('sha256', bytes);
}

/** Read every text file of a folder of captures; a folder that cannot be read holds none. */
export function readCaptures(folder: string): CaptureFolder {
	const { entries, fault: folderFault } = listFolder(folder);
	const captures: CaptureFolder = { bySha256: new Map(), faults: [], folderFault };
	for (const entry of entries) {
		if (entry.isDirectory()) continue;
		const { name } = entry;
		const { file, fault } = readTextFile(folder, name);
		if (!file) captures.faults.push(fault);
		else {
			const sha256 = hashCapture(file.bytes);
			captures.bySha256.set(sha256, { ...file, sha256 });
		}
	}
	return captures;
}
