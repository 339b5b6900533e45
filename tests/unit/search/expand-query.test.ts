import { expect, test } from 'vitest';
import { expandQuery } from '../../../src/search/expand-query.ts';

const names = [
	['Roskomnadzor', 'Roscomnadzor', 'RKN'],
	['Fair Russia', 'A Just Russia'],
	['C++ (society)', 'Cpp'],
];

test('a name in a query is searched in each of its spellings', () => {
	expect(expandQuery('rkn keys', names)).toEqual([
		'rkn keys',
		'Roskomnadzor keys',
		'Roscomnadzor keys',
	]);
	expect(expandQuery('Fair Russia', names)).toEqual(['Fair Russia', 'A Just Russia']);
});

test('a query without a name stands for itself', () => {
	expect(expandQuery('parknine', names)).toEqual(['parknine']);
	expect(expandQuery('', names)).toEqual(['']);
});

test('a name may hold characters that mean something in a pattern', () => {
	expect(expandQuery('the C++ (society)', names)).toContain('the Cpp');
});

test('many names do not make endless variants', () => {
	expect(expandQuery('RKN and Fair Russia and Cpp', names).length).toBeLessThanOrEqual(6);
});
