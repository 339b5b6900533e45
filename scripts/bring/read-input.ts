import { closeSync, fstatSync, lstatSync, openSync, readFileSync } from 'node:fs';
import { formatMiB, MAX_INPUT_BYTES } from './limits.ts';
import { Refusal } from './refusal.ts';

/** Read a file that is to be brought in: a plain file of a size that an article may have. */
export function readInput(path: string): Uint8Array {
	try {
		const status = lstatSync(path);
		if (status.isSymbolicLink())
			throw new Refusal('It is a symbolic link; name the file that it leads to.');
		if (status.isDirectory()) throw new Refusal('It is a folder; name a file.');
		if (!status.isFile()) throw new Refusal('It is no plain file.');
		const descriptor = openSync(path, 'r');
		try {
			if (fstatSync(descriptor).size > MAX_INPUT_BYTES)
				throw new Refusal(`The file is larger than ${formatMiB(MAX_INPUT_BYTES)}.`);
			return readFileSync(descriptor);
		} finally {
			closeSync(descriptor);
		}
	} catch (error) {
		const { code } = error as NodeJS.ErrnoException;
		if (code === 'ENOENT' || code === 'ENOTDIR') throw new Refusal('There is no such file.');
		if (code !== undefined)
			throw new Refusal(`The file cannot be read, the system answers ${code}.`);
		throw error;
	}
}
