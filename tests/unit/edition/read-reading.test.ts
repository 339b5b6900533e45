import { expect, test } from 'vitest';
import { readReading } from '../../../src/edition/read-reading.ts';
import { writeFolder } from '../temporary-folder.ts';

const read = (text: string) => readReading(writeFolder({ 'reading.md': text }), 'reading.md');

test.for(['\n', '\r\n', '\r'])('blocks are paragraphs, with the line end %j', (lineEnd) => {
	const lines = ['', 'First paragraph,', 'on two lines.', ' ', '', 'Second.', ''];
	expect(read(lines.join(lineEnd)).paragraphs).toEqual([
		{ text: 'First paragraph, on two lines.', line: 2 },
		{ text: 'Second.', line: 6 },
	]);
});

test('a paragraph is plain text, whatever marks it is written with', () => {
	expect(read('A *word*, a [link](/a/1/) and `code`.\n').paragraphs).toEqual([
		{ text: 'A word, a link and code.', line: 1 },
	]);
});

test('the last paragraph needs no line end, and a byte-order mark is not part of the first', () => {
	expect(read('\ufeffOne.\n\nTwo.').paragraphs.map(({ text }) => text)).toEqual(['One.', 'Two.']);
	expect(read('').paragraphs).toEqual([]);
});

test('a paragraph that nests too deep is a fault, and still counts', () => {
	const { paragraphs, syntaxFaults } = read(`One.\n\n${'> '.repeat(200)}x\n\nThree.`);
	expect(syntaxFaults).toMatchObject([{ line: 3, column: 1 }]);
	expect(paragraphs.map(({ line }) => line)).toEqual([1, 3, 5]);
});

test('a reading version that is not there has that fault alone', () => {
	expect(readReading(writeFolder({}), 'reading.md')).toMatchObject({
		fileFault: { kind: 'absent' },
		paragraphs: [],
	});
});
