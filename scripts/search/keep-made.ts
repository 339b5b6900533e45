import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { replaceFile } from '../replace-file.ts';

/** Where parts of an index are kept from one build for the next. */
export const KEPT = 'node_modules/.cache/calque-search';
/** What no build has asked for in so many days is forgotten. */
const DAYS = 14;
const HASH_LENGTH = 32;

/** Parts that are kept in a folder. */
export type Kept = {
	/**
	 * Give what was made under `key` before, or make it. What is kept begins with its own hash: what is damaged
	 * is made anew.
	 */
	keep(key: string, make: () => Uint8Array): Uint8Array;
	/** Forget what has long not been asked for. */
	forgetOld(): void;
};

/** Open what is kept in `folder` of that which is made by the code that `madeBy` stands for. */
export function openKept(folder: string, madeBy: string): Kept {
	mkdirSync(folder, { recursive: true });
	const now = new Date();
	return {
		keep: (key, make) => {
			const file = join(folder, hashOf(`${madeBy} ${key}`).toString('hex'));
			const known = readWhole(file);
			if (known) {
				utimesSync(file, now, now);
				return known;
			}
			const made = make();
			replaceFile(file, Buffer.concat([hashOf(made), made]));
			return made;
		},
		forgetOld: () => {
			for (const name of readdirSync(folder)) {
				const file = join(folder, name);
				const age = now.getTime() - statSync(file).mtimeMs;
				if (age > DAYS * 24 * 60 * 60 * 1000) rmSync(file, { force: true });
			}
		},
	};
}

function readWhole(file: string): Uint8Array | undefined {
	let bytes: Buffer;
	try {
		bytes = readFileSync(file);
	} catch {
		return undefined;
	}
	const made = bytes.subarray(HASH_LENGTH);
	return bytes.subarray(0, HASH_LENGTH).equals(hashOf(made)) ? made : undefined;
}

function hashOf(value: string | Uint8Array): Buffer {
	return createHash('sha256').update(value).digest();
}
