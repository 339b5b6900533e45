import edtf, { format } from 'edtf';
import { expect, test } from 'vitest';
import {
	boundsOfEdtfDate,
	formatEdtfDate,
	isPlainDate,
	isPublicationDate,
	parseEdtfDate,
} from '../../../src/model/edtf-date.ts';

test.for([
	['2018-11-08', 2018, 2018],
	['2018-11', 2018, 2018],
	['2018', 2018, 2018],
	['2020-06-19~', 2020, 2020],
	['2020?', 2020, 2020],
	['2020-06%', 2020, 2020],
	['2018-12-31/2019-01', 2018, 2019],
	['2020-06-18/2020-06', 2020, 2020],
	['2017/2019-02-03', 2017, 2019],
	['201X', 2010, 2019],
	['2018-21', 2018, 2018],
	['[1667,1668]', 1667, 1668],
	['2016-02-29', 2016, 2016],
	['-0100', -100, -100],
] as const)('%s lies in the years %i to %i', ([edtf, firstYear, lastYear]) => {
	expect(parseEdtfDate(edtf)).toMatchObject({ edtf, firstYear, lastYear });
});

test.for([
	'',
	' 2018',
	'8 November 2018',
	'08.11.2018',
	'2018-13',
	'2018-02-30',
	'2018-1-1',
	'2018-11-08/2018-11-07',
	'2018/2019/2020',
	'2018/',
	'/',
	'unknown',
	'Y170000000002',
	'Y-170000000002/2018',
	'2018/Y170000000002',
])('%j is not an EDTF date', (text) => {
	expect(parseEdtfDate(text)).toBe(undefined);
});

test('an interval from a day to its own month is one', () => {
	expect(parseEdtfDate('2020-06-18/2020-06')).toMatchObject({ edtf: '2020-06-18/2020-06' });
	expect(parseEdtfDate('2020-07/2020-06-18')).toBe(undefined);
});

test.for([
	['2018-11-08', '8 November 2018'],
	['2018-11', 'November 2018'],
	['2018', '2018'],
	['2020-06-19~', 'about 19 June 2020'],
	['2018~', 'about 2018'],
	['2018-06-01?', 'possibly 1 June 2018'],
	['2018-06%', 'possibly about June 2018'],
	['2020-06-18/2020-06', 'between 18 June 2020 and the end of June 2020'],
	['2018-12-31/2019~', 'between 31 December 2018 and the end of about 2019'],
] as const)('%s is written %j', ([edtf, written]) => {
	expect(formatEdtfDate(edtf)).toBe(written);
});

test.for(['2018-21', '201X', '2018-XX-08', '[1667,1668]', '-0100', 'unknown', '2018-02-30'])(
	'%s is not put in words that would say something else',
	(text) => {
		expect(formatEdtfDate(text)).toBe(text);
	},
);

test.for([
	['2018-11-08', true],
	['1000/1199', true],
	['20XX', true],
	['2999', true],
	['1000/1200', false],
	['0999', false],
	['3000', false],
	['XXXX', false],
	['Y-200000/Y200000', false],
	['8 November 2018', false],
] as const)('%s may be a date of publication: %s', ([date, expected]) => {
	expect(isPublicationDate(date)).toBe(expected);
});

test.for([
	['2018-11-08', '2018-11-08T00:00:00.000Z', '2018-11-08T23:59:59.999Z'],
	['2018', '2018-01-01T00:00:00.000Z', '2018-12-31T23:59:59.999Z'],
	['2020-06-18/2020-06', '2020-06-18T00:00:00.000Z', '2020-06-30T23:59:59.999Z'],
] as const)('%s may mean the time from %s to %s', ([text, first, last]) => {
	const bounds = boundsOfEdtfDate(text);
	expect([bounds?.first, bounds?.last].map((time) => new Date(time ?? NaN).toISOString())).toEqual([
		first,
		last,
	]);
});

test('what is no date has no bounds', () => {
	expect(boundsOfEdtfDate('unknown')).toBe(undefined);
});

test('only a plain day, month or year can stand in a time element', () => {
	for (const plain of ['2018', '2018-11', '2018-11-08']) expect(isPlainDate(plain)).toBe(true);
	for (const other of ['2018~', '2018-11-08?', '2018/2019', '2018-21', '201X', '0000'])
		expect(isPlainDate(other)).toBe(false);
});

test('plain dates of a thousand years are understood as the grammar does, and said as the calendar of en-GB', () => {
	const words = { day: 'numeric', month: 'long', year: 'numeric' } as const;
	const two = (number: number) => String(number).padStart(2, '0');
	for (let turn = 0; turn < 800; turn++) {
		const [year, month, day] = [1000 + ((turn * 7) % 9000), 1 + (turn % 12), 1 + (turn % 28)];
		for (const date of [`${year}`, `${year}-${two(month)}`, `${year}-${two(month)}-${two(day)}`]) {
			const { min, max } = edtf(date);
			expect(boundsOfEdtfDate(date), date).toEqual({ first: min, last: max });
			expect(formatEdtfDate(date), date).toBe(format(edtf(date), 'en-GB', words));
		}
	}
});

test.for([
	'1900-02-29',
	'2018-02-30',
	'2018-04-31',
	'2018-00',
	'2018-01-00',
	'2018-13',
	'2018-00-10',
])('%s is on no calendar', (date) => {
	expect(boundsOfEdtfDate(date)).toBeUndefined();
	expect(formatEdtfDate(date)).toBe(date);
});

test('the last day of a month is in it, in leap years too', () => {
	expect(boundsOfEdtfDate('2000-02-29')?.last).toBe(Date.UTC(2000, 2, 1) - 1);
	expect(boundsOfEdtfDate('2024-02')?.last).toBe(boundsOfEdtfDate('2024-02-29')?.last);
	expect(boundsOfEdtfDate('2023-12-31')?.last).toBe(boundsOfEdtfDate('2023')?.last);
});
