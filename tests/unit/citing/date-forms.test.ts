import fc from 'fast-check';
import { expect, test } from 'vitest';
import { deriveDateForms } from '../../../src/citing/date-forms.ts';
import { SEED } from '../generators.ts';

test.for([
	['2021-03-02', '2021/03/02', '2021-03-02', '2021-03-02', '2021/03/02/'],
	['2021-03', '2021/03', '2021-03', '2021-03', '2021/03//'],
	['2021', '2021', '2021', '2021', '2021///'],
	['2021-03~', '2021/03', '2021', '2021-03~', '2021/03//'],
	['2021-03-02?', '2021/03/02', '2021-03', '2021-03-02?', '2021/03/02/'],
	['2021~', '2021', undefined, '2021~', '2021///'],
	['2021-03-XX', '2021/03', '2021-03', '2021-03-XX', '2021/03//'],
	['2021-03-01/2021-03-05', '2021/03/01', '2021-03-01', '2021-03-01/2021-03-05', '2021/03/01/'],
	['2020-06-18/2020-06', '2020/06/18', '2020-06-18', '2020-06-18/2020-06', '2020/06/18/'],
	['201X', '2010', undefined, '2010?/2019?', '2010///'],
	['2021-03~-02', '2021/03/02', '2021-03', '2021-03-02~', '2021/03/02/'],
] as const)('%s has every form', ([edtf, highwire, plain, biblatex, ris]) => {
	const forms = deriveDateForms(edtf);
	expect(forms).toMatchObject({ edtf, highwire, biblatex, ris: { date: ris } });
	expect(forms?.plain).toBe(plain);
});

test.for([
	['2021-03-02', { 'date-parts': [[2021, 3, 2]] }],
	['2021-03', { 'date-parts': [[2021, 3]] }],
	['2021-03~', { 'date-parts': [[2021, 3]], circa: true }],
	['2021-03-02?', { 'date-parts': [[2021, 3, 2]], circa: true }],
	['2021-03-XX', { 'date-parts': [[2021, 3]] }],
	[
		'2021-03-01/2021-03-05',
		{
			'date-parts': [
				[2021, 3, 1],
				[2021, 3, 5],
			],
		},
	],
	// The last side is meant to its end.
	[
		'2020-06-18/2020-06',
		{
			'date-parts': [
				[2020, 6, 18],
				[2020, 6, 30],
			],
		},
	],
	[
		'2020-11/2020',
		{
			'date-parts': [
				[2020, 11],
				[2020, 12],
			],
		},
	],
] as const)('%s has its parts for CSL', ([edtf, csl]) => {
	expect(deriveDateForms(edtf)?.csl).toEqual(csl);
});

test('only what a form cannot say is noted beside it', () => {
	const noteOf = (edtf: string) => deriveDateForms(edtf)?.ris.note;
	expect(noteOf('2021-03-02')).toBeUndefined();
	expect(noteOf('2021-03-XX')).toBeUndefined();
	expect(noteOf('2021-03~')).toBe('about March 2021');
	expect(noteOf('2021-03-02?')).toBe('possibly 2 March 2021');
	expect(noteOf('2021-03-01/2021-03-05')).toBe('between 1 March 2021 and 5 March 2021');
});

test('open parts are not put in words', () => {
	expect(deriveDateForms('2021-03-XX')?.words).toBe('March 2021');
	expect(deriveDateForms('2021-XX-XX')?.words).toBe('2021');
});

test('BibTeX has a year and its own name of the month', () => {
	expect(deriveDateForms('2021-03-02')?.bibtex).toEqual({ year: '2021', month: 'mar' });
	expect(deriveDateForms('2021')?.bibtex).toEqual({ year: '2021', month: undefined });
});

test.for(['unknown', '', 'last week', '2021-02-30'])('%s has no form', (text) => {
	expect(deriveDateForms(text)).toBeUndefined();
});

test('every day has forms that agree', () => {
	const days = fc.date({
		min: new Date('1000-01-01T00:00:00Z'),
		max: new Date('2999-12-31T00:00:00Z'),
		noInvalidDate: true,
	});
	fc.assert(
		fc.property(days, (date) => {
			const day = date.toISOString().slice(0, 10);
			const forms = deriveDateForms(day);
			expect(forms).toMatchObject({ plain: day, biblatex: day });
			expect(forms?.highwire).toBe(day.replaceAll('-', '/'));
			expect(forms?.ris.date).toBe(`${day.replaceAll('-', '/')}/`);
			expect(forms?.csl['date-parts']).toEqual([day.split('-').map(Number)]);
		}),
		{ seed: SEED },
	);
});
