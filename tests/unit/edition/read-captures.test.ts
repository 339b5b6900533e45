import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { hashCapture, readCaptures } from '../../../src/edition/read-captures.ts';
import { writeFolder } from '../temporary-folder.ts';

// The examples of FIPS 180-2, appendix B.
const ABC = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
const EMPTY = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

test('a capture is hashed by SHA-256 over its bytes', () => {
	expect(hashCapture(Buffer.from('abc'))).toBe(ABC);
	expect(hashCapture(new Uint8Array())).toBe(EMPTY);
});

test('captures are known by their bytes, whatever their files are called', () => {
	const folder = writeFolder({ 'one.txt': 'abc', 'no extension': 'abc', 'empty.html': '' });
	const { bySha256, faults } = readCaptures(folder);
	expect([...bySha256.keys()].toSorted()).toEqual([ABC, EMPTY]);
	expect(bySha256.get(ABC)).toMatchObject({ text: 'abc', sha256: ABC });
	expect(faults).toEqual([]);
});

test('hidden files and folders are no captures', () => {
	const folder = writeFolder({ '.hidden': 'abc', 'sub/inner.txt': 'abc' });
	expect(readCaptures(folder)).toEqual({ bySha256: new Map(), faults: [] });
});

test('a file that cannot be read as text is a fault, and the others are read', () => {
	const outside = writeFolder({ 'secret.txt': 'secret' });
	const folder = writeFolder({ 'a.txt': 'abc', 'b.txt': Buffer.of(0xff) });
	symlinkSync(join(outside, 'secret.txt'), join(folder, 'c.txt'));
	mkdirSync(join(folder, 'sub'));
	const { bySha256, faults } = readCaptures(folder);
	expect([...bySha256.keys()]).toEqual([ABC]);
	expect(faults.map(({ kind }) => kind)).toEqual(['not-utf-8', 'outside']);
});

test('a folder that is not there, or is none, holds no captures and says why', () => {
	const folder = writeFolder({ file: 'abc' });
	expect(readCaptures(join(folder, 'no'))).toMatchObject({
		bySha256: new Map(),
		faults: [],
		folderFault: { kind: 'absent' },
	});
	expect(readCaptures(join(folder, 'file')).folderFault).toMatchObject({
		kind: 'unreadable',
		code: 'ENOTDIR',
	});
});
