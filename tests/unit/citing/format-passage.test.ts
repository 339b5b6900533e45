import { expect, test } from 'vitest';
import { formatPassage, type Passage } from '../../../src/citing/format-passage.ts';

const passage: Passage = {
	words: 'carries a lock',
	layer: 'captured',
	status: 'Unedited machine translation from Russian. Do not quote it as anyone’s words.',
	citation: 'Mirror, 8 November 2018; Calque, no. 7, rev. 1',
	paragraphs: [3],
	address: 'https://example.org/a/7/#p3',
};

test('captured words carry their warning, citation and address', () => {
	expect(formatPassage(passage)).toBe(
		`“carries a lock”
[Unedited machine translation from Russian. Do not quote it as anyone’s words.]
Mirror, 8 November 2018; Calque, no. 7, rev. 1, ¶ 3.
https://example.org/a/7/#p3
`,
	);
});

test('words over several paragraphs name the first and the last', () => {
	expect(formatPassage({ ...passage, paragraphs: [3, 5] })).toContain('¶ 3–¶ 5.');
});

test('the reading version is never shown as words of the text', () => {
	const copied = formatPassage({ ...passage, layer: 'reading' });
	expect(copied).not.toContain('“carries');
	expect(copied).toContain('it quotes nobody');
	expect(formatPassage({ ...passage, layer: 'notes' })).toContain('the archive’s editors');
});
