import { expect, test } from 'vitest';
import { findRights, listRights } from '../../../src/model/rights.ts';

test('every rights statement that is listed can be described', () => {
	expect(listRights()).toContain('CC-BY-4.0');
	for (const id of listRights()) {
		expect(findRights(id)).toMatchObject({ id });
		expect(findRights(id)?.url).toMatch(/^https:\/\//);
		expect(findRights(id)?.label).toMatch(/\w/);
	}
});

test('a statement that is an address stands for itself', () => {
	for (const id of listRights().filter((statement) => statement.startsWith('https:')))
		expect(findRights(id)?.url).toBe(id);
});

test('a licence allows distribution, copyright does not', () => {
	expect(findRights('CC0-1.0')?.mayDistribute).toBe(true);
	expect(findRights('https://rightsstatements.org/vocab/InC/1.0/')?.mayDistribute).toBe(false);
	expect(findRights('https://rightsstatements.org/vocab/UND/1.0/')?.mayDistribute).toBe(false);
});

test.for(['', 'cc-by-4.0', 'constructor', '__proto__', 'toString', 'hasOwnProperty'])(
	'%j is no rights statement',
	(id) => {
		expect(findRights(id)).toBe(undefined);
	},
);
