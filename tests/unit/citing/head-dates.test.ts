import { expect, test } from 'vitest';
import { issuedDateOf, plainDateOf, slashedDateOf } from '../../../src/citing/head-dates.ts';

test.for([
	['2018-11-08', '2018-11-08'],
	['2018-11', '2018-11'],
	['2018', '2018'],
	['2018-11-08?', '2018-11-08'],
	['2018-11~', '2018-11'],
	['2018%', '2018'],
	['2018-11~-08', '2018-11-08'],
	// A mark before a part doubts that part alone.
	['2018-11-~08', '2018-11'],
	['2018-?11-08', '2018'],
	['2018-11-XX', '2018-11'],
	['2018-XX', '2018'],
	['201X', undefined],
	['2020-06-18/2020-06', '2020-06-18'],
	['2020-06~/2020-07', '2020-06'],
	['../2020', undefined],
	// A season is no month.
	['2018-23', '2018'],
	['unknown', undefined],
])('of %s the plain date is %s', ([date = '', plain]) => {
	expect(plainDateOf(date)).toBe(plain);
	expect(slashedDateOf(date)).toBe(plain?.replaceAll('-', '/'));
});

test('Dublin Core holds the date whole', () => {
	expect(issuedDateOf('2020-06-18/2020-06')).toBe('2020-06-18/2020-06');
	expect(issuedDateOf('unknown')).toBeUndefined();
});
