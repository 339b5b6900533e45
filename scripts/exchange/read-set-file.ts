import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import type { SetBuilder, SetFormat } from '../../src/exchange/annotated/reading.ts';

const CHUNK = 1 << 20;
const BYTE_ORDER_MARK = '\ufeff';

/**
 * Read a file of a format into `set`: one that is made of lines line by line, so that it is never in memory as a
 * whole. Bytes that are not UTF-8 refuse it. Throws what the system answers.
 */
export function readSetFile(
	set: SetBuilder,
	format: SetFormat,
	file: string,
	texts: readonly string[],
): void {
	if (format.reader) readLines(set, format.reader(set), file);
	else {
		const text = decode(set, readFileSync(file));
		if (text === undefined) return;
		const body = passMark(set, text);
		format.read?.(set, body, texts);
	}
}

function decode(set: SetBuilder, bytes: Uint8Array): string | undefined {
	try {
		return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
	} catch {
		set.refuse({ line: 1 }, 'The file is not in UTF-8. Convert it, for instance with iconv.');
		return undefined;
	}
}

function passMark(set: SetBuilder, text: string): string {
	if (!text.startsWith(BYTE_ORDER_MARK)) return text;
	set.remark({ line: 1, message: 'A byte-order mark at the beginning is passed over.' });
	return text.slice(1);
}

function readLines(
	set: SetBuilder,
	reader: ReturnType<NonNullable<SetFormat['reader']>>,
	file: string,
): void {
	const descriptor = openSync(file, 'r');
	const buffer = Buffer.alloc(CHUNK);
	const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
	let number = 0;
	let rest = '';
	const take = (text: string) => {
		const lines = (rest + text).split('\n');
		rest = lines.pop() ?? '';
		for (const line of lines) {
			number++;
			reader.read(number === 1 ? passMark(set, line) : line, number);
		}
	};
	try {
		for (;;) {
			const count = readSync(descriptor, buffer, 0, CHUNK, null);
			take(decoder.decode(buffer.subarray(0, count), { stream: count > 0 }));
			if (count === 0) break;
		}
		if (rest !== '') reader.read(number === 0 ? passMark(set, rest) : rest, number + 1);
	} catch (error) {
		if (!(error instanceof TypeError)) throw error;
		set.refuse(
			{ line: number + 1 },
			'What follows this line is not in UTF-8. Convert the file, for instance with iconv.',
		);
	} finally {
		closeSync(descriptor);
	}
}
