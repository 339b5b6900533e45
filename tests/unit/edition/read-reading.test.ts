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
	const { paragraphs, faults } = read('A *word*, a **[word]** and `code`, 1999\\. A &amp; b.\n');
	expect(paragraphs).toEqual([{ text: 'A word, a [word] and code, 1999. A & b.', line: 1 }]);
	expect(faults).toEqual([]);
});

test.for([
	['1999. It was a year.', 'list', 1],
	['- a', 'list', 1],
	['---', 'thematicBreak', 1],
	['[a]: b', 'definition', 1],
	['two  \nlines', 'break', 4],
	['two\\\nlines', 'break', 4],
	['# A', 'heading', 1],
	['A\n===', 'heading', 1],
	['> a', 'blockquote', 1],
	['    a', 'code', 1],
	['```\na\n```', 'code', 1],
	['a\n- b', 'list', 1],
	['a <b>b</b>', 'html', 3],
	['a ~~b~~', 'delete', 3],
	['a [b](/c/)', 'link', 3],
	['a www.example.org', 'link', 3],
	['a ![b](c)', 'image', 3],
	['| a |\n|---|', 'table', 1],
] as const)('what Markdown takes for more than text is a fault: %j', ([markdown, node, column]) => {
	const { faults, paragraphs } = read(`One.\n\n${markdown}\n`);
	expect(faults).toMatchObject([{ kind: 'marked', node, column }]);
	expect(faults[0]?.line).toBeGreaterThanOrEqual(3);
	expect(paragraphs).toHaveLength(2);
});

test('a paragraph without words is a fault', () => {
	expect(read('One.\n\n&nbsp;\n').faults).toEqual([{ kind: 'empty', line: 3, column: 1 }]);
});

test('a paragraph that would take minutes to parse is a fault and is not parsed', () => {
	const { faults, paragraphs } = read(`One.\n\n${'*a_'.repeat(20_000)}\n`);
	expect(faults).toMatchObject([
		{ kind: 'syntax', line: 3, message: expect.stringMatching(/signs of markup/) as string },
	]);
	expect(paragraphs).toHaveLength(2);
});

test('the last paragraph needs no line end, and a byte-order mark is not part of the first', () => {
	expect(read('\ufeffOne.\n\nTwo.').paragraphs.map(({ text }) => text)).toEqual(['One.', 'Two.']);
	expect(read('').paragraphs).toEqual([]);
});

test('a paragraph that nests too deep is a fault, and still counts', () => {
	const { paragraphs, faults } = read(`One.\n\n${'> '.repeat(200)}x\n\nThree.`);
	expect(faults).toMatchObject([{ kind: 'syntax', line: 3, column: 1 }]);
	expect(paragraphs.map(({ line }) => line)).toEqual([1, 3, 5]);
});

test('a reading version that is not there has that fault alone', () => {
	expect(readReading(writeFolder({}), 'reading.md')).toMatchObject({
		fileFault: { kind: 'absent' },
		paragraphs: [],
	});
});
