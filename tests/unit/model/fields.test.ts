import { expect, test } from 'vitest';
import type { z } from 'zod';
import {
	addressField,
	dateField,
	datedField,
	idField,
	rightsField,
	textField,
} from '../../../src/model/fields.ts';

const fields = { addressField, dateField, datedField, idField, rightsField, textField };
const accepts = (field: keyof typeof fields, value: unknown) =>
	(fields[field] as z.ZodType).safeParse(value).success;

test.for([
	['idField', 'lock-for-block'],
	['idField', '2018-04-16-blocking-begins'],
	['textField', ' said '],
	['dateField', '2018-11-08'],
	['dateField', '2020-06-18/2020-06'],
	['rightsField', 'MIT'],
	['rightsField', 'https://rightsstatements.org/vocab/InC/1.0/'],
	['addressField', 'https://example.org/a?b=c'],
	['addressField', 'http://example.org/'],
	['addressField', 'unknown'],
	['addressField', 'none'],
	['datedField', { date: 'unknown', evidence: 'No stamp.' }],
	['datedField', { date: '2018~', evidence: 'Style.' }],
] as const)('%s accepts %j', ([field, value]) => {
	expect(accepts(field, value)).toBe(true);
});

test.for([
	['idField', ''],
	['idField', 'Lock'],
	['idField', 'lock_for'],
	['idField', '-lock'],
	['idField', 'lock--for'],
	['idField', 'lock\n'],
	['idField', 'блок'],
	['textField', ''],
	['textField', ' \u00a0\n'],
	['textField', 7],
	['dateField', 'unknown'],
	['dateField', '8 November 2018'],
	['rightsField', 'All rights reserved'],
	['rightsField', 'constructor'],
	['addressField', 'example.org'],
	['addressField', 'javascript:alert(1)'],
	['addressField', 'data:text/html,x'],
	['addressField', 'ftp://example.org/'],
	['addressField', ''],
	['datedField', { date: '2018' }],
	['datedField', { date: 'soon', evidence: 'x' }],
	['datedField', { date: '2018', evidence: ' ' }],
	['datedField', { date: '2018', evidence: 'x', note: 'y' }],
] as const)('%s refuses %j', ([field, value]) => {
	expect(accepts(field, value)).toBe(false);
});

test.for([
	['idField', 'Lock', 'ids-are-kebab-case'],
	['dateField', 'soon', 'dates-are-edtf'],
	['rightsField', 'mine', 'rights-are-stated'],
] as const)('a bad value of %s, %j, is reported under the rule %s', ([field, value, rule]) => {
	const issues = fields[field].safeParse(value).error?.issues ?? [];
	expect(issues.map((issue) => (issue.code === 'custom' ? issue.params?.['rule'] : issue))).toEqual(
		[rule],
	);
});
