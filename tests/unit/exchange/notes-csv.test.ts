import { expect, test } from 'vitest';
import { parseCsv } from '../../../scripts/figures/parse-csv.ts';
import { articleFields, noteFields } from '../../../src/exchange/json-lines.ts';
import { articlesCsv, notesCsv } from '../../../src/exchange/notes-csv.ts';
import { sampleEntry, sampleNote } from '../samples.ts';

const note = sampleNote('lock', '=lock', 4, { masked: true, correction: 'blocking, "firmly"' });
const article = sampleEntry([note, sampleNote('other', 'other', 20)]);

test('notes have the fields of notes.jsonl, in their order', () => {
	const [header, first, second] = parseCsv(
		notesCsv(
			article.notes.map((each) => ({ article, note: each })),
			'unset',
		),
	);
	expect(header).toEqual(Object.keys(noteFields));
	const cell = (row: string[] | undefined, field: string) => row?.[header?.indexOf(field) ?? -1];
	expect(cell(first, 'exact')).toBe("'=lock");
	expect(cell(first, 'masked')).toBe('true');
	expect(cell(first, 'correction')).toBe('blocking, "firmly"');
	expect(cell(first, 'start')).toBe('4');
	expect(cell(second, 'correction')).toBe('');
	expect(cell(second, 'masked')).toBe('false');
});

test('articles have the fields of articles.jsonl, in their order', () => {
	const [header, row] = parseCsv(articlesCsv([article], 'https://archive.example/'));
	expect(header).toEqual(Object.keys(articleFields));
	expect(row?.slice(0, 2)).toEqual(['7', 'https://archive.example/a/7/']);
});

test('an archive without notes has a header only', () => {
	expect(notesCsv([], 'unset')).toBe(`${Object.keys(noteFields).join(',')}\r\n`);
});
