import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	describeRefusal,
	MAX_FILE_BYTES,
	readTextFile,
	showPath,
} from '../../../src/edition/read-text-file.ts';
import { hostileText, SEED } from '../generators.ts';
import { writeFolder } from '../temporary-folder.ts';

test('a text is read character for character, its byte-order mark too', () => {
	const text = '\ufeffone\r\nдва 🔑\rthree\n\u0085\ufffd';
	const folder = writeFolder({ 'sub/capture.txt': text });
	const { file } = readTextFile(folder, 'sub/capture.txt');
	expect(file?.text).toBe(text);
	expect(file?.bytes.equals(Buffer.from(text))).toBe(true);
	expect(file?.path).toBe(showPath(join(folder, 'sub', 'capture.txt')));
});

test.for([
	['a byte that begins nothing', [0xff], 0xff],
	['a byte that continues nothing', [0x80], 0x80],
	['a character in Windows-1252', [0x93, 0x61], 0x93],
	['a character cut short at the end', [0xe2, 0x82], 0xe2],
	['a letter in more bytes than it needs', [0xc1, 0xa1], 0xc1],
	['half a surrogate pair', [0xed, 0xa0, 0x80], 0xed],
] as const)('%s is reported at its line and column', ([, bytes, byte]) => {
	const before = Buffer.from('first line\nвт\ufffdрая ');
	const folder = writeFolder({ 'a.txt': Buffer.concat([before, Buffer.from(bytes)]) });
	expect(readTextFile(folder, 'a.txt')).toEqual({
		fault: { kind: 'not-utf-8', path: showPath(join(folder, 'a.txt')), line: 2, column: 8, byte },
	});
});

test('the first bad byte is found after any text', () => {
	const folder = writeFolder({});
	fc.assert(
		fc.property(hostileText, hostileText, (before, after) => {
			const bytes = Buffer.concat([Buffer.from(before), Buffer.of(0xfe), Buffer.from(after)]);
			const name = writeFile(folder, bytes);
			const lines = before.split('\n');
			expect(readTextFile(folder, name).fault).toMatchObject({
				kind: 'not-utf-8',
				line: lines.length,
				column: (lines.at(-1)?.length ?? 0) + 1,
				byte: 0xfe,
			});
		}),
		{ seed: SEED, numRuns: 300 },
	);
});

test('a link that leaves the folder is refused, whatever it leads to', () => {
	const outside = writeFolder({ 'secret.txt': 'secret', 'sub/secret.txt': 'secret' });
	const folder = writeFolder({ 'a.txt': 'a' });
	symlinkSync(join(outside, 'secret.txt'), join(folder, 'file.txt'));
	symlinkSync(join(outside, 'sub'), join(folder, 'linked'));
	for (const name of [
		'file.txt',
		'linked/secret.txt',
		`../${outside.split('/').at(-1)}/secret.txt`,
	]) {
		const outcome = readTextFile(folder, name);
		expect(outcome.fault?.kind).toBe('outside');
		expect(JSON.stringify(outcome)).not.toContain('secret"');
	}
});

test('a folder whose name merely begins like the root is outside it', () => {
	const parent = writeFolder({ 'content/a.txt': 'a', 'content-secret/b.txt': 'b' });
	expect(readTextFile(join(parent, 'content'), '../content-secret/b.txt').fault?.kind).toBe(
		'outside',
	);
});

test('a link within the folder is followed, and so is the folder when it is a link itself', () => {
	const folder = writeFolder({ 'sub/a.txt': 'a' });
	symlinkSync(join(folder, 'sub', 'a.txt'), join(folder, 'b.txt'));
	symlinkSync(folder, join(folder, 'sub', 'root'));
	expect(readTextFile(folder, 'b.txt').file?.text).toBe('a');
	expect(readTextFile(join(folder, 'sub', 'root'), 'sub/a.txt').file?.text).toBe('a');
});

test('a kind of file may have a lower limit of its own', () => {
	const folder = writeFolder({ 'a.md': 'a'.repeat(11) });
	expect(readTextFile(folder, 'a.md', 10).fault).toMatchObject({ bytes: 11, limit: 10 });
	expect(readTextFile(folder, 'a.md', 11).file?.text).toHaveLength(11);
});

test('a file is read up to the largest size, and refused above it', () => {
	const folder = writeFolder({
		'largest.txt': 'a'.repeat(MAX_FILE_BYTES),
		'larger.txt': 'a'.repeat(MAX_FILE_BYTES + 1),
	});
	expect(readTextFile(folder, 'largest.txt').file?.text).toHaveLength(MAX_FILE_BYTES);
	expect(readTextFile(folder, 'larger.txt').fault).toEqual({
		kind: 'too-large',
		path: showPath(join(folder, 'larger.txt')),
		bytes: MAX_FILE_BYTES + 1,
		limit: MAX_FILE_BYTES,
	});
});

test('what is not there, is a folder or is a link to nothing is absent', () => {
	const folder = writeFolder({});
	mkdirSync(join(folder, 'capture.txt'));
	symlinkSync(join(folder, 'nothing'), join(folder, 'dangling'));
	for (const name of ['no.txt', 'no/no.txt', 'capture.txt', 'dangling', '.'])
		expect(readTextFile(folder, name).fault?.kind).toBe('absent');
});

test('what the system refuses for another reason than absence is unreadable', () => {
	const folder = writeFolder({ 'a.txt': 'a' });
	symlinkSync('circle', join(folder, 'circle'));
	for (const [name, code, culprit] of [
		['a.txt/b.txt', 'ENOTDIR', 'a.txt'],
		['circle', 'ELOOP', 'circle'],
		['x'.repeat(300), 'ENAMETOOLONG', 'x'.repeat(300)],
	] as const)
		expect(readTextFile(folder, name).fault).toEqual({
			kind: 'unreadable',
			path: showPath(join(folder, name)),
			code,
			culprit: showPath(join(folder, culprit)),
		});
});

test('permissions are missed from the folder before the file is opened, and then from the file', () => {
	const refusal = (syscall: string) =>
		describeRefusal('/content/a/b.txt', Object.assign(new Error(), { code: 'EACCES', syscall }));
	expect(refusal('lstat')).toMatchObject({ kind: 'unreadable', culprit: showPath('/content/a') });
	expect(refusal('open')).toMatchObject({ culprit: showPath('/content/a/b.txt') });
	expect(() => describeRefusal('/content', new TypeError('of ours'))).toThrow('of ours');
});

test('a path is shown from the folder that the command runs in', () => {
	expect(showPath(join(process.cwd(), 'content', 'archive.yaml'))).toBe('content/archive.yaml');
	expect(showPath(process.cwd())).toBe('.');
});

function writeFile(folder: string, bytes: Uint8Array): string {
	writeFileSync(join(folder, 'any.txt'), bytes);
	return 'any.txt';
}
